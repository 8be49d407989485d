import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fits, WordsMemory } from './words-memory';

const DAY_MS = 86_400_000;
const INITIAL: { reason: string; choice: string | null } = { reason: '', choice: null };
const FORM = 'sendBack';

/** A device whose storage outlives the page. */
const device = { text: '', now: 0 };
const page = () =>
  new WordsMemory({
    read: () => (device.text === '' ? undefined : JSON.parse(device.text)),
    write: (entries) => {
      device.text = JSON.stringify(entries);
    },
    now: () => device.now,
  });

beforeEach(() => {
  jest.useFakeTimers();
  device.text = '';
  device.now = 1_000 * DAY_MS;
});
afterEach(() => void jest.useRealTimers());

test('words outlive the page, per form and complaint, until they are sent', () => {
  const before = page();
  before.keep(FORM, 'c1#1', { reason: '墙面没有修', choice: 'a' });
  jest.advanceTimersByTime(1_000);
  expect(page().of(FORM, 'c1#1')).toEqual({ reason: '墙面没有修', choice: 'a' });
  expect(page().of(FORM, 'c2#1')).toBeUndefined();
  expect(page().of('reopen', 'c1#1')).toBeUndefined();
  page().forget(FORM, 'c1#1');
  expect(page().of(FORM, 'c1#1')).toBeUndefined();
});

test('sent before they were written down, they stay gone', () => {
  const words = page();
  words.keep(FORM, 'c1#1', { reason: '墙面', choice: null });
  words.forget(FORM, 'c1#1');
  jest.advanceTimersByTime(1_000);
  expect(page().of(FORM, 'c1#1')).toBeUndefined();
});

test('the twenty last are kept, for a week', () => {
  const words = page();
  for (let i = 1; i <= 21; i += 1) words.keep(FORM, `c${i}`, { reason: `${i}`, choice: null });
  jest.advanceTimersByTime(1_000);
  expect(page().of(FORM, 'c1')).toBeUndefined();
  expect(page().of(FORM, 'c2')).toBeDefined();
  device.now += 7 * DAY_MS;
  expect(page().of(FORM, 'c21')).toBeUndefined();
});

test('what no longer fits the form is not given back', () => {
  expect(fits({ reason: '墙', choice: null }, INITIAL)).toBe(true);
  expect(fits({ reason: '墙', choice: 'a' }, INITIAL)).toBe(true);
  expect(fits({ reason: '墙' }, INITIAL)).toBe(false);
  expect(fits({ reason: 7, choice: null }, INITIAL)).toBe(false);
  expect(fits({ reason: '墙', choice: {} }, INITIAL)).toBe(false);
  expect(fits({ reason: null, choice: null }, INITIAL)).toBe(false);
  expect(fits(undefined, INITIAL)).toBe(false);
});
