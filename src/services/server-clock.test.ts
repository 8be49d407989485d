import { beforeEach, describe, expect, jest, test } from '@jest/globals';

const DAY_MS = 86_400_000;
let kept: unknown;

/** The program, freshly started on the same phone. */
const start = (): typeof import('./server-clock') => {
  let started: typeof import('./server-clock') | undefined;
  jest.isolateModules(() => {
    started = require('./server-clock');
  });
  if (started === undefined) throw new Error('not started');
  started.rememberServerTime({
    read: () => kept,
    write: (known) => {
      kept = JSON.parse(JSON.stringify(known));
    },
  });
  return started;
};

const distance = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b));
const tomorrow = () => new Date(Date.now() + DAY_MS).toISOString();

beforeEach(() => {
  kept = undefined;
});

test('a phone that is a day off counts by the server all the same', () => {
  const { learnServerTime, serverNow } = start();
  expect(distance(serverNow(), new Date().toISOString())).toBeLessThan(1000);
  learnServerTime(tomorrow());
  expect(distance(serverNow(), tomorrow())).toBeLessThan(1000);
  learnServerTime(undefined);
  learnServerTime('nonsense');
  expect(distance(serverNow(), tomorrow())).toBeLessThan(1000);
});

test('[CB-04] started again without signal it still knows how far the phone is off', () => {
  start().learnServerTime(tomorrow());
  expect(distance(start().serverNow(), tomorrow())).toBeLessThan(1000);
});

test('what is kept of it and no longer fits is forgotten', () => {
  kept = { aheadMs: 'a day' };
  expect(distance(start().serverNow(), new Date().toISOString())).toBeLessThan(1000);
});

describe('[CB-04] the time of a record', () => {
  const { settledTime } = start();
  const now = '2026-11-21T10:00:00.000Z';
  const morning = { at: '2026-11-21T08:00:00.000Z', notBefore: '2026-11-21T07:00:00.000Z' };
  // biome-ignore format: a table reads row by row
  test.each([
    ['as it was read when the phone’s clock is right', morning, '2026-11-21T08:00:00.000Z', 0, '2026-11-21T08:00:00.000Z'],
    ['as it was read when the clock is a day behind', morning, '2026-11-20T08:00:00.000Z', DAY_MS, '2026-11-21T08:00:00.000Z'],
    ['as it was read when the clock was put right afterwards', morning, '2026-11-20T08:00:00.000Z', 0, '2026-11-21T08:00:00.000Z'],
    ['put right when the clock was set before and it lies ahead of now', { ...morning, at: '2026-11-22T08:00:00.000Z' }, '2026-11-21T08:00:00.000Z', 0, '2026-11-21T08:00:00.000Z'],
    ['put right when it lies before the last answer', { ...morning, at: '2026-11-20T08:00:00.000Z' }, '2026-11-21T08:00:00.000Z', 0, '2026-11-21T08:00:00.000Z'],
    ['never after now', { ...morning, at: '2026-11-23T08:00:00.000Z' }, '2026-11-22T08:00:00.000Z', 0, now],
    ['never before the last answer', { ...morning, at: '2026-11-19T08:00:00.000Z' }, '2026-11-19T08:00:00.000Z', 0, morning.notBefore],
  ])('is %s', (_title, reading, device, aheadMs, expected) => {
    expect(settledTime({ ...reading, deviceAt: Date.parse(device) }, now, aheadMs)).toBe(expected);
  });
});
