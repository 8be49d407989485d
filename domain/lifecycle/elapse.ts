/** Levels of clocks that came due (CK-02, CK-07, CK-09): which are not recorded yet, and how they are recorded. */
import type { Instant } from '../../types/ids';
import { type Clock, dueFirings, isSameClock, type Firing, markFired } from '../clock/clock';
import type { Subject } from './subject';

/** `trueAt`: when the level came due, which may be long before it was noticed (CK-07). */
export interface ClockPassed<K extends string> {
  clock: K;
  /** Which one, where several of its kind run at once. */
  of?: string;
  dueAt: Instant;
  level: number;
  trueAt: Instant;
}

type Clocked<K extends string> = Pick<Subject<K>, 'clocks'>;

export const dueFiringsOf = <K extends string>(
  { clocks }: Clocked<K>,
  now: Instant,
): { clock: Clock<K>; firing: Firing }[] =>
  clocks
    .flatMap((clock) => dueFirings(clock, now).map((firing) => ({ clock, firing })))
    .sort((a, b) => (a.firing.at < b.firing.at ? -1 : 1));

/** Records each level that has come due, once: a warning first, then the misses. */
export function recordElapsed<K extends string>(
  draft: { readonly now: Clocked<K> },
  now: Instant,
  append: (type: 'clockWarned' | 'clockMissed', data: ClockPassed<K>, marked: readonly Clock<K>[]) => void,
): void {
  for (const { clock, firing } of dueFiringsOf(draft.now, now)) {
    const current = draft.now.clocks.find((c) => isSameClock(c, clock)) ?? clock;
    const of = clock.of === undefined ? {} : { of: clock.of };
    const data = { clock: clock.kind, ...of, dueAt: clock.dueAt, level: firing.level, trueAt: firing.at };
    append(firing.level === 0 ? 'clockWarned' : 'clockMissed', data, [markFired(current, [firing.level])]);
  }
}
