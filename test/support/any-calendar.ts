// Calendars, durations and moments for property tests: any hours, any days of the company's own, any zone.
import fc from 'fast-check';
import { calendarOf } from '../../domain/clock/calendar';
import type { Calendar, Duration } from '../../domain/clock/duration';
import { addDays, MINUTE_MS, startOfDay } from '../../domain/clock/zone';
import { DEFAULT_POLICY, type Policy, type Windows } from '../../domain/policy/defaults';

/** Every run walks the same ways; a failure names the seed and the path to it. */
export const SEED = 20_261_121;

const FIRST_DAY = '2026-01-05';

const timeOfDay = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Up to three windows of a day, in order; they may touch each other and midnight. */
const windows = (least = 0): fc.Arbitrary<Windows> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: least * 2, maxLength: 6 })
    .map((quarters) => [...quarters].sort((a, b) => a - b))
    .map((quarters) =>
      Array.from({ length: Math.floor(quarters.length / 2) }, (_, i) => ({
        from: timeOfDay((quarters[2 * i] ?? 0) * 15),
        to: timeOfDay((quarters[2 * i + 1] ?? 0) * 15),
      })),
    );

const companyDays: fc.Arbitrary<Policy['companyDays']> = fc.uniqueArray(
  fc.record(
    {
      // Any day, and often one of which the official calendar says something too.
      date: fc.oneof(
        fc.integer({ min: 0, max: 340 }).map((n) => addDays(FIRST_DAY, n)),
        fc.constantFrom(
          '2026-02-14',
          '2026-02-16',
          '2026-04-06',
          '2026-05-09',
          '2026-09-20',
          '2026-10-01',
          '2026-10-08',
        ),
      ),
      working: fc.boolean(),
      name: fc.constant('公司安排'),
      hours: windows(),
    },
    { requiredKeys: ['date', 'working', 'name'] },
  ),
  { maxLength: 30, size: 'max', selector: (day) => day.date },
);

/** What a calendar is made of: one day at least is open every week, all else is anything. */
export const anyHours: fc.Arbitrary<Pick<Policy, 'zone' | 'serviceHours' | 'companyDays' | 'confirmedYears'>> =
  fc.record({
    // Quarters of an hour, as zones have them.
    zone: fc.integer({ min: -48, max: 56 }).map((n) => ({ name: 'somewhere', utcOffsetMinutes: n * 15 })),
    serviceHours: fc.record({
      monday: windows(1),
      tuesday: windows(),
      wednesday: windows(),
      thursday: windows(),
      friday: windows(),
      saturday: windows(),
      sunday: windows(),
      holiday: fc.option(windows()),
    }),
    companyDays,
    confirmedYears: fc.constant([]),
  });

export const anyCalendar: fc.Arbitrary<Calendar> = anyHours.map(calendarOf);

/** Full minutes of 2026, for which the official calendar is known, with room for what follows; every other one on the quarter. */
export const anyMinute: fc.Arbitrary<number> = fc
  .oneof(
    fc.integer({ min: 0, max: 290 * 1440 }),
    fc.integer({ min: 0, max: 290 * 96 }).map((n) => n * 15),
  )
  .map((n) => startOfDay(FIRST_DAY, DEFAULT_POLICY.zone) + n * MINUTE_MS);

/** Minutes, every other time full quarters: as long as service windows are. */
export const anyMinutes: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 600 }),
  fc.integer({ min: 1, max: 40 }).map((n) => n * 15),
);

/** A duration of some unit with a count that a smaller or larger one can be compared with. */
export const anyUnit: fc.Arbitrary<{ of: (n: number) => Duration; most: number }> = fc.constantFrom(
  { of: (n: number): Duration => ({ minutes: n }), most: 20_000 },
  { of: (n: number): Duration => ({ serviceMinutes: n }), most: 3_000 },
  { of: (n: number): Duration => ({ endOfDay: n - 1 }), most: 30 },
  { of: (n: number): Duration => ({ days: n }), most: 30 },
  { of: (n: number): Duration => ({ workingDays: n }), most: 20 },
  { of: (n: number): Duration => ({ months: n }), most: 2 },
);

export const anyDuration: fc.Arbitrary<Duration> = anyUnit.chain(({ of, most }) =>
  fc.integer({ min: 1, max: Math.min(most, 3_000) }).map(of),
);
