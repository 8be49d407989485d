import fc from 'fast-check';
import { DEFAULT_POLICY, type Policy } from '../policy/defaults';
import { calendarGaps, calendarOf } from './calendar';
import { advance, assumedYears, axisOf, type Duration, dueAt, measure, shortened } from './duration';
import { addDays, epoch, instant, isoWeekday, localDate, MINUTE_MS, startOfDay } from './zone';

const zone = { utcOffsetMinutes: 480 };
const everyDay = calendarOf(DEFAULT_POLICY);
const noonBreak = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const office: Policy = {
  ...DEFAULT_POLICY,
  serviceHours: {
    monday: noonBreak,
    tuesday: noonBreak,
    wednesday: noonBreak,
    thursday: noonBreak,
    friday: noonBreak,
    saturday: [{ from: '09:00', to: '12:00' }],
    sunday: [],
    holiday: [],
  },
};
const officeHours = calendarOf(office);

/** `2026-09-30 17:50` at the estate → instant; `24:00` is the end of that day. */
const local = (text: string): string => {
  const minutes = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
  return instant(startOfDay(text.slice(0, 10), zone) + minutes * MINUTE_MS);
};

describe('due times', () => {
  test.each<[string, Duration, string]>([
    // minutes run around the clock
    ['2026-11-20 23:55', { minutes: 10 }, '2026-11-21 00:05'], // Fri night → Sat
    ['2026-11-21 09:30', { minutes: 1440 }, '2026-11-22 09:30'],
    // “the same day” ends at 24:00 of the estate, which is 16:00 UTC
    ['2026-11-20 09:30', { endOfDay: 0 }, '2026-11-20 24:00'],
    ['2026-11-20 23:59', { endOfDay: 0 }, '2026-11-20 24:00'],
    ['2026-11-21 00:00', { endOfDay: 0 }, '2026-11-21 24:00'], // midnight belongs to the day that begins
    ['2026-11-21 07:59', { endOfDay: 0 }, '2026-11-21 24:00'], // still Nov 20 in UTC
    // days, the first not counted
    ['2026-11-20 17:50', { days: 2 }, '2026-11-22 24:00'], // Fri + 2 → Sun: days aren't working days
    ['2026-12-31 10:00', { days: 2 }, '2027-01-02 24:00'],
    ['2026-11-20 17:50', { days: 7 }, '2026-11-27 24:00'],
    // months
    ['2026-11-20 17:50', { months: 1 }, '2026-12-20 24:00'],
    ['2026-01-31 10:00', { months: 1 }, '2026-02-28 24:00'], // no Feb 31
    // working days
    ['2026-11-18 17:50', { workingDays: 3 }, '2026-11-23 24:00'], // Wed + Thu, Fri, Mon
    ['2026-11-20 17:50', { workingDays: 1 }, '2026-11-23 24:00'], // Fri → Mon
    ['2026-11-21 09:00', { workingDays: 1 }, '2026-11-23 24:00'], // Sat → Mon
    ['2026-09-30 17:50', { workingDays: 3 }, '2026-10-10 24:00'], // Wed, National Day 10-01…07, Thu, Fri, make-up Sat 10-10
    ['2026-09-19 12:00', { workingDays: 1 }, '2026-09-20 24:00'], // Sat → make-up Sun 09-20
    ['2026-02-13 17:00', { workingDays: 2 }, '2026-02-24 24:00'], // Fri → make-up Sat 02-14, Spring Festival 02-15…23, Tue
    ['2026-04-30 10:00', { workingDays: 5 }, '2026-05-11 24:00'], // Thu, Labour Day 05-01…05, Wed, Thu, Fri, make-up Sat 05-09, Mon 05-11
  ])('[CK-01] %s + %j → %s', (from, duration, due) => {
    expect(dueAt(local(from), duration, everyDay)).toBe(local(due));
  });

  test.each<[string, number, string]>([
    ['2026-11-20 11:50', 30, '2026-11-20 13:50'], // Fri over the noon break
    ['2026-11-20 17:30', 30, '2026-11-20 18:00'], // ends at closing time, not at the next opening
    ['2026-11-20 17:50', 30, '2026-11-21 09:20'], // Fri evening → Sat 09:00
    ['2026-11-21 11:50', 30, '2026-11-23 08:50'], // Sat noon → Mon, Sunday closed
    ['2026-11-22 15:00', 30, '2026-11-23 09:00'], // Sunday
    ['2026-09-30 17:50', 30, '2026-10-08 08:50'], // closed on National Day 10-01…07
    ['2026-10-10 08:00', 30, '2026-10-10 09:30'], // make-up Saturday: Saturday's hours
  ])('[CK-01] [CK-03] service hours 08:30–12:00, 13:30–18:00: %s + %d min → %s', (from, serviceMinutes, due) => {
    expect(dueAt(local(from), { serviceMinutes }, officeHours)).toBe(local(due));
  });

  test('[CK-01] a company’s own days go before the official calendar, with their own hours', () => {
    const calendar = calendarOf({
      ...office,
      companyDays: [
        { date: '2026-11-20', working: false, name: '司庆' },
        { date: '2026-11-21', working: true, name: '补班', hours: [{ from: '10:00', to: '11:00' }] },
      ],
    });
    expect(dueAt(local('2026-11-19 17:50'), { workingDays: 1 }, calendar)).toBe(local('2026-11-21 24:00'));
    expect(dueAt(local('2026-11-19 17:50'), { serviceMinutes: 30 }, calendar)).toBe(local('2026-11-21 10:20'));
  });

  test('[CK-01] another zone ends its day at its own 24:00', () => {
    const urumqi = calendarOf({ ...DEFAULT_POLICY, zone: { name: 'Asia/Urumqi', utcOffsetMinutes: 360 } });
    expect(dueAt('2026-11-20T17:00:00.000Z', { endOfDay: 0 }, urumqi)).toBe('2026-11-20T18:00:00.000Z');
    expect(dueAt('2026-11-20T17:00:00.000Z', { endOfDay: 0 }, everyDay)).toBe('2026-11-21T16:00:00.000Z');
  });

  test('a policy that never opens is a bug, not an endless loop', () => {
    const closed = { ...everyDay, serviceWindows: () => [], isWorkingDay: () => false };
    expect(() => dueAt(local('2026-11-20 10:00'), { serviceMinutes: 1 }, closed)).toThrow(RangeError);
    expect(() => dueAt(local('2026-11-20 10:00'), { workingDays: 1 }, closed)).toThrow(RangeError);
  });
});

describe('years without a published calendar', () => {
  test('[CK-01] are named, not guessed silently', () => {
    expect(calendarGaps(everyDay, 2025, 2028)).toEqual([2027, 2028]);
    expect(assumedYears(local('2026-12-30 10:00'), { workingDays: 3 }, everyDay)).toEqual([2027]);
    expect(assumedYears(local('2026-12-28 10:00'), { workingDays: 3 }, everyDay)).toEqual([]); // due Dec 31 24:00
    expect(assumedYears(local('2026-12-30 10:00'), { days: 3 }, everyDay)).toEqual([]); // no working days in it
  });

  test('[CK-01] count Monday to Friday until the company has confirmed them', () => {
    expect(dueAt(local('2026-12-31 10:00'), { workingDays: 1 }, everyDay)).toBe(local('2027-01-01 24:00')); // Fri, New Year unknown
    const confirmed = calendarOf({
      ...DEFAULT_POLICY,
      confirmedYears: [2027],
      companyDays: [{ date: '2027-01-01', working: false, name: '元旦' }],
    });
    expect(calendarGaps(confirmed, 2026, 2028)).toEqual([2028]);
    expect(dueAt(local('2026-12-31 10:00'), { workingDays: 1 }, confirmed)).toBe(local('2027-01-04 24:00')); // Mon
  });
});

describe('for any time', () => {
  const start = fc
    .integer({ min: epoch(local('2026-01-01 00:00')), max: epoch(local('2026-12-20 00:00')) })
    .map((ms) => Math.floor(ms / MINUTE_MS) * MINUTE_MS);
  const duration: fc.Arbitrary<Duration> = fc.oneof(
    fc.record({ minutes: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ serviceMinutes: fc.integer({ min: 1, max: 3000 }) }),
    fc.record({ endOfDay: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ days: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ workingDays: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 2 }) }),
  );

  test('[CK-01] what starts later is never due earlier, and nothing is due before it starts', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 20_000 }), duration, (a, later, d) => {
        const due = epoch(dueAt(instant(a), d, officeHours));
        expect(due).toBeGreaterThan(a);
        expect(epoch(dueAt(instant(a + later * MINUTE_MS), d, officeHours))).toBeGreaterThanOrEqual(due);
      }),
      { numRuns: 200 },
    );
  });

  test('[CK-01] service time agrees with counting minute by minute', () => {
    const open = (ms: number): boolean => {
      const date = localDate(ms, zone);
      const minute = (ms - startOfDay(date, zone)) / MINUTE_MS;
      return officeHours.serviceWindows(date).some((w) => w.from <= minute && minute < w.to);
    };
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 700 }), (from, minutes) => {
        let at = from;
        for (let counted = 0; counted < minutes; at += MINUTE_MS) if (open(at)) counted += 1;
        expect(dueAt(instant(from), { serviceMinutes: minutes }, officeHours)).toBe(instant(at));
      }),
      { numRuns: 60 },
    );
  });

  test('[CK-01] measuring undoes advancing, on every axis', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom('wall' as const, 'service' as const, 'working' as const),
        (from, minutes, axis) => {
          expect(measure(from, advance(from, minutes * MINUTE_MS, axis, officeHours), axis, officeHours)).toBe(
            minutes * MINUTE_MS,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test('[CK-06] a key customer’s time is never longer and never nothing', () => {
    fc.assert(
      fc.property(duration, fc.double({ min: 0.05, max: 1, noNaN: true }), start, (d, factor, from) => {
        const short = shortened(d, factor);
        expect(axisOf(short)).toBe(axisOf(d));
        const due = epoch(dueAt(instant(from), short, officeHours));
        expect(due).toBeGreaterThan(from);
        expect(due).toBeLessThanOrEqual(epoch(dueAt(instant(from), d, officeHours)));
      }),
    );
  });

  test('[CK-01] the machine’s zone changes nothing: weekdays agree with the calendar', () => {
    for (let date = '2026-11-02'; date < '2026-11-30'; date = addDays(date, 1))
      expect(everyDay.isWorkingDay(date)).toBe(isoWeekday(date) < 6);
  });
});
