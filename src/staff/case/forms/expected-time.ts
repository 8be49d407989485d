/** The times a person promises with one tap, in the estate's zone. */
import {
  addDays,
  DAY_MS,
  HOUR_MS,
  instant,
  isoWeekday,
  localDate,
  MINUTE_MS,
  minuteOfDay,
  startOfDay,
  type Zone,
} from '../../../../domain/clock/zone';
import type { Instant } from '../../../../types/ids';

export interface TimeChoice {
  text: string;
  at: Instant;
}

const NOON = 12 * HOUR_MS;
const EVENING = 18 * HOUR_MS;

/** “今天 18:00”, “明天 12:00” …, only such as lie at least half an hour ahead. */
export const timeChoices = (nowMs: number, zone: Zone): TimeChoice[] => {
  const today = localDate(nowMs, zone);
  const untilFriday = 5 - isoWeekday(today);
  const wanted: [string, number][] = [
    ['今天 18:00', startOfDay(today, zone) + EVENING],
    ['明天 12:00', startOfDay(addDays(today, 1), zone) + NOON],
    ['明天 18:00', startOfDay(addDays(today, 1), zone) + EVENING],
    ['后天 18:00', startOfDay(addDays(today, 2), zone) + EVENING],
    ...(untilFriday > 2
      ? [['本周五 18:00', startOfDay(addDays(today, untilFriday), zone) + EVENING] satisfies [string, number]]
      : []),
    ['一周后', startOfDay(addDays(today, 7), zone) + EVENING],
  ];
  return wanted.filter(([, at]) => at - nowMs >= 30 * MINUTE_MS).map(([text, at]) => ({ text, at: instant(at) }));
};

/** `2026-11-23` and `18:00` of the estate as an instant; null when either isn't complete. */
export const instantOf = (date: string, time: string, zone: Zone): Instant | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instant(startOfDay(date, zone) + hours * HOUR_MS + minutes * MINUTE_MS);
};

/** The day and time of day of an instant at the estate, as the pickers want them. */
export const dateAndTime = (at: Instant, zone: Zone): { date: string; time: string } => {
  const ms = Date.parse(at);
  const minute = minuteOfDay(ms, zone);
  const two = (n: number) => String(n).padStart(2, '0');
  return { date: localDate(ms, zone), time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
};

/** The farthest day a picker offers, 90 days ahead. */
export const farthestDay = (nowMs: number, zone: Zone): string => localDate(nowMs + 90 * DAY_MS, zone);
