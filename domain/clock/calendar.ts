/**
 * Which days are worked and when the service desk is open (CK-01): the official calendar with make-up workdays, the company's
 * own days on top. A year whose calendar isn't published is assumed Monday to Friday and said to be assumed, never guessed silently.
 * The only file that loads the table of holidays; pages for residents don't import it.
 */
import { getDayDetail } from 'chinese-days';
import { minutesOf, type Policy, type Windows } from '../policy/defaults';
import type { Calendar, ServiceWindow } from './duration';
import { addDays, isoWeekday, yearOf, type LocalDate } from './zone';

/**
 * What the official calendar says of a day it names (`English,中文,days off`), `undefined` for ordinary ones. The library shifts its
 * table and what it is asked by the same day in zones west of UTC, so a name found is right everywhere, but its weekdays are not.
 */
const named = (date: LocalDate): boolean | undefined => {
  const detail = getDayDetail(date);
  return detail.name.includes(',') ? detail.work : undefined;
};

const knownYears = new Map<number, boolean>();
/** Whether the official calendar of the year is published: some day of it is named. */
const isPublished = (year: number): boolean => {
  let known = knownYears.get(year);
  if (known === undefined) {
    known = false;
    for (let date = `${year}-01-01`; !known && yearOf(date) === year; date = addDays(date, 1))
      known = named(date) !== undefined;
    knownYears.set(year, known);
  }
  return known;
};

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const toMinutes = (windows: Windows): ServiceWindow[] =>
  windows.map((w) => ({ from: minutesOf(w.from), to: minutesOf(w.to) }));

/** The calendar of an estate, from its policy. */
export const calendarOf = (
  policy: Pick<Policy, 'zone' | 'serviceHours' | 'companyDays' | 'confirmedYears'>,
): Calendar => {
  const own = new Map(policy.companyDays.map((day) => [day.date, day]));
  const confirmed = new Set(policy.confirmedYears);
  const byWeekday = WEEKDAYS.map((name) => toMinutes(policy.serviceHours[name]));
  const onHolidays = policy.serviceHours.holiday === null ? null : toMinutes(policy.serviceHours.holiday);

  const isWorkingDay = (date: LocalDate): boolean => own.get(date)?.working ?? named(date) ?? isoWeekday(date) <= 5;
  /** A day off that has a name, not an ordinary weekend. */
  const isHoliday = (date: LocalDate): boolean => !isWorkingDay(date) && (own.has(date) || named(date) !== undefined);

  return {
    utcOffsetMinutes: policy.zone.utcOffsetMinutes,
    isWorkingDay,
    serviceWindows: (date) => {
      const hours = own.get(date)?.hours;
      if (hours !== undefined) return toMinutes(hours);
      if (onHolidays !== null && isHoliday(date)) return onHolidays;
      return byWeekday[isoWeekday(date) - 1] ?? [];
    },
    isAssumed: (year) => !confirmed.has(year) && !isPublished(year),
  };
};

/** The years from `first` to `last` without a published calendar and not confirmed by the company; shown to the admin. */
export const calendarGaps = (calendar: Calendar, first: number, last = first): number[] => {
  const gaps: number[] = [];
  for (let year = first; year <= last; year += 1) if (calendar.isAssumed(year)) gaps.push(year);
  return gaps;
};
