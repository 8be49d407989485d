import { outsideQuietHours } from './quiet-hours';

const shanghai = { utcOffsetMinutes: 480 };
const night = { quietFrom: '22:00', quietTo: '08:00' };

test.each([
  // UTC                        Shanghai            → UTC
  ['2026-11-21T13:59:59.000Z', '21:59:59', '2026-11-21T13:59:59.000Z'],
  ['2026-11-21T14:00:00.000Z', '22:00 sharp', '2026-11-22T00:00:00.000Z'],
  ['2026-11-21T17:30:00.000Z', '01:30 next day', '2026-11-22T00:00:00.000Z'],
  ['2026-11-21T23:59:00.000Z', '07:59', '2026-11-22T00:00:00.000Z'],
  ['2026-11-22T00:00:00.000Z', '08:00 sharp', '2026-11-22T00:00:00.000Z'],
])('[MS-04] a message of %s (%s) goes out at %s', (at, _local, out) =>
  expect(outsideQuietHours(at, night, shanghai)).toBe(out),
);

test('[MS-04] hours within a day, and none at all', () => {
  const noon = { quietFrom: '12:00', quietTo: '14:00' };
  expect(outsideQuietHours('2026-11-21T04:30:00.000Z', noon, shanghai)).toBe('2026-11-21T06:00:00.000Z');
  expect(outsideQuietHours('2026-11-21T06:00:00.000Z', noon, shanghai)).toBe('2026-11-21T06:00:00.000Z');
  expect(outsideQuietHours('2026-11-21T17:30:00.000Z', { quietFrom: '08:00', quietTo: '08:00' }, shanghai)).toBe(
    '2026-11-21T17:30:00.000Z',
  );
});
