/**
 * Seven-field cron of the platform: second minute hour day-of-month month day-of-week year. When both day fields
 * are set, either one suffices. Times are of Asia/Shanghai, which has no daylight saving time.
 */
export interface Cron {
  seconds: readonly number[];
  minutes: readonly number[];
  hours: readonly number[];
  days: ReadonlySet<number> | undefined;
  months: ReadonlySet<number>;
  weekdays: ReadonlySet<number> | undefined;
  years: ReadonlySet<number> | undefined;
}

const SHANGHAI_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** A day that never comes (30 February) is given up after this many days. */
const LAST_DAY_AHEAD = 366 * 5;

const isAny = (field: string): boolean => field === '*' || field === '?';

function valuesOf(field: string, from: number, to: number, names: readonly string[] = [], base = 0): number[] {
  const numberOf = (text: string): number => {
    const named = names.indexOf(text.toUpperCase());
    const value = named >= 0 ? named + base : Number(text);
    if (!Number.isInteger(value) || value < from || value > to)
      throw new Error(`cron: ${text} is not within ${from}-${to}`);
    return value;
  };
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', stepText] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    if (!Number.isInteger(step) || step < 1) throw new Error(`cron: bad step in ${part}`);
    const [first = '', last] = range.split('-');
    const low = isAny(range) ? from : numberOf(first);
    const high = isAny(range) ? to : last !== undefined ? numberOf(last) : stepText === undefined ? low : to;
    for (let value = low; value <= high; value += step) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

/** @throws when the text is no seven-field cron. */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 7) throw new Error(`cron: seven fields are needed, "${text}" has ${fields.length}`);
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = fields;
  return {
    seconds: valuesOf(second, 0, 59),
    minutes: valuesOf(minute, 0, 59),
    hours: valuesOf(hour, 0, 23),
    days: isAny(day) ? undefined : new Set(valuesOf(day, 1, 31)),
    months: new Set(valuesOf(month, 1, 12, MONTHS, 1)),
    weekdays: isAny(weekday) ? undefined : new Set(valuesOf(weekday, 0, 7, WEEKDAYS).map((value) => value % 7)),
    years: isAny(year) ? undefined : new Set(valuesOf(year, 1970, 2099)),
  };
}

const fits = (cron: Cron, day: Date): boolean => {
  if (!cron.months.has(day.getUTCMonth() + 1)) return false;
  if (cron.years && !cron.years.has(day.getUTCFullYear())) return false;
  const byDate = cron.days?.has(day.getUTCDate());
  const byWeekday = cron.weekdays?.has(day.getUTCDay());
  if (byDate === undefined) return byWeekday ?? true;
  return byDate || (byWeekday ?? false);
};

/** @returns the first moment after `at` (epoch ms) at which the cron fires, or undefined when there is none. */
export function nextAfter(cron: Cron, at: number): number | undefined {
  const local = Math.floor(at / 1000) * 1000 + 1000 + SHANGHAI_MS;
  const firstDay = Math.floor(local / DAY_MS) * DAY_MS;
  for (let ahead = 0; ahead <= LAST_DAY_AHEAD; ahead += 1) {
    const day = firstDay + ahead * DAY_MS;
    if (!fits(cron, new Date(day))) continue;
    for (const hour of cron.hours) {
      if (day + (hour + 1) * 3_600_000 <= local) continue;
      for (const minute of cron.minutes) {
        if (day + hour * 3_600_000 + (minute + 1) * 60_000 <= local) continue;
        for (const second of cron.seconds) {
          const moment = day + hour * 3_600_000 + minute * 60_000 + second * 1000;
          if (moment >= local) return moment - SHANGHAI_MS;
        }
      }
    }
  }
  return undefined;
}
