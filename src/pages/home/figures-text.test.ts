import { monthText, percentText } from './figures-text';

test('a share is never said better than it is', () => {
  expect(percentText(0.999)).toBe('99');
  expect(percentText(1)).toBe('100');
  expect(percentText(0.58)).toBe('58'); // 0.58 * 100 is 57.99… in floating point
  expect(percentText(0)).toBe('0');
});

test('months as people say them', () => {
  expect(monthText('2026-11')).toBe('11 月');
  expect(monthText('2027-03')).toBe('3 月');
});
