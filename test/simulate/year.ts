/**
 * The simulated time as a queue of acts: it jumps to the next person's act or to the next minute at which the timer has
 * something to do. Acts of different people on different complaints may run at once; a run of the timer runs alone.
 */
import { Agenda, type Entry } from './agenda';
import type { ClockRuns } from './clock-runs';
import { MINUTE } from './times';

/** Acts at once lie no further apart than this. */
const CLOSE = 10 * MINUTE;

export class Year {
  readonly #agenda = new Agenda();
  readonly #clock: ClockRuns;
  readonly #lanes: number;
  readonly end: number;
  /** Complaints on file so far. */
  onFile = 0;
  acts = 0;

  constructor(clock: ClockRuns, lanes: number, end: number) {
    this.#clock = clock;
    this.#lanes = lanes;
    this.end = end;
  }

  /** What lies beyond the end doesn't happen. */
  plan(at: number, key: string, act: Entry['act']): void {
    if (at < this.end) this.#agenda.add({ at, key, act });
  }

  /** @param told of the simulated time now and then */
  async play(told: (at: number) => void): Promise<void> {
    for (;;) {
      const first = this.#agenda.first;
      const until = first?.at ?? this.end;
      const due = this.#clock.nextMinute(until);
      if (due !== null && due <= Math.min(until, this.end)) {
        await this.#clock.run(due, this.onFile);
        continue;
      }
      if (first === undefined) return;
      const batch = this.#batch(first.at, Math.min(due ?? this.end, first.at + CLOSE));
      await Promise.all(batch.map(({ act, at }) => act(at)));
      this.acts += batch.length;
      told(first.at);
    }
  }

  /** Lets everything that is still on its way come to rest; nobody acts any more. @returns when it had */
  async rest(minutes: number): Promise<number> {
    const last = this.end + minutes * MINUTE;
    for (;;) {
      const due = this.#clock.nextMinute(last);
      if (due === null || due > last) break;
      await this.#clock.run(due, this.onFile);
    }
    return last;
  }

  #batch(from: number, before: number): Entry[] {
    const batch: Entry[] = [];
    while (batch.length < this.#lanes) {
      const next = this.#agenda.first;
      if (next === undefined || (next.at !== from && next.at >= before)) break;
      if (batch.some(({ key }) => key === next.key)) break;
      this.#agenda.take();
      batch.push(next);
    }
    return batch;
  }
}
