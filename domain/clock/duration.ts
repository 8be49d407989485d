/**
 * How long something may take, and on which time it is counted (CK-01).
 *
 * Each duration runs on one of three time axes: `wall` (around the clock), `service` (only in the service hours that the
 * policy names) or `working` (only on working days, 24 hours each). Measuring and advancing on an axis is all that pauses,
 * warnings at 80 % and escalations at further 100 % need, so they treat every kind of deadline alike.
 */
import * as z from 'zod/mini';
import type { Instant } from '../../types/ids';
import {
  addDays,
  addMonths,
  DAY_MS,
  endOfDay,
  epoch,
  instant,
  localDate,
  MINUTE_MS,
  startOfDay,
  yearOf,
  type LocalDate,
  type Zone,
} from './zone';

const count = (least: number) =>
  z.int('请填写整数').check(z.gte(least, least === 0 ? '不能为负数' : `至少为 ${least}`), z.lte(100_000, '数值过大'));

export const DurationSchema = z.union(
  [
    /** Minutes around the clock. */
    z.strictObject({ minutes: count(1) }),
    /** Minutes within service hours; ends at closing time rather than at the next opening. */
    z.strictObject({ serviceMinutes: count(1) }),
    /** 24:00 of the day it starts (0) or of the n-th day after. */
    z.strictObject({ endOfDay: count(0) }),
    /** 24:00 of the n-th day after the day it starts; the starting day isn't counted (民法典 201). */
    z.strictObject({ days: count(1) }),
    /** 24:00 of the n-th working day after the day it starts; the starting day isn't counted, whether it is a working day or not (民法典 201). */
    z.strictObject({ workingDays: count(1) }),
    /** 24:00 of the corresponding day n months later (民法典 202). */
    z.strictObject({ months: count(1) }),
  ],
  '时限写法不正确',
);
export type Duration = z.infer<typeof DurationSchema>;

export type Axis = 'wall' | 'service' | 'working';

export interface ServiceWindow {
  /** Minutes after 00:00 of the day. */
  from: number;
  /** Minutes after 00:00 of the day, up to 1440. */
  to: number;
}

/** What the time axes need to know about days; made from a policy by `calendarOf`. */
export interface Calendar extends Zone {
  isWorkingDay(date: LocalDate): boolean;
  /** Service hours of the day, in order, not overlapping. */
  serviceWindows(date: LocalDate): readonly ServiceWindow[];
  /** True when the year's official calendar isn't known: Monday to Friday are assumed to be working days. */
  isAssumed(year: number): boolean;
}

export const axisOf = (duration: Duration): Axis =>
  'serviceMinutes' in duration ? 'service' : 'workingDays' in duration ? 'working' : 'wall';

/** A calendar without a single open hour in two years is a mistake in the policy, not a deadline. */
const FARTHEST_DAYS = 731;

const openSpans = (axis: Exclude<Axis, 'wall'>, date: LocalDate, calendar: Calendar): (readonly [number, number])[] => {
  const midnight = startOfDay(date, calendar);
  if (axis === 'working') return calendar.isWorkingDay(date) ? [[midnight, midnight + DAY_MS]] : [];
  return calendar
    .serviceWindows(date)
    .map((w) => [midnight + w.from * MINUTE_MS, midnight + w.to * MINUTE_MS] as const);
};

/** Time on the axis between two instants, in ms; 0 when `to` isn't after `from`. */
export const measure = (fromMs: number, toMs: number, axis: Axis, calendar: Calendar): number => {
  if (toMs <= fromMs) return 0;
  if (axis === 'wall') return toMs - fromMs;
  let total = 0;
  for (let date = localDate(fromMs, calendar); startOfDay(date, calendar) < toMs; date = addDays(date, 1)) {
    for (const [open, close] of openSpans(axis, date, calendar))
      total += Math.max(0, Math.min(close, toMs) - Math.max(open, fromMs));
  }
  return total;
};

/** The earliest epoch ms at which `ms` of the axis have passed since `fromMs`. RangeError when the calendar never opens. */
export const advance = (fromMs: number, ms: number, axis: Axis, calendar: Calendar): number => {
  if (ms <= 0) return fromMs;
  if (axis === 'wall') return fromMs + ms;
  let left = ms;
  let closed = 0;
  for (let date = localDate(fromMs, calendar); closed < FARTHEST_DAYS; date = addDays(date, 1)) {
    const before = left;
    for (const [open, close] of openSpans(axis, date, calendar)) {
      const start = Math.max(open, fromMs);
      const length = Math.max(0, close - start);
      if (length >= left) return start + left;
      left -= length;
    }
    closed = left === before ? closed + 1 : 0;
  }
  throw new RangeError('the calendar has no open hours');
};

const nthWorkingDayAfter = (date: LocalDate, n: number, calendar: Calendar): LocalDate => {
  let day = date;
  let closed = 0;
  for (let counted = 0; counted < n; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) {
      counted += 1;
      closed = 0;
    } else if (++closed > FARTHEST_DAYS) throw new RangeError('the calendar has no working days');
  }
  return day;
};

/** When a duration that starts at `startedAt` is over (CK-01). The end itself is still in time. */
export const dueAt = (startedAt: Instant, duration: Duration, calendar: Calendar): Instant => {
  const from = epoch(startedAt);
  const day = localDate(from, calendar);
  if ('minutes' in duration) return instant(from + duration.minutes * MINUTE_MS);
  if ('serviceMinutes' in duration)
    return instant(advance(from, duration.serviceMinutes * MINUTE_MS, 'service', calendar));
  if ('endOfDay' in duration) return instant(endOfDay(addDays(day, duration.endOfDay), calendar));
  if ('days' in duration) return instant(endOfDay(addDays(day, duration.days), calendar));
  if ('months' in duration) return instant(endOfDay(addMonths(day, duration.months), calendar));
  return instant(endOfDay(nthWorkingDayAfter(day, duration.workingDays, calendar), calendar));
};

/** Years whose official calendar isn't published and on whose assumed working days the due time rests; empty when it is certain. */
export const assumedYears = (startedAt: Instant, duration: Duration, calendar: Calendar): number[] => {
  if (axisOf(duration) === 'wall') return [];
  const first = yearOf(localDate(epoch(startedAt), calendar));
  // The due time at 24:00 belongs to the day that ends there.
  const last = yearOf(localDate(epoch(dueAt(startedAt, duration, calendar)) - 1, calendar));
  const years: number[] = [];
  for (let year = first; year <= last; year += 1) if (calendar.isAssumed(year)) years.push(year);
  return years;
};

/**
 * A key customer's shorter time (CK-06): minutes are multiplied, counted days too but rounded up and never below one;
 * “the same day” can't get shorter.
 */
export const shortened = (duration: Duration, factor: number): Duration => {
  const by = (n: number) => Math.max(1, Math.ceil(n * factor));
  if ('minutes' in duration) return { minutes: by(duration.minutes) };
  if ('serviceMinutes' in duration) return { serviceMinutes: by(duration.serviceMinutes) };
  if ('endOfDay' in duration) return { endOfDay: Math.ceil(duration.endOfDay * factor) };
  if ('days' in duration) return { days: by(duration.days) };
  if ('workingDays' in duration) return { workingDays: by(duration.workingDays) };
  return { months: by(duration.months) };
};
