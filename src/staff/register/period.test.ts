import { describe, expect, test } from '@jest/globals';
import { periodBounds } from './period';

const SHANGHAI = { utcOffsetMinutes: 480 };
// Sun 1 November 2026, 00:10 in Shanghai; still October in UTC.
const now = Date.parse('2026-10-31T16:10:00.000Z');

describe('periods of the register', () => {
  test('begin at midnight of the estate', () => {
    expect(periodBounds('today', now, SHANGHAI)).toEqual({ from: '2026-10-31T16:00:00.000Z' });
    expect(periodBounds('month', now, SHANGHAI)).toEqual({ from: '2026-10-31T16:00:00.000Z' });
  });

  test('seven days count today', () => {
    expect(periodBounds('week', now, SHANGHAI)).toEqual({ from: '2026-10-25T16:00:00.000Z' });
  });

  test('last month ends where this month begins', () => {
    expect(periodBounds('lastMonth', now, SHANGHAI)).toEqual({
      from: '2026-09-30T16:00:00.000Z',
      to: '2026-10-31T16:00:00.000Z',
    });
  });

  test('any time has no bounds', () => {
    expect(periodBounds('any', now, SHANGHAI)).toEqual({});
  });
});
