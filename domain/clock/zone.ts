/**
 * Days and times of day in an estate's zone. The cloud's clock is UTC, so every time of day is computed from an explicit,
 * fixed offset (China has no summer time); nothing here reads the machine's zone.
 */
import type { Instant } from '../../types/ids';

export interface Zone {
  /** Minutes east of UTC, e.g. 480 for Asia/Shanghai. */
  utcOffsetMinutes: number;
}

/** A day in the estate's zone, `YYYY-MM-DD`. */
export type LocalDate = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Epoch ms → the API's instant. */
export const instant = (epochMs: number): Instant => new Date(epochMs).toISOString();

/** Epoch ms of an instant; RangeError when it isn't one. */
export const epoch = (at: Instant): number => {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${at}`);
  return ms;
};

/** The day it is at the estate. */
export const localDate = (atMs: number, zone: Zone): LocalDate =>
  new Date(atMs + zone.utcOffsetMinutes * MINUTE_MS).toISOString().slice(0, 10);

/** Minutes since 00:00 at the estate, 0–1439. */
export const minuteOfDay = (atMs: number, zone: Zone): number => {
  const local = atMs + zone.utcOffsetMinutes * MINUTE_MS;
  return Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
};

/** Epoch ms of 00:00 of a day at the estate. */
export const startOfDay = (date: LocalDate, zone: Zone): number =>
  Date.parse(`${date}T00:00:00.000Z`) - zone.utcOffsetMinutes * MINUTE_MS;

/** Epoch ms of 24:00 of a day at the estate (CK-01). */
export const endOfDay = (date: LocalDate, zone: Zone): number => startOfDay(date, zone) + DAY_MS;

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one day to another, negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The corresponding day `months` later; the last day of the month where there is none (民法典 202: Jan 31 + 1 month → Feb 28). */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const from = new Date(`${date}T00:00:00.000Z`);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), daysInMonth));
  return first.toISOString().slice(0, 10);
};

/** 1 = Monday … 7 = Sunday. */
export const isoWeekday = (date: LocalDate): number => new Date(`${date}T00:00:00.000Z`).getUTCDay() || 7;

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
