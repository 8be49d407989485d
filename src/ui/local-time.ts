/** Between the instants of the API and the local form that a time field shows. */
import { epoch, instant, localDate, MINUTE_MS, minuteOfDay, startOfDay, type Zone } from '../../domain/clock/zone';
import type { Instant } from '../../types/ids';

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-11-20T14:05` at the estate. */
export function localOf(at: Instant, zone: Zone): string {
  const minutes = minuteOfDay(epoch(at), zone);
  return `${localDate(epoch(at), zone)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The instant of a local time; undefined for anything else than `2026-11-20T14:05`. */
export function instantOf(local: string, zone: Zone): Instant | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(local);
  if (parts === null) return undefined;
  const [, date = '', hours, minutes] = parts;
  const at = startOfDay(date, zone) + (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return Number.isNaN(at) ? undefined : instant(at);
}
