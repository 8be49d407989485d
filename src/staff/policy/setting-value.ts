/** A setting's value as people read it, as they type it, and back. What is allowed is decided by the server. */
import { durationText } from '../../../domain/clock/describe';
import type { Duration } from '../../../domain/clock/duration';
import type { Setting } from '../../../domain/policy/settings';
import { TEXTS } from './policy-texts';

export const DURATION_UNITS = ['minutes', 'serviceMinutes', 'endOfDay', 'days', 'workingDays', 'months'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** What stands in the field; `unit` only for times. */
export interface Typed {
  text: string;
  unit: DurationUnit | null;
}

interface Window {
  from: string;
  to: string;
}
interface CompanyDay {
  date: string;
  working: boolean;
  name: string;
  hours?: readonly Window[] | undefined;
}

const MEGABYTE = 1_048_576;

const rounded = (n: number): string => String(Math.round(n * 100) / 100);
const windowsText = (windows: readonly Window[]): string => windows.map((w) => `${w.from}-${w.to}`).join(' ');

const dayText = ({ date, working, name, hours }: CompanyDay): string =>
  [date, working ? TEXTS.work : TEXTS.off, name, ...(hours === undefined ? [] : [windowsText(hours)])].join(' ');

const unitOf = (duration: unknown): DurationUnit | null =>
  typeof duration === 'object' && duration !== null ? (DURATION_UNITS.find((unit) => unit in duration) ?? null) : null;

// The server answers what its schema accepted; the kind says of which form that is.
const windowsIn = (value: unknown): readonly Window[] => (Array.isArray(value) ? (value as readonly Window[]) : []);
const daysIn = (value: unknown): readonly CompanyDay[] =>
  Array.isArray(value) ? (value as readonly CompanyDay[]) : [];

/** As it is read: “30 分钟内（服务时间）”, “60%”, “3 次”. */
export function settingText({ kind, unit = '' }: Setting, value: unknown): string {
  if (value === undefined) return TEXTS.unset;
  switch (kind) {
    case 'duration':
      return durationText(value as Duration);
    case 'count':
      return `${Number(value)} ${unit}`;
    case 'share':
      return `${rounded(Number(value) * 100)}%`;
    case 'factor':
      return rounded(Number(value));
    case 'bytes':
      return `${rounded(Number(value) / MEGABYTE)} ${unit}`;
    case 'timeOfDay':
    case 'words':
      return String(value);
    case 'windowsOrUsual':
      if (value === null) return TEXTS.asUsual;
      return windowsText(windowsIn(value)) || TEXTS.closed;
    case 'windows':
      return windowsText(windowsIn(value)) || TEXTS.closed;
    case 'companyDays':
      return daysIn(value).map(dayText).join('；') || TEXTS.none;
    case 'years':
      return Array.isArray(value) && value.length > 0 ? value.join('、') : TEXTS.none;
  }
}

/** As it stands in the field when editing begins. */
export function typedOf({ kind }: Setting, value: unknown): Typed {
  const text = (): string => {
    if (value === undefined || value === null) return '';
    switch (kind) {
      case 'duration': {
        const unit = unitOf(value);
        return unit === null ? '' : String((value as Record<string, unknown>)[unit]);
      }
      case 'share':
        return rounded(Number(value) * 100);
      case 'bytes':
        return rounded(Number(value) / MEGABYTE);
      case 'windows':
        return windowsText(windowsIn(value));
      case 'windowsOrUsual':
        return windowsText(windowsIn(value)) || TEXTS.rest;
      case 'companyDays':
        return daysIn(value).map(dayText).join('\n');
      case 'years':
        return Array.isArray(value) ? value.join(' ') : '';
      default:
        return String(value);
    }
  };
  return { text: text(), unit: kind === 'duration' ? unitOf(value) : null };
}

export type Read = { ok: true; value: unknown } | { ok: false; why: string };
const read = (value: unknown): Read => ({ ok: true, value });
const unreadable = (why: string): Read => ({ ok: false, why });

const windowsOf = (text: string): Window[] | null => {
  const found = text
    .replace(/[，,、;；]/g, ' ')
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => /^(\d{1,2}[:：]\d{2})[-–—~至](\d{1,2}[:：]\d{2})$/.exec(part));
  if (found.some((match) => match === null)) return null;
  const time = (part = ''): string => part.replace('：', ':').padStart(5, '0');
  return found.flatMap((match) => (match === null ? [] : [{ from: time(match[1]), to: time(match[2]) }]));
};

const dayOf = (line: string): CompanyDay | null => {
  const [date = '', kind = '', name = '', ...rest] = line.split(/\s+/);
  const hours = rest.length === 0 ? undefined : windowsOf(rest.join(' '));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || (kind !== TEXTS.work && kind !== TEXTS.off) || name === '' || hours === null)
    return null;
  return { date, working: kind === TEXTS.work, name, ...(hours === undefined ? {} : { hours }) };
};

const numberOf = (text: string): number | null => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null);

/** What was typed, as the value the server checks; or why it can't be read at all. */
export function readTyped({ kind }: Setting, { text: raw, unit }: Typed): Read {
  const text = raw.trim();
  const n = numberOf(text);
  switch (kind) {
    case 'duration':
      if (n === null) return unreadable(TEXTS.wrong.whole);
      return unit === null ? unreadable(TEXTS.wrong.unit) : read({ [unit]: n });
    case 'count':
      return n === null ? unreadable(TEXTS.wrong.whole) : read(n);
    case 'share':
      return n === null ? unreadable(TEXTS.wrong.number) : read(Math.round(n * 100) / 10_000);
    case 'factor':
      return n === null ? unreadable(TEXTS.wrong.number) : read(n);
    case 'bytes':
      return n === null ? unreadable(TEXTS.wrong.number) : read(Math.round(n * MEGABYTE));
    case 'timeOfDay':
      return /^\d{2}:\d{2}$/.test(text) ? read(text) : unreadable(TEXTS.wrong.time);
    case 'words':
      return read(text);
    case 'windowsOrUsual':
      if (text === '') return read(null);
      return text === TEXTS.rest ? read([]) : windowsRead(text);
    case 'windows':
      return text === TEXTS.rest ? read([]) : windowsRead(text);
    case 'companyDays': {
      const lines = text.split('\n').map((line) => line.trim());
      const days = lines.filter((line) => line !== '').map(dayOf);
      const wrong = days.indexOf(null);
      return wrong >= 0 ? unreadable(TEXTS.wrong.day(wrong + 1)) : read(days);
    }
    case 'years': {
      const years = text.split(/[\s,，、]+/).filter((part) => part !== '');
      return years.every((year) => /^\d{4}$/.test(year)) ? read(years.map(Number)) : unreadable(TEXTS.wrong.years);
    }
  }
}

const windowsRead = (text: string): Read => {
  const windows = windowsOf(text);
  return windows === null ? unreadable(TEXTS.wrong.windows) : read(windows);
};
