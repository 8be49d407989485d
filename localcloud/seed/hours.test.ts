import { beforeNight, HOUR, MINUTE, onDay } from './hours';

const NOON = Date.parse('2026-11-20T04:00:00.000Z');
const NIGHT = onDay(NOON, 0, '04:00');
const beijing = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(11, 16);

test('what would fall in the night falls in the evening before, in the same order', () => {
  const ago = [14, 22, 2 * 60, 5 * 60, 8 * 60, 20 * 60, 25 * 60].map((minutes) => NIGHT - minutes * MINUTE);
  const moved = ago.map((at) => beforeNight(at, NIGHT));
  expect([...moved].sort((a, b) => b - a)).toEqual(moved);
  for (const at of moved) expect(beijing(at) >= '08:30' && beijing(at) < '21:00').toBe(true);
  // Just come in: its clock of half an hour stands still before it is over.
  expect(beijing(moved[0] ?? 0) > '20:45').toBe(true);
});

test('the day and an evening that lasts stay as they are', () => {
  for (const time of ['08:30', '12:00', '18:59'])
    expect(beforeNight(onDay(NOON, 0, time), NOON + 10 * HOUR)).toBe(onDay(NOON, 0, time));
  const evening = onDay(NOON, 0, '20:10');
  expect(beforeNight(evening, evening + 14 * MINUTE)).toBe(evening);
});
