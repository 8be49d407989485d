/** Days and hours of the simulated year, in Beijing time. */
import { calendarOf } from '../../domain/clock/calendar';
import { localDate, startOfDay } from '../../domain/clock/zone';
import { DEFAULT_POLICY } from '../../domain/policy/defaults';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The product's own calendar: holidays, make-up workdays. */
export const CALENDAR = calendarOf(DEFAULT_POLICY);

/** The last year whose holidays are published whole: Spring Festival in February, National Day in October. */
export const FIRST_DAY = '2026-01-01';
export const BEGIN = startOfDay(FIRST_DAY, CALENDAR);

export const dayOf = (at: number): string => localDate(at, CALENDAR);
export const midnightOf = (at: number): number => startOfDay(dayOf(at), CALENDAR);
export const hourOf = (at: number): number => (at - midnightOf(at)) / HOUR;
export const isoOf = (at: number): string => new Date(at).toISOString();
/** The next whole minute at or after it, at which the timer can fire. */
export const minuteFrom = (at: number): number => Math.ceil(at / MINUTE) * MINUTE;
