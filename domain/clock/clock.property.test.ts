/** One deadline through any life: pauses, other times, stops, and a timer that may be down for days. */
import fc from 'fast-check';
import { anyCalendar, anyDuration, anyMinute, SEED } from '../../test/support/any-calendar';
import {
  type Allowed,
  type Clock,
  dueFirings,
  elapsedMs,
  firingKey,
  isOverdue,
  isPaused,
  markFired,
  nextFiringAt,
  pauseClock,
  pausedMs,
  reallowClock,
  resumeClock,
  startClock,
  stopClock,
} from './clock';
import { DAY_MS, epoch, HOUR_MS, instant, MINUTE_MS } from './zone';

const run = { seed: SEED, numRuns: 150 };
type AClock = Clock<'resolution'>;

/** A time of the policy, or one that was agreed. */
const anyAllowed = fc.oneof(
  { weight: 4, arbitrary: anyDuration.map((duration) => () => duration as Allowed) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -DAY_MS, max: 20 * DAY_MS }).map(
      (ms) =>
        (startedAt: number): Allowed => ({ until: instant(startedAt + ms) }),
    ),
  },
);

const anyStart = fc.record({
  calendar: anyCalendar,
  startedAt: anyMinute,
  allowed: anyAllowed,
  warnAtShare: fc.constantFrom(0.5, 0.8, 0.95),
  highestLevel: fc.integer({ min: 1, max: 4 }),
  limits: fc.record({ most: fc.integer({ min: 0, max: 4 }), togetherDays: fc.integer({ min: 0, max: 9 }) }),
});
type AnyStart = typeof anyStart extends fc.Arbitrary<infer T> ? T : never;

const started = ({ calendar, startedAt, allowed, warnAtShare, highestLevel }: AnyStart): AClock =>
  startClock(
    {
      kind: 'resolution',
      round: 1,
      startedAt: instant(startedAt),
      allowed: allowed(startedAt),
      warnAtShare,
      highestLevel,
    },
    calendar,
  );

/** Things that happen to a clock, each so many ms after the one before. */
const anyAct = fc.oneof(
  fc.record({ do: fc.constant('pause' as const), after: fc.integer({ min: 0, max: 3 * DAY_MS }) }),
  fc.record({ do: fc.constant('resume' as const), after: fc.integer({ min: 0, max: 3 * DAY_MS }) }),
);
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never;

/** What is refused changes nothing. */
const afterAct = (clock: AClock, act: Act['do'], at: number, { calendar, limits }: AnyStart): AClock => {
  if (act === 'resume') return resumeClock(clock, instant(at), calendar);
  const result = pauseClock(clock, instant(at), '等住户在家', limits, calendar);
  return result.ok ? result.clock : clock;
};
const afterActs = (clock: AClock, acts: readonly Act[], start: AnyStart) => {
  let at = epoch(clock.startedAt);
  let now = clock;
  for (const act of acts) {
    at += act.after;
    now = afterAct(now, act.do, at, start);
  }
  return { clock: now, at };
};

const timesOf = (clock: AClock): number[] => [clock.warnAt, clock.dueAt, ...clock.laterAt].map(epoch);
const isNoEarlier = (times: readonly number[], before: readonly number[]): boolean =>
  times.every((t, i) => t >= (before[i] ?? t));
const isSorted = (times: readonly number[]): boolean => times.every((t, i) => i === 0 || (times[i - 1] ?? t) <= t);

describe('a clock, whatever its time and its calendar', () => {
  test('[CK-02] warns before it is due, and each further 100 % takes as long again on its own axis', () => {
    fc.assert(
      fc.property(anyStart, (start) => {
        const clock = started(start);
        const times = timesOf(clock);
        expect(isSorted(times)).toBe(true);
        const elapsed = (at: number) => elapsedMs(clock, instant(at), start.calendar);
        const whole = elapsed(epoch(clock.dueAt));
        times.forEach((at, level) => {
          const share = level === 0 ? start.warnAtShare : level;
          expect(elapsed(at)).toBe(Math.round(whole * share));
        });
      }),
      run,
    );
  });

  test('[CK-05] pausing never brings a level forward, and costs exactly what it lasted', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyAct, { maxLength: 8 }), (start, acts) => {
        const whole = started(start);
        let clock = whole;
        let at = epoch(clock.startedAt);
        for (const act of acts) {
          const before = timesOf(clock);
          at += act.after;
          clock = afterAct(clock, act.do, at, start);
          // Resuming gives back what of the pause wasn't used.
          if (act.do === 'pause') expect(isNoEarlier(timesOf(clock), before)).toBe(true);
        }
        expect(isNoEarlier(timesOf(clock), timesOf(whole))).toBe(true);
        expect(isSorted(timesOf(clock))).toBe(true);
        expect(elapsedMs(clock, clock.dueAt, start.calendar)).toBe(elapsedMs(whole, whole.dueAt, start.calendar));
      }),
      run,
    );
  });

  test('[CK-05] never more pauses than the policy gives, nor longer together', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyAct, { maxLength: 12 }), (start, acts) => {
        const { clock, at } = afterActs(started(start), acts, start);
        const { most, togetherDays } = start.limits;
        expect(clock.pauses.length).toBeLessThanOrEqual(most);
        expect(pausedMs(clock, instant(at + 400 * DAY_MS))).toBeLessThanOrEqual(togetherDays * DAY_MS);
        // Intervals follow each other and don't overlap.
        clock.pauses.forEach((pause, i) => {
          const next = clock.pauses[i + 1];
          if (next !== undefined) expect(epoch(pause.to ?? pause.endsBy)).toBeLessThanOrEqual(epoch(next.from));
        });
      }),
      run,
    );
  });

  test('[CK-05] another time counts as if it had been given from the start: no elapsed time is lost', () => {
    fc.assert(
      fc.property(
        anyStart,
        anyAllowed,
        fc.array(anyAct, { maxLength: 6 }),
        fc.array(fc.nat(4)),
        (start, other, acts, fired) => {
          const { clock: lived, at } = afterActs(started(start), acts, start);
          const clock = markFired(lived, fired);
          const allowed = other(start.startedAt);
          const changed = reallowClock(clock, instant(at), allowed, start.calendar);
          const fromTheStart = afterActs(started({ ...start, allowed: other }), acts, start).clock;
          expect(timesOf(changed)).toEqual(timesOf(fromTheStart));
          expect(changed.pauses).toEqual(clock.pauses);
          for (const later of [0, HOUR_MS, 3 * DAY_MS]) {
            const now = instant(at + later);
            expect(elapsedMs(changed, now, start.calendar)).toBe(elapsedMs(fromTheStart, now, start.calendar));
          }
          // Back again and nothing has happened, except that what lies ahead will fire.
          const back = reallowClock(changed, instant(at), clock.allowed, start.calendar);
          expect(timesOf(back)).toEqual(timesOf(clock));
          // What was missed stays missed.
          for (const level of clock.fired)
            if ((timesOf(changed)[level] ?? 0) <= at) expect(changed.fired).toContain(level);
        },
      ),
      run,
    );
  });

  test('[CK-01] more time is never due earlier, nor is a later start', () => {
    fc.assert(
      fc.property(anyStart, anyDuration, fc.nat(20 * DAY_MS), (start, duration, later) => {
        const clock = started({ ...start, allowed: () => duration });
        const after = started({ ...start, allowed: () => duration, startedAt: start.startedAt + later });
        expect(epoch(after.dueAt)).toBeGreaterThanOrEqual(epoch(clock.dueAt));
        const [[unit, count] = ['minutes', 1]] = Object.entries(duration);
        const longer = started({ ...start, allowed: () => ({ [unit]: count + 1 }) as Allowed });
        expect(epoch(longer.dueAt)).toBeGreaterThanOrEqual(epoch(clock.dueAt));
      }),
      run,
    );
  });

  test('[CK-05] resuming twice and stopping twice is doing it once', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyAct, { maxLength: 6 }), fc.nat(DAY_MS), (start, acts, later) => {
        const { clock, at } = afterActs(started(start), acts, start);
        const [once, again] = [instant(at), instant(at + later)];
        const resumed = resumeClock(clock, once, start.calendar);
        expect(resumeClock(resumed, again, start.calendar)).toEqual(resumed);
        expect(isPaused(resumed, again)).toBe(false);
        const stopped = stopClock(clock, once, start.calendar);
        expect(stopClock(stopped, again, start.calendar)).toBe(stopped);
        expect(resumeClock(stopped, again, start.calendar)).toBe(stopped);
        expect(reallowClock(stopped, again, { minutes: 1 }, start.calendar)).toBe(stopped);
        expect(pauseClock(stopped, again, '等住户在家', start.limits, start.calendar)).toEqual({
          ok: false,
          why: 'stopped',
        });
        expect(elapsedMs(stopped, again, start.calendar)).toBe(elapsedMs(stopped, once, start.calendar));
        expect(stopped.dueAt).toBe(resumed.dueAt);
      }),
      run,
    );
  });
});

/** What a timer that looks at these moments records, the way the product does it: what is due, each marked. */
const recordedAt = (clock: AClock, moments: readonly number[]) => {
  let now = clock;
  const seen: { key: string; level: number; at: number; noticed: number }[] = [];
  for (const moment of moments) {
    const firings = dueFirings(now, instant(moment));
    const next = nextFiringAt(now);
    // The timer finds it by `nextFiringAt` alone (CK-08): set exactly when something will be due.
    expect(firings.length > 0).toBe(next !== null && epoch(next) <= moment);
    for (const firing of firings)
      seen.push({ key: firingKey(now, firing), level: firing.level, at: epoch(firing.at), noticed: moment });
    now = markFired(
      now,
      firings.map((f) => f.level),
    );
    expect(dueFirings(now, instant(moment))).toEqual([]);
  }
  return { clock: now, seen };
};

describe('a timer that looks at any moments', () => {
  /** Steps between two looks: mostly a minute, sometimes it was down for days. */
  const looks = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 60 * MINUTE_MS }) },
      { weight: 3, arbitrary: fc.integer({ min: HOUR_MS, max: DAY_MS }) },
      { weight: 1, arbitrary: fc.integer({ min: DAY_MS, max: 60 * DAY_MS }) },
    ),
    { minLength: 1, maxLength: 40 },
  );
  const momentsOf = (from: number, steps: readonly number[]): number[] => {
    let at = from;
    return steps.map((step) => (at += step));
  };

  test('[CK-09, CK-07] records each level once, with its true time, in order, however long it was down', () => {
    fc.assert(
      fc.property(anyStart, looks, (start, steps) => {
        const clock = started(start);
        const moments = momentsOf(start.startedAt, steps);
        const last = moments.at(-1) ?? start.startedAt;
        const { seen } = recordedAt(clock, moments);
        expect(new Set(seen.map((s) => s.key)).size).toBe(seen.length);
        const due = timesOf(clock).flatMap((at, level) => (at <= last ? [{ level, at }] : []));
        expect(seen.map(({ level, at }) => ({ level, at }))).toEqual(due);
        // Seen at the first look at or after its time.
        for (const { at, noticed } of seen) expect(noticed).toBe(moments.find((m) => m >= at));
      }),
      run,
    );
  });

  test('[CK-07] one look at the end finds the same levels at the same times as a look every minute', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyAct, { maxLength: 5 }), fc.nat(30 * DAY_MS), (start, acts, later) => {
        const { clock, at } = afterActs(started(start), acts, start);
        const last = at + later;
        const often = momentsOf(
          start.startedAt,
          Array.from({ length: 200 }, () => Math.max(1, (last - start.startedAt) / 200)),
        ).map(Math.floor);
        const facts = (moments: readonly number[]) => recordedAt(clock, moments).seen.map(({ key }) => key);
        expect(facts([...often, last])).toEqual(facts([last]));
      }),
      { ...run, numRuns: 60 },
    );
  });

  test('[CK-07] stopped while it was down: every miss before the stop is recorded, nothing after it, no warning', () => {
    fc.assert(
      fc.property(anyStart, fc.nat(60 * DAY_MS), fc.nat(60 * DAY_MS), (start, ran, down) => {
        const clock = started(start);
        const at = start.startedAt + ran;
        const stopped = stopClock(clock, instant(at), start.calendar);
        const { seen } = recordedAt(stopped, [at + down]);
        const missed = timesOf(clock).flatMap((t, level) => (level > 0 && t < at ? [level] : []));
        expect(seen.map((s) => s.level)).toEqual(missed);
        expect(isOverdue(stopped, instant(at + down))).toBe(missed.length > 0);
      }),
      run,
    );
  });

  test('[CK-09, CK-05] through pauses, other times and a stop: no firing is recorded twice, none before its time', () => {
    const life = fc.array(
      fc.record({
        do: fc.constantFrom('look' as const, 'look' as const, 'pause' as const, 'resume' as const, 'reallow' as const),
        after: fc.integer({ min: 0, max: 2 * DAY_MS }),
        to: anyAllowed,
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(anyStart, life, fc.boolean(), (start, acts, stops) => {
        const { calendar, startedAt } = start;
        let clock = started(start);
        let at = startedAt;
        const keys: string[] = [];
        const look = () => {
          const { clock: after, seen } = recordedAt(clock, [at]);
          for (const { at: due } of seen) expect(due).toBeLessThanOrEqual(at);
          keys.push(...seen.map((s) => s.key));
          clock = after;
        };
        for (const act of acts) {
          at += act.after;
          if (act.do === 'look') look();
          else if (act.do === 'reallow') clock = reallowClock(clock, instant(at), act.to(startedAt), calendar);
          else clock = afterAct(clock, act.do, at, start);
        }
        if (stops) clock = stopClock(clock, instant(at), calendar);
        at += 400 * DAY_MS;
        look();
        expect(new Set(keys).size).toBe(keys.length);
        // In the end every level stands recorded that came due on the clock as it last was, but no warning after the stop.
        const due = timesOf(clock).flatMap((t, level) =>
          stops ? (level > 0 && t < epoch(clock.stoppedAt ?? '') ? [level] : []) : t <= at ? [level] : [],
        );
        for (const level of due) expect(clock.fired).toContain(level);
      }),
      run,
    );
  });
});
