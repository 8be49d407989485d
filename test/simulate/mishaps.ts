/** What goes wrong on the platform with `--faults`: lost answers, killed functions, double taps, refused messages, a timer that stands still. */
import type { Chance } from '../../localcloud/seed/chance';
import type { FaultControl } from '../../localcloud/cloud';
import { DAY } from './times';

export type Mishap = 'dropAnswer' | 'kill' | 'doubleTap' | 'sendRefused' | 'conflict';

/** Share of acts in which something goes wrong. */
const ACTS = 0.06;
const CLOCK_RUNS = 0.08;
const OUTAGE_DAYS = 3;

export interface Outage {
  from: number;
  to: number;
}

export class Mishaps {
  readonly #faults: FaultControl;
  readonly #chance: Chance | null;
  readonly happened = new Map<Mishap, number>();
  /** When the timer doesn't fire. */
  readonly outages: readonly Outage[];

  /** @param chance null: nothing goes wrong */
  constructor(faults: FaultControl, chance: Chance | null, begin: number, days: number) {
    this.#faults = faults;
    this.#chance = chance;
    const from = begin + Math.floor(days * 0.4) * DAY + 5 * 3_600_000;
    this.outages = chance === null ? [] : [{ from, to: from + Math.min(OUTAGE_DAYS, days / 6) * DAY }];
  }

  /** An act of a person, with what may go wrong in it. */
  async during<T>(_procedure: string, act: () => Promise<T>): Promise<T> {
    const chance = this.#chance;
    if (chance === null || !chance.holds(ACTS)) return act();
    const mishap = chance.pick<Mishap>(['dropAnswer', 'dropAnswer', 'kill', 'kill', 'doubleTap', 'sendRefused']);
    return this.#with(mishap, 'api', act, chance);
  }

  /** A run of the timer, with what may go wrong in it. */
  async duringClock<T>(act: () => Promise<T>): Promise<T> {
    const chance = this.#chance;
    if (chance === null || !chance.holds(CLOCK_RUNS)) return act();
    return this.#with(
      chance.pick<Mishap>(['dropAnswer', 'kill', 'kill', 'sendRefused', 'conflict']),
      'clock',
      act,
      chance,
    );
  }

  async #with<T>(mishap: Mishap, killFunction: string, act: () => Promise<T>, chance: Chance): Promise<T> {
    this.happened.set(mishap, (this.happened.get(mishap) ?? 0) + 1);
    try {
      switch (mishap) {
        case 'dropAnswer':
          this.#faults.set({ dropAnswers: chance.between(1, 2) });
          return await act();
        case 'kill':
          this.#faults.set({ killAfterWrites: chance.between(1, 6), killFunction });
          return await act();
        case 'sendRefused':
          this.#faults.set({ sendErrors: 1, sendErrorCode: chance.pick([43101, 45009, 40003] as const) });
          return await act();
        case 'conflict':
          this.#faults.set({ conflicts: 1 });
          return await act();
        case 'doubleTap': {
          const [first] = await Promise.all([act(), act()]);
          return first;
        }
      }
    } finally {
      this.#faults.reset();
    }
  }

  /** The same moment, or when the timer is back. */
  afterOutage(at: number): number {
    return this.outages.find(({ from, to }) => at >= from && at < to)?.to ?? at;
  }
}
