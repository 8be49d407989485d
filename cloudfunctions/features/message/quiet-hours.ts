import {
  addDays,
  epoch,
  instant,
  localDate,
  minuteOfDay,
  MINUTE_MS,
  startOfDay,
  type Zone,
} from '../../../domain/clock/zone';
import { minutesOf } from '../../../domain/policy/defaults';
import type { Instant } from '../../../types/ids';

/**
 * MS-04: `at` itself, or the end of the quiet hours in which it falls. The hours may run over midnight; equal ends mean none.
 * @param quiet times of day `HH:mm` in the estate's zone
 */
export const outsideQuietHours = (at: Instant, quiet: { quietFrom: string; quietTo: string }, zone: Zone): Instant => {
  const from = minutesOf(quiet.quietFrom);
  const to = minutesOf(quiet.quietTo);
  const ms = epoch(at);
  const minute = minuteOfDay(ms, zone);
  const today = localDate(ms, zone);
  const endsToday = instant(startOfDay(today, zone) + to * MINUTE_MS);
  if (from < to) return minute >= from && minute < to ? endsToday : at;
  if (from === to) return at;
  if (minute < to) return endsToday;
  return minute >= from ? instant(startOfDay(addDays(today, 1), zone) + to * MINUTE_MS) : at;
};
