/**
 * One deadline as a value (CK-02): what was allowed, when it warns, when it is missed, when each further 100 % is over.
 *
 * Every instant is computed from the start, what is allowed and the pauses as intervals (CK-05); nothing counts from the last
 * change (CK-09). All firing times stand in the value, so the timer finds what is due by `nextFiringAt` without a calendar (CK-08).
 */
import type { Instant } from '../../types/ids';
import type { ClockKind } from '../../types/vocabulary';
import { advance, type Axis, axisOf, type Calendar, type Duration, dueAt as endOf, measure } from './duration';
import { DAY_MS, epoch, instant, MINUTE_MS } from './zone';

/** What a clock gives: a time of the policy, or an instant that was agreed (the plan's expected time, the time a resident asked for). */
export type Allowed = Duration | { until: Instant };

export interface Pause {
  from: Instant;
  /** Missing while the pause is open. */
  to?: Instant;
  reason: string;
  /** When the days that pauses may take together are used up: the clock runs on from here even if nobody resumes it (CK-05). */
  endsBy: Instant;
}

export interface Clock<K extends string = ClockKind> {
  kind: K;
  /** Which one, where several of its kind run at once. */
  of?: string;
  /** Round of the complaint or action that it belongs to, from 1. */
  round: number;
  startedAt: Instant;
  allowed: Allowed;
  warnAt: Instant;
  dueAt: Instant;
  /** When 200 %, 300 % … of its time are over, one per level above 1. */
  laterAt: Instant[];
  /** Share of its time at which it warns, of the policy it was started under. */
  warnAtShare: number;
  stoppedAt?: Instant;
  pauses: Pause[];
  /** Levels already recorded: 0 = warned, 1 = missed, 2 = 200 % … */
  fired: number[];
}

/** A level that came due, with the true time at which it did (CK-07). */
export interface Firing {
  level: number;
  at: Instant;
}

export interface PauseLimits {
  most: number;
  togetherDays: number;
}

/** An agreed time that isn't after the start leaves this much, so that its levels still follow each other. */
const LEAST_MS = MINUTE_MS;

const axisOfAllowed = (allowed: Allowed): Axis => ('until' in allowed ? 'wall' : axisOf(allowed));

/** The clock's whole time on its axis, in ms. */
const wholeTime = (startedAt: Instant, allowed: Allowed, calendar: Calendar): number => {
  const end = 'until' in allowed ? allowed.until : endOf(startedAt, allowed, calendar);
  return Math.max(LEAST_MS, measure(epoch(startedAt), epoch(end), axisOfAllowed(allowed), calendar));
};

const pauseEnd = (pause: Pause): number =>
  Math.min(epoch(pause.endsBy), pause.to === undefined ? Number.POSITIVE_INFINITY : epoch(pause.to));

/** The instant at which `ms` of the axis have run since the start, the pauses left out. */
const whenElapsed = (
  clock: Pick<Clock<string>, 'startedAt' | 'pauses'>,
  ms: number,
  axis: Axis,
  calendar: Calendar,
): number => {
  let at = epoch(clock.startedAt);
  let left = ms;
  for (const pause of clock.pauses) {
    const running = measure(at, epoch(pause.from), axis, calendar);
    if (running >= left) break;
    left -= running;
    at = Math.max(at, pauseEnd(pause));
  }
  return advance(at, left, axis, calendar);
};

/** The same clock with its firing times computed anew from start, time and pauses. */
const timed = <K extends string>(clock: Clock<K>, calendar: Calendar): Clock<K> => {
  const whole = wholeTime(clock.startedAt, clock.allowed, calendar);
  const axis = axisOfAllowed(clock.allowed);
  const at = (share: number) => instant(whenElapsed(clock, Math.round(whole * share), axis, calendar));
  return { ...clock, warnAt: at(clock.warnAtShare), dueAt: at(1), laterAt: clock.laterAt.map((_, i) => at(i + 2)) };
};

const instants = (clock: Clock<string>): Instant[] => [clock.warnAt, clock.dueAt, ...clock.laterAt];

export interface ClockStart<K extends string> {
  kind: K;
  of?: string;
  round: number;
  startedAt: Instant;
  allowed: Allowed;
  /** `policy.warning.atShare` */
  warnAtShare: number;
  /** The top of its ladder (`highestLevel` of ladder.ts): 1 = only missed, 3 = up to 300 %. */
  highestLevel: number;
}

export const startClock = <K extends string>(start: ClockStart<K>, calendar: Calendar): Clock<K> => {
  const { highestLevel, ...rest } = start;
  const { startedAt } = start;
  const laterAt = Array.from({ length: Math.max(0, highestLevel - 1) }, () => startedAt);
  return timed({ ...rest, warnAt: startedAt, dueAt: startedAt, laterAt, pauses: [], fired: [] }, calendar);
};

export const isRunning = (clock: Clock<string>): boolean => clock.stoppedAt === undefined;

/** True while it waits for the resident. */
export const isPaused = (clock: Clock<string>, now: Instant): boolean => {
  const last = clock.pauses.at(-1);
  return isRunning(clock) && last !== undefined && last.to === undefined && epoch(now) < epoch(last.endsBy);
};

/** How much of what pauses may take together is used at `now`, in ms. */
export const pausedMs = (clock: Clock<string>, now: Instant): number =>
  clock.pauses.reduce((sum, pause) => sum + Math.max(0, Math.min(pauseEnd(pause), epoch(now)) - epoch(pause.from)), 0);

export type PauseResult<K extends string> =
  | { ok: true; clock: Clock<K> }
  | { ok: false; why: 'stopped' | 'alreadyPaused' | 'tooMany' | 'tooLong' | 'overlaps' };

/** Why a pause is refused, for people. */
export const PAUSE_REFUSALS = {
  stopped: '时限已结束，不能暂停。',
  alreadyPaused: '正在等待住户，无需再次暂停。',
  tooMany: '暂停次数已用完。',
  tooLong: '暂停的总天数已用完。',
  overlaps: '暂停的开始时间早于上一次操作。',
} as const satisfies Record<Extract<PauseResult<string>, { ok: false }>['why'], string>;

/**
 * Waiting for the resident (CK-05): at most `most` pauses of together `togetherDays` × 24 hours; the last one ends by itself
 * there, or sooner at `until`.
 */
export const pauseClock = <K extends string>(
  clock: Clock<K>,
  at: Instant,
  reason: string,
  limits: PauseLimits,
  calendar: Calendar,
  until?: Instant,
): PauseResult<K> => {
  if (!isRunning(clock)) return { ok: false, why: 'stopped' };
  if (isPaused(clock, at)) return { ok: false, why: 'alreadyPaused' };
  const last = clock.pauses.at(-1);
  if (epoch(at) < (last === undefined ? epoch(clock.startedAt) : pauseEnd(last))) return { ok: false, why: 'overlaps' };
  if (clock.pauses.length >= limits.most) return { ok: false, why: 'tooMany' };
  const left = limits.togetherDays * DAY_MS - pausedMs(clock, at);
  if (left <= 0) return { ok: false, why: 'tooLong' };
  const longest = epoch(at) + left;
  const endsBy = until === undefined ? longest : Math.max(epoch(at), Math.min(longest, epoch(until)));
  const pause: Pause = { from: at, reason, endsBy: instant(endsBy) };
  return { ok: true, clock: timed({ ...clock, pauses: [...clock.pauses, pause] }, calendar) };
};

/** Runs on; without effect when it isn't paused. */
export const resumeClock = <K extends string>(clock: Clock<K>, at: Instant, calendar: Calendar): Clock<K> => {
  const last = clock.pauses.at(-1);
  if (last === undefined || last.to !== undefined) return clock;
  const to = instant(Math.max(epoch(last.from), Math.min(epoch(at), epoch(last.endsBy))));
  return timed({ ...clock, pauses: [...clock.pauses.slice(0, -1), { ...last, to }] }, calendar);
};

/** Stops at the act that it waited for; an open pause ends there. Stopping twice keeps the first. */
export const stopClock = <K extends string>(clock: Clock<K>, at: Instant, calendar: Calendar): Clock<K> =>
  isRunning(clock) ? { ...resumeClock(clock, at, calendar), stoppedAt: at } : clock;

/**
 * Another time from now on (a raised severity, a changed policy, a postponement: HD-05). Start and pauses stay, so nothing is lost;
 * what was missed stays missed, and levels that lie ahead again will fire again, at their new time.
 */
export const reallowClock = <K extends string>(
  clock: Clock<K>,
  at: Instant,
  allowed: Allowed,
  calendar: Calendar,
): Clock<K> => {
  if (!isRunning(clock)) return clock;
  const changed = timed({ ...clock, allowed }, calendar);
  const times = instants(changed);
  return { ...changed, fired: changed.fired.filter((level) => epoch(times[level] ?? at) <= epoch(at)) };
};

/**
 * Levels not recorded yet, in order. A stopped clock still has the misses that came before it was stopped (CK-07),
 * but nobody is left to warn; met exactly at the due time is in time.
 */
const unrecorded = (clock: Clock<string>): Firing[] =>
  instants(clock)
    .map((at, level) => ({ level, at }))
    .filter(
      ({ level, at }) =>
        !clock.fired.includes(level) &&
        (clock.stoppedAt === undefined || (level > 0 && epoch(at) < epoch(clock.stoppedAt))),
    );

/** When the timer must look at the clock next; `null` when nothing is left to record. */
export const nextFiringAt = (clock: Clock<string>): Instant | null => unrecorded(clock)[0]?.at ?? null;

/** All levels that have come due by `now` and aren't recorded, each with its true time (CK-07). */
export const dueFirings = (clock: Clock<string>, now: Instant): Firing[] =>
  unrecorded(clock).filter(({ at }) => epoch(at) <= epoch(now));

/** Records levels, each once (CK-09). */
export const markFired = <K extends string>(clock: Clock<K>, levels: readonly number[]): Clock<K> => ({
  ...clock,
  fired: [...new Set([...clock.fired, ...levels])].sort((a, b) => a - b),
});

/** The same one at another time: kinds, rounds and starts tell them apart, and `of` those that run at once. */
export const isSameClock = (a: Clock<string>, b: Clock<string>): boolean =>
  a.kind === b.kind && a.of === b.of && a.round === b.round && a.startedAt === b.startedAt;

/** The key under which a firing is recorded once, within its complaint or action (CK-09). */
export const firingKey = (clock: Clock<string>, firing: Firing): string =>
  `${clock.kind}${clock.of === undefined ? '' : `(${clock.of})`}:${clock.round}:${firing.level}:${firing.at}`;

/** Time that has run on the clock's own axis until `now` or until it was stopped, pauses left out, in ms. */
export const elapsedMs = (clock: Clock<string>, now: Instant, calendar: Calendar): number => {
  const end = Math.min(epoch(now), clock.stoppedAt === undefined ? Number.POSITIVE_INFINITY : epoch(clock.stoppedAt));
  const axis = axisOfAllowed(clock.allowed);
  const paused = clock.pauses.reduce(
    (sum, pause) => sum + measure(epoch(pause.from), Math.min(pauseEnd(pause), end), axis, calendar),
    0,
  );
  return measure(epoch(clock.startedAt), end, axis, calendar) - paused;
};

/** Whether it was missed: still running after its due time, or stopped after it. Every on-time rate (RP-04) counts with this. */
export const isOverdue = (clock: Clock<string>, now: Instant): boolean =>
  epoch(clock.dueAt) < epoch(clock.stoppedAt ?? now);
