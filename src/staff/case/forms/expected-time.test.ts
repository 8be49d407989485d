import { describe, expect, test } from '@jest/globals';
import { dateAndTime, instantOf, timeChoices } from './expected-time';

const SHANGHAI = { utcOffsetMinutes: 480 };
const texts = (now: string) => timeChoices(Date.parse(now), SHANGHAI).map((choice) => choice.text);

describe('times promised with one tap', () => {
  test('on a Monday morning reach from today to Friday and a week on', () => {
    // Mon 09:00 in Shanghai
    expect(texts('2026-11-23T01:00:00.000Z')).toEqual([
      '今天 18:00',
      '明天 12:00',
      '明天 18:00',
      '后天 18:00',
      '本周五 18:00',
      '一周后',
    ]);
  });

  test('never lie in the past or within half an hour', () => {
    // Mon 17:40 in Shanghai
    expect(texts('2026-11-23T09:40:00.000Z')[0]).toBe('明天 12:00');
  });

  test('are counted on the days of the estate, not of UTC', () => {
    // Tue 00:30 in Shanghai is still Monday in UTC
    const [first] = timeChoices(Date.parse('2026-11-23T16:30:00.000Z'), SHANGHAI);
    expect(first).toEqual({ text: '今天 18:00', at: '2026-11-24T10:00:00.000Z' });
  });

  test('Friday is not offered again when tomorrow or the day after already is Friday', () => {
    expect(texts('2026-11-26T01:00:00.000Z')).not.toContain('本周五 18:00');
  });
});

describe('day and time of the pickers', () => {
  test('become the instant at the estate and back', () => {
    expect(instantOf('2026-11-24', '00:30', SHANGHAI)).toBe('2026-11-23T16:30:00.000Z');
    expect(dateAndTime('2026-11-23T16:30:00.000Z', SHANGHAI)).toEqual({ date: '2026-11-24', time: '00:30' });
  });

  test('are no instant while one is missing', () => {
    expect(instantOf('', '18:00', SHANGHAI)).toBeNull();
    expect(instantOf('2026-11-24', '', SHANGHAI)).toBeNull();
  });
});
