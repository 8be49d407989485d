import { instantOf, localOf } from './local-time';

const shanghai = { utcOffsetMinutes: 480 };

test.each([
  ['2026-11-20T06:05:00.000Z', '2026-11-20T14:05'],
  ['2026-11-20T16:00:00.000Z', '2026-11-21T00:00'], // midnight at the estate
  ['2026-12-31T23:30:00.000Z', '2027-01-01T07:30'],
])('%s is %s at the estate, and back', (at, local) => {
  expect(localOf(at, shanghai)).toBe(local);
  expect(instantOf(local, shanghai)).toBe(at);
});

test('what is no time is none', () => {
  expect(instantOf('', shanghai)).toBeUndefined();
  expect(instantOf('2026-11-20', shanghai)).toBeUndefined();
  expect(instantOf('2026-13-45T10:00', shanghai)).toBeUndefined();
});
