/** CK-01 for any hours, any days and any zone, against counts that are made minute by minute and day by day. */
import fc from 'fast-check';
import {
  anyCalendar,
  anyDuration,
  anyHours,
  anyMinute,
  anyMinutes,
  anyUnit,
  SEED,
} from '../../test/support/any-calendar';
import type { Policy } from '../policy/defaults';
import { calendarOf } from './calendar';
import { advance, dueAt, measure } from './duration';
import { epoch, instant, MINUTE_MS } from './zone';

const DAY = 86_400_000;
const run = { seed: SEED, numRuns: 120 };

/** The State Council's notice for 2026, written down by hand: days off, and weekend days that are worked instead. */
const OFF_2026 = [
  ['01-01', 3],
  ['02-15', 9],
  ['04-04', 3],
  ['05-01', 5],
  ['06-19', 3],
  ['09-25', 3],
  ['10-01', 7],
] as const;
const WORKED_2026 = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'];
const daysOff = new Set(
  OFF_2026.flatMap(([first, days]) =>
    Array.from({ length: days }, (_, i) =>
      new Date(Date.parse(`2026-${first}T00:00:00Z`) + i * DAY).toISOString().slice(0, 10),
    ),
  ),
);
const daysWorked = new Set(WORKED_2026.map((day) => `2026-${day}`));

type Hours = Pick<Policy, 'zone' | 'serviceHours' | 'companyDays'>;
const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** The naive estate: what stands on the door for one minute, read off the policy without the clock library. */
const naive = ({ zone, serviceHours, companyDays }: Hours) => {
  const local = (ms: number) => new Date(ms + zone.utcOffsetMinutes * 60_000).toISOString();
  const dayOf = (ms: number): string => local(ms).slice(0, 10);
  const known = new Map<string, { works: boolean; hours: Policy['serviceHours']['monday'] }>();
  const look = (date: string) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const own = companyDays.find((day) => day.date === date);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    const official = daysWorked.has(date) || (weekday !== 0 && weekday !== 6 && !daysOff.has(date));
    const works = own === undefined ? official : own.working;
    const isHoliday = !works && (own !== undefined || daysOff.has(date));
    const usual = serviceHours[NAMES[weekday] ?? 'sunday'];
    const hours = own?.hours ?? (isHoliday && serviceHours.holiday !== null ? serviceHours.holiday : usual);
    known.set(date, { works, hours });
    return { works, hours };
  };
  const counts = {
    wall: () => true,
    working: (ms: number) => look(dayOf(ms)).works,
    service: (ms: number) => {
      const at = local(ms).slice(11, 16);
      return look(dayOf(ms)).hours.some(({ from, to }) => from <= at && at < to);
    },
  };
  return { dayOf, works: (date: string) => look(date).works, counts };
};

/** 24:00 of a day at the estate. */
const midnightAfter = (date: string, { zone }: Hours): number =>
  Date.parse(`${date}T00:00:00Z`) + DAY - zone.utcOffsetMinutes * 60_000;

describe('the calendar, for any hours, own days and zone', () => {
  test('[CK-01] time between two moments is what a count minute by minute gives, on each axis', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyMinute,
        fc.integer({ min: 0, max: 4_000 }),
        fc.constantFrom('wall' as const, 'service' as const, 'working' as const),
        (hours, from, minutes, axis) => {
          const { counts } = naive(hours);
          let counted = 0;
          for (let i = 0; i < minutes; i += 1) if (counts[axis](from + i * MINUTE_MS)) counted += 1;
          expect(measure(from, from + minutes * MINUTE_MS, axis, calendarOf(hours))).toBe(counted * MINUTE_MS);
        },
      ),
      run,
    );
  });

  test('[CK-01] service hours end at the minute at which the count is full', () => {
    fc.assert(
      fc.property(anyHours, anyMinute, anyMinutes, (hours, from, serviceMinutes) => {
        const { counts } = naive(hours);
        let at = from;
        for (let counted = 0; counted < serviceMinutes; at += MINUTE_MS) if (counts.service(at)) counted += 1;
        expect(dueAt(instant(from), { serviceMinutes }, calendarOf(hours))).toBe(instant(at));
      }),
      run,
    );
  });

  test('[CK-01] working days are counted day by day: holidays left out, make-up days and the company’s own days in', () => {
    fc.assert(
      fc.property(anyHours, anyMinute, fc.integer({ min: 1, max: 25 }), (hours, from, workingDays) => {
        const { dayOf, works } = naive(hours);
        let day = dayOf(from);
        for (let counted = 0; counted < workingDays; ) {
          day = new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
          if (works(day)) counted += 1;
        }
        expect(epoch(dueAt(instant(from), { workingDays }, calendarOf(hours)))).toBe(midnightAfter(day, hours));
      }),
      run,
    );
  });

  test('[CK-01] a day ends at 24:00 of the estate’s zone, wherever that is', () => {
    fc.assert(
      fc.property(anyHours, anyMinute, fc.integer({ min: 0, max: 40 }), (hours, from, days) => {
        const calendar = calendarOf(hours);
        const end = midnightAfter(naive(hours).dayOf(from), hours) + days * DAY;
        expect(epoch(dueAt(instant(from), { endOfDay: days }, calendar))).toBe(end);
        if (days > 0) expect(epoch(dueAt(instant(from), { days }, calendar))).toBe(end);
      }),
      run,
    );
  });

  test('[CK-01] the same local time in another zone is due at the same local time', () => {
    fc.assert(
      fc.property(anyHours, anyHours, anyMinute, anyDuration, (hours, elsewhere, at, duration) => {
        const there = { ...hours, zone: elsewhere.zone };
        const shift = (hours.zone.utcOffsetMinutes - there.zone.utcOffsetMinutes) * MINUTE_MS;
        expect(epoch(dueAt(instant(at + shift), duration, calendarOf(there)))).toBe(
          epoch(dueAt(instant(at), duration, calendarOf(hours))) + shift,
        );
      }),
      run,
    );
  });

  test('[CK-01] who starts later is never due earlier, to the millisecond', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, fc.nat(3 * DAY), anyDuration, (calendar, at, later, duration) => {
        const due = epoch(dueAt(instant(at), duration, calendar));
        expect(due).toBeGreaterThanOrEqual(at);
        expect(epoch(dueAt(instant(at + later), duration, calendar))).toBeGreaterThanOrEqual(due);
      }),
      run,
    );
  });

  test('[CK-01] more of the same unit is never due earlier', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, anyUnit, fc.nat(), fc.nat(), (calendar, at, { of, most }, a, b) => {
        const [less, more] = [1 + (a % most), 1 + (b % most)].sort((x, y) => x - y) as [number, number];
        expect(epoch(dueAt(instant(at), of(more), calendar))).toBeGreaterThanOrEqual(
          epoch(dueAt(instant(at), of(less), calendar)),
        );
      }),
      run,
    );
  });

  test('[CK-01] advancing stops at the first moment at which the time has run, and not a millisecond before', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyMinute,
        fc.integer({ min: 1, max: 5 * DAY }),
        fc.constantFrom('wall' as const, 'service' as const, 'working' as const),
        (calendar, from, ms, axis) => {
          const at = advance(from, ms, axis, calendar);
          expect(measure(from, at, axis, calendar)).toBe(ms);
          expect(measure(from, at - 1, axis, calendar)).toBe(ms - 1);
        },
      ),
      run,
    );
  });
});
