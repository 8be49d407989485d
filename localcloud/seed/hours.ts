/** When people of the demo are awake and at work, in Beijing time. */
import type { Moment } from './timeline';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const BEIJING = 8 * HOUR;

/** Minutes after midnight. */
const minuteOfDay = (at: Moment): number => Math.floor((((at + BEIJING) % DAY) + DAY) % DAY) / MINUTE;
export const midnightOf = (at: Moment): Moment => at - minuteOfDay(at) * MINUTE;

/** `HH:mm` on the day `daysAgo` days before `today`. */
export const onDay = (today: Moment, daysAgo: number, time: string): Moment => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return midnightOf(today) - daysAgo * DAY + hours * HOUR + minutes * MINUTE;
};

const within = (at: Moment, from: number, to: number, late: number): Moment => {
  const minute = minuteOfDay(at);
  if (minute < from) return midnightOf(at) + (from + late) * MINUTE;
  return minute >= to ? midnightOf(at) + DAY + (from + late) * MINUTE : at;
};

/** The desk's evening, and when everybody is back. */
const EVENING = 19 * HOUR;
const CLOSED = 21 * HOUR;
const LAST_WORD = 20 * HOUR + 55 * MINUTE;
const MORNING = 8 * HOUR + 30 * MINUTE;

/**
 * What would fall in the night happens in the evening before, everything in the same order as without it; as long as
 * the evening itself lasts nothing is moved.
 */
export const beforeNight = (at: Moment, now: Moment): Moment => {
  const ofDay = at - midnightOf(at);
  if (ofDay >= MORNING && ofDay < EVENING) return at;
  const day = ofDay < MORNING ? midnightOf(at) - DAY : midnightOf(at);
  if (now < day + CLOSED) return at;
  const evening = day + EVENING;
  const until = Math.min(now, day + DAY + MORNING);
  return Math.round(evening + ((at - evening) / (until - evening)) * (LAST_WORD - EVENING));
};

/** The moment itself, or shortly after the desk has opened. @param late minutes after opening */
export const atWork = (at: Moment, late: number): Moment => within(at, 8 * 60 + 30, 20 * 60 + 45, late);
/** The moment itself, or the next morning. */
export const awake = (at: Moment, late: number): Moment => within(at, 7 * 60 + 10, 22 * 60 + 40, late);
