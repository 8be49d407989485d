import { Chance } from './chance';
import { HOUR, MINUTE } from './hours';
import { standing, usualPace } from './pace';

const NOW = Date.parse('2026-11-20T06:00:00.000Z');

test('a step of a standing complaint happens so many minutes ago, and one that is not named never', () => {
  const { when } = standing(NOW, { dispatch: 90, sign: 60 });
  expect(when('dispatch', NOW - 100 * MINUTE)).toBe(NOW - 90 * MINUTE);
  expect(when('sign', NOW - 90 * MINUTE)).toBe(NOW - 60 * MINUTE);
  expect(when('plan', NOW - 60 * MINUTE)).toBe(Number.POSITIVE_INFINITY);
});

test('a step that was just undone is taken again, one of an earlier round is not', () => {
  const { when } = standing(NOW, { sign: 600 });
  expect(when('sign', NOW - 590 * MINUTE)).toBe(NOW - 587 * MINUTE);
  expect(when('sign', NOW - 100 * MINUTE)).toBe(Number.POSITIVE_INFINITY);
});

test('staff work in service hours and keep what they promised, unless they are late', () => {
  for (let seed = 1; seed < 50; seed += 1) {
    const pace = usualPace(new Chance(seed), {});
    const promised = pace.promised(NOW);
    expect(pace.when('complete', NOW)).toBeLessThanOrEqual(promised + 2 * HOUR);
    const beijing = new Date(pace.when('review', NOW + 9 * HOUR) + 8 * HOUR).toISOString().slice(11, 16);
    expect(beijing >= '08:30' && beijing <= '21:15').toBe(true);
    const late = usualPace(new Chance(seed), { complete: 600 });
    const missed = late.promised(NOW);
    expect(late.when('complete', NOW)).toBeGreaterThan(missed);
  }
});
