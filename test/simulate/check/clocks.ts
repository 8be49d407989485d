import type { Clock } from '../../../domain/clock/clock';
import { isoOf, MINUTE } from '../times';
import type { Case, Evidence, Invariant } from './check';

/** From the due time to the run that notices it, when nothing is wrong. */
const LATE_MINUTES = 2;
/** After a standstill everything is caught up within this time; a killed run is repeated within it. */
const CATCH_UP_MINUTES = 30;

/** A complaint or an action: whatever has clocks and records what they did. */
interface Timed {
  clocks: readonly Clock<string>[];
  events: readonly { type: string; at: string; data: object }[];
}

interface Firing {
  at: string;
  clock: string;
  level: number;
  trueAt: string;
}

const firingsIn = ({ events }: Timed): Firing[] =>
  events.flatMap(({ type, at, data }) => {
    if (type !== 'clockWarned' && type !== 'clockMissed') return [];
    const { clock, level, trueAt } = data as Omit<Firing, 'at'>;
    return [{ at, clock, level, trueAt }];
  });

const levelsOf = (clock: Clock<string>): { level: number; at: number }[] =>
  [clock.warnAt, clock.dueAt, ...clock.laterAt].map((at, level) => ({ level, at: Date.parse(at) }));

const keyOf = (clock: string, level: number, at: number): string => `${clock} ${level} ${isoOf(at)}`;

/** Whether the timer stood still between the two. */
const stoodStill = ({ mishaps }: Evidence, from: number, to: number): boolean =>
  mishaps.outages.some((outage) => outage.from <= to && from <= outage.to);

const unhandled =
  (evidence: Evidence) =>
  (one: Timed): string[] => {
    const fired = new Set(firingsIn(one).map((f) => keyOf(f.clock, f.level, Date.parse(f.trueAt))));
    return one.clocks.flatMap((clock) =>
      levelsOf(clock).flatMap(({ level, at }) => {
        if (at > evidence.endedAt - CATCH_UP_MINUTES * MINUTE || fired.has(keyOf(clock.kind, level, at))) return [];
        const stopped = clock.stoppedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(clock.stoppedAt);
        // Nobody is warned of what has been done; a miss is recorded in any case.
        const slack = evidence.options.faults ? CATCH_UP_MINUTES : LATE_MINUTES;
        const mustBe = level > 0 ? at < stopped : at + slack * MINUTE < stopped && !stoodStill(evidence, at, at);
        return mustBe ? [`时限“${clock.kind}”第 ${level} 级（${isoOf(at)}）到期无人处理`] : [];
      }),
    );
  };

const twice =
  () =>
  (one: Timed): string[] => {
    const seen = new Set<string>();
    return firingsIn(one).flatMap((f) => {
      const key = keyOf(f.clock, f.level, Date.parse(f.trueAt));
      const again = seen.has(key);
      seen.add(key);
      return again ? [`时限 ${key} 记录了两次`] : [];
    });
  };

const late =
  (evidence: Evidence) =>
  (one: Timed): string[] =>
    firingsIn(one).flatMap(({ at, clock, level, trueAt }) => {
      const [due, noticed] = [Date.parse(trueAt), Date.parse(at)];
      if (noticed < due) return [`时限“${clock}”第 ${level} 级在到期前就被记录`];
      const slack = evidence.options.faults ? CATCH_UP_MINUTES : LATE_MINUTES;
      const from = evidence.mishaps.afterOutage(due);
      return noticed - from > slack * MINUTE
        ? [`时限“${clock}”第 ${level} 级迟了 ${Math.round((noticed - from) / MINUTE)} 分钟才处理`]
        : [];
    });

const of =
  (wrong: (one: Timed) => string[]) =>
  ({ complaint }: Case): string[] =>
    wrong(complaint);

/** Everything that is wrong with the clocks of one. */
export const clockWrongs = (one: Timed, evidence: Evidence): string[] => [
  ...unhandled(evidence)(one),
  ...twice()(one),
  ...late(evidence)(one),
];

export const CLOCK_INVARIANTS: readonly Invariant[] = [
  { rule: 'CK-09', says: '到期的时限没有漏处理的', check: (evidence) => ({ see: of(unhandled(evidence)) }) },
  { rule: 'CK-09', says: '同一级时限只记录一次', check: () => ({ see: of(twice()) }) },
  {
    rule: 'CK-07',
    says: '到期当分钟处理，停机后补办并写明真实到期时间',
    check: (evidence) => ({ see: of(late(evidence)) }),
  },
];
