import { urgencyOf } from './urgency';

const at = (time: string) => `2026-11-20T${time}:00.000Z`;

test.each([
  // now, expected; started 09:00, due 10:00
  ['09:10', 'calm'],
  ['09:47', 'calm'],
  ['09:48', 'pressing'], // 80 %
  ['10:00', 'pressing'], // the last moment is still in time
  ['10:01', 'late'],
])('[CK-02] at %s a clock of 09:00–10:00 is %s', (now, urgency) => {
  expect(urgencyOf(at('10:00'), at(now), at('09:00'))).toBe(urgency);
});

test('without a start nothing presses before it is late', () => {
  expect(urgencyOf(at('10:00'), at('09:59'))).toBe('calm');
  expect(urgencyOf(at('10:00'), at('10:01'))).toBe('late');
});
