import fc from 'fast-check';
import { PersonId } from '../../types/ids';
import { DEFAULT_POLICY } from '../policy/defaults';
import { calendarOf } from './calendar';
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
  reallowClock,
  resumeClock,
  startClock,
  stopClock,
} from './clock';
import { highestLevel, LADDERS, type Post, toldAt } from './ladder';
import { DAY_MS, epoch, HOUR_MS, instant, MINUTE_MS, startOfDay } from './zone';

const calendar = calendarOf(DEFAULT_POLICY);
const limits = DEFAULT_POLICY.pauses;
const local = (text: string): string =>
  instant(
    startOfDay(text.slice(0, 10), calendar) +
      (Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))) * MINUTE_MS,
  );

const aClock = (allowed: Allowed, from = '2026-11-16 10:00'): Clock<'resolution'> =>
  startClock(
    { kind: 'resolution', round: 1, startedAt: local(from), allowed, warnAtShare: 0.8, highestLevel: 3 },
    calendar,
  );
const paused = (clock: Clock<'resolution'>, at: string): Clock<'resolution'> => {
  const result = pauseClock(clock, local(at), '等住户在家', limits, calendar);
  if (!result.ok) throw new Error(result.why);
  return result.clock;
};
const refusal = (clock: Clock<'resolution'>, at: string) => {
  const result = pauseClock(clock, local(at), '等住户在家', limits, calendar);
  return result.ok ? null : result.why;
};

describe('a clock', () => {
  test('[CK-02] warns at 80 %, is missed at 100 %, and again at each further 100 %', () => {
    const clock = aClock({ minutes: 60 });
    expect([clock.warnAt, clock.dueAt, ...clock.laterAt]).toEqual(
      ['2026-11-16 10:48', '2026-11-16 11:00', '2026-11-16 12:00', '2026-11-16 13:00'].map(local),
    );
  });

  test('[CK-02] counts its shares on service time', () => {
    const clock = aClock({ serviceMinutes: 30 }, '2026-11-16 20:50'); // Mon, closes 21:00, opens 08:30
    expect([clock.warnAt, clock.dueAt, ...clock.laterAt]).toEqual(
      ['2026-11-17 08:44', '2026-11-17 08:50', '2026-11-17 09:20', '2026-11-17 09:50'].map(local),
    );
  });

  test('[CK-02] counts working days without the weekend', () => {
    const clock = aClock({ workingDays: 1 }, '2026-11-20 12:00'); // Fri noon: 12 h of Friday + Monday = 36 h
    expect(clock.dueAt).toBe(local('2026-11-23 24:00'));
    expect(clock.warnAt).toBe(instant(epoch(local('2026-11-23 00:00')) + 36 * HOUR_MS * 0.8 - 12 * HOUR_MS));
    expect(clock.laterAt[0]).toBe(local('2026-11-25 12:00'));
  });

  test('[CK-09] takes what is due once, each level with its true time', () => {
    const clock = aClock({ minutes: 60 });
    expect(nextFiringAt(clock)).toBe(local('2026-11-16 10:48'));
    expect(dueFirings(clock, local('2026-11-16 10:47'))).toEqual([]);
    const warned = dueFirings(clock, local('2026-11-16 10:48'));
    expect(warned).toEqual([{ level: 0, at: local('2026-11-16 10:48') }]);
    const after = markFired(clock, [0]);
    expect(dueFirings(after, local('2026-11-16 10:59'))).toEqual([]);
    expect(nextFiringAt(after)).toBe(local('2026-11-16 11:00'));
    expect(markFired(after, [0]).fired).toEqual([0]);
  });

  test('[CK-07] after the system was down it takes all levels with the times at which they came due', () => {
    const clock = aClock({ minutes: 60 });
    const firings = dueFirings(clock, local('2026-11-18 08:00'));
    expect(firings).toEqual([
      { level: 0, at: local('2026-11-16 10:48') },
      { level: 1, at: local('2026-11-16 11:00') },
      { level: 2, at: local('2026-11-16 12:00') },
      { level: 3, at: local('2026-11-16 13:00') },
    ]);
    expect(nextFiringAt(markFired(clock, [0, 1, 2, 3]))).toBeNull();
    expect(new Set(firings.map((firing) => firingKey(clock, firing))).size).toBe(4);
  });

  test('[CK-07] stopped too late while the system was down: the miss is recorded, the warning no longer', () => {
    const stopped = stopClock(aClock({ minutes: 60 }), local('2026-11-16 11:30'), calendar);
    expect(dueFirings(stopped, local('2026-11-18 08:00'))).toEqual([{ level: 1, at: local('2026-11-16 11:00') }]);
    expect(isOverdue(stopped, local('2026-11-18 08:00'))).toBe(true);
  });

  test('[CK-02] met in time, even in the last moment, it never fires', () => {
    const stopped = stopClock(aClock({ minutes: 60 }), local('2026-11-16 11:00'), calendar);
    expect(nextFiringAt(stopped)).toBeNull();
    expect(isOverdue(stopped, local('2026-11-18 08:00'))).toBe(false);
    expect(stopClock(stopped, local('2026-11-17 11:00'), calendar)).toBe(stopped);
  });

  test('[HD-06] [HD-05] an agreed time is due at that very time', () => {
    expect(aClock({ until: local('2026-11-19 15:30') }).dueAt).toBe(local('2026-11-19 15:30'));
  });
});

describe('pauses', () => {
  test('[CK-05] push the due time by as long as they last', () => {
    const clock = aClock({ days: 2 }); // Mon 10:00 → Wed 24:00
    const resumed = resumeClock(paused(clock, '2026-11-17 09:00'), local('2026-11-18 09:00'), calendar);
    expect(clock.dueAt).toBe(local('2026-11-18 24:00'));
    expect(resumed.dueAt).toBe(local('2026-11-19 24:00'));
    expect(elapsedMs(resumed, local('2026-11-18 10:00'), calendar)).toBe(24 * HOUR_MS);
  });

  test('[CK-05] nothing fires while it waits, what came due before still does', () => {
    const waiting = paused(aClock({ minutes: 60 }), '2026-11-16 10:50');
    expect(isPaused(waiting, local('2026-11-17 10:00'))).toBe(true);
    expect(dueFirings(waiting, local('2026-11-17 10:00'))).toEqual([{ level: 0, at: local('2026-11-16 10:48') }]);
    expect(elapsedMs(waiting, local('2026-11-17 10:00'), calendar)).toBe(50 * MINUTE_MS);
  });

  test('[CK-05] at most 3', () => {
    let clock = aClock({ days: 30 });
    for (const day of ['17', '18', '19'])
      clock = resumeClock(paused(clock, `2026-11-${day} 09:00`), local(`2026-11-${day} 10:00`), calendar);
    expect(refusal(clock, '2026-11-20 09:00')).toBe('tooMany');
  });

  test('[CK-05] together 7 days: the clock runs on by itself when they are used up', () => {
    const clock = resumeClock(paused(aClock({ days: 30 }), '2026-11-17 09:00'), local('2026-11-22 09:00'), calendar); // 5 days
    const waiting = paused(clock, '2026-11-23 09:00');
    expect(waiting.pauses.at(-1)?.endsBy).toBe(local('2026-11-25 09:00')); // 2 days left
    expect(isPaused(waiting, local('2026-11-25 08:59'))).toBe(true);
    expect(isPaused(waiting, local('2026-11-25 09:00'))).toBe(false);
    expect(resumeClock(waiting, local('2026-12-01 09:00'), calendar).dueAt).toBe(waiting.dueAt);
    expect(waiting.dueAt).toBe(instant(epoch(aClock({ days: 30 }).dueAt) + 7 * DAY_MS));
    expect(refusal(waiting, '2026-11-26 09:00')).toBe('tooLong');
  });

  test('[CK-05] are refused when it is paused, stopped or the time lies before the last act', () => {
    const waiting = paused(aClock({ days: 2 }), '2026-11-17 09:00');
    expect(refusal(waiting, '2026-11-17 10:00')).toBe('alreadyPaused');
    expect(refusal(resumeClock(waiting, local('2026-11-17 12:00'), calendar), '2026-11-17 11:00')).toBe('overlaps');
    expect(refusal(stopClock(waiting, local('2026-11-17 12:00'), calendar), '2026-11-17 13:00')).toBe('stopped');
    expect(refusal(aClock({ days: 2 }), '2026-11-15 09:00')).toBe('overlaps');
  });

  test('[CK-05] a raised severity or a changed policy loses none', () => {
    const waited = resumeClock(paused(aClock({ days: 2 }), '2026-11-16 12:00'), local('2026-11-16 15:00'), calendar);
    expect(reallowClock(waited, local('2026-11-16 16:00'), { days: 1 }, calendar).dueAt).toBe(
      local('2026-11-18 03:00'),
    ); // Tue 24:00 + 3 h
    expect(reallowClock(waited, local('2026-11-16 16:00'), { days: 1 }, calendar).pauses).toEqual(waited.pauses);
  });

  const minute = fc.integer({ min: 1, max: 3000 });
  const allowed: fc.Arbitrary<Allowed> = fc.oneof(
    fc.record({ minutes: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ serviceMinutes: fc.integer({ min: 1, max: 3000 }) }),
    fc.record({ days: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ workingDays: fc.integer({ min: 1, max: 5 }) }),
  );

  test('[CK-05] never shorten, keep the levels in order, and cost what they lasted', () => {
    fc.assert(
      fc.property(allowed, fc.array(fc.tuple(minute, minute), { maxLength: 3 }), (time, gaps) => {
        const whole = aClock(time);
        let clock = whole;
        let at = epoch(clock.startedAt);
        for (const [run, wait] of gaps) {
          const result = pauseClock(clock, instant(at + run * MINUTE_MS), '等住户', limits, calendar);
          if (!result.ok) break;
          at += (run + wait) * MINUTE_MS;
          clock = resumeClock(result.clock, instant(at), calendar);
        }
        const times = [clock.warnAt, clock.dueAt, ...clock.laterAt].map(epoch);
        for (const [level, before] of [whole.warnAt, whole.dueAt, ...whole.laterAt].entries()) {
          expect(times[level]).toBeGreaterThanOrEqual(epoch(before));
        }
        expect([...times].sort((a, b) => a - b)).toEqual(times);
        // What was allowed has run exactly when it is due.
        expect(elapsedMs(clock, clock.dueAt, calendar)).toBe(elapsedMs(whole, whole.dueAt, calendar));
      }),
      { numRuns: 200 },
    );
  });
});

describe('another time from now on', () => {
  test('[HD-05] postponed in time: it warns again before the new time', () => {
    const warned = markFired(aClock({ until: local('2026-11-18 10:00') }), [0]);
    const postponed = reallowClock(warned, local('2026-11-18 09:00'), { until: local('2026-11-20 10:00') }, calendar);
    expect(postponed.dueAt).toBe(local('2026-11-20 10:00'));
    expect(nextFiringAt(postponed)).toBe(postponed.warnAt);
    expect(epoch(postponed.warnAt)).toBeGreaterThan(epoch(local('2026-11-18 09:00')));
  });

  test('[SV-21] [CK-05] shortened: what is over by the new time fires at once, and only once', () => {
    const clock = markFired(aClock({ minutes: 600 }), [0]);
    const shorter = reallowClock(clock, local('2026-11-16 19:00'), { minutes: 480 }, calendar); // due 18:00
    expect(dueFirings(shorter, local('2026-11-16 19:00'))).toEqual([{ level: 1, at: local('2026-11-16 18:00') }]);
  });
});

describe('the ladder', () => {
  const holders = (vacant: Post['role'][]) => (post: Post) =>
    vacant.includes(post.role) ? [] : [PersonId.parse(`${post.role}-1`)];

  test('[CK-02] goes one post up per level, up to the general manager', () => {
    const told = [0, 1, 2, 3, 4].map((level) => toldAt('resolution', level, holders([]))?.post.role);
    expect(told).toEqual(['handler', 'departmentHead', 'manager', 'generalManager', 'generalManager']);
  });

  test('[DP-05] not signed: the head, then the supervisor', () => {
    expect([0, 1].map((level) => toldAt('signing', level, holders([]))?.post.role)).toEqual([
      'departmentHead',
      'supervisor',
    ]);
  });

  test('[CK-02] a vacant post passes upward', () => {
    expect(toldAt('resolution', 0, holders(['handler', 'departmentHead']))?.post.role).toBe('manager');
    expect(toldAt('resolution', 3, holders(['generalManager']))).toBeNull();
  });

  test('[CK-02] every ladder ends with the general manager, and even one of a single post records its miss', () => {
    for (const [kind, posts] of Object.entries(LADDERS))
      expect([kind, posts.at(-1)?.role]).toEqual([kind, 'generalManager']);
    expect(highestLevel('signing')).toBe(3);
    expect(highestLevel('generalManagerNotice')).toBe(1);
  });
});
