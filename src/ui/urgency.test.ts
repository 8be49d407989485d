import { urgencyOf } from './urgency';

const at = (time: string) => `2026-11-20T${time}:00.000Z`;

test.each([
  // now, expected; warns 09:30, due 10:00
  ['09:10', 'calm'],
  ['09:29', 'calm'],
  ['09:30', 'pressing'],
  ['10:00', 'pressing'], // the last moment is still in time
  ['10:01', 'late'],
])('[CK-02] at %s a clock that warns at 09:30 and is due at 10:00 is %s', (now, urgency) => {
  expect(urgencyOf(at('10:00'), at(now), at('09:30'))).toBe(urgency);
});

test('without a warning nothing presses before it is late', () => {
  expect(urgencyOf(at('10:00'), at('09:59'))).toBe('calm');
  expect(urgencyOf(at('10:00'), at('10:01'))).toBe('late');
});
