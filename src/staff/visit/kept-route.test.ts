import { expect, test } from '@jest/globals';
import type { Stop } from '../callbacks/route';
import { aCard } from '../desk/a-card';
import { readRoute, routeToKeep } from './kept-route';

const stop: Stop = {
  card: aCard('c1', '2026-11-21T10:00:00.000Z'),
  building: '1',
  unit: '1',
  room: '1801',
  floor: 18,
  residentName: '王女士',
  phone: '13800000000',
  result: '换了水泵',
  attempts: 0,
  form: 'visit',
};
const at = '2026-11-21T01:00:00.000Z';
const kept: unknown = JSON.parse(JSON.stringify(routeToKeep('zhao', at, [stop])));

test('[CB-04] without signal the route is as it was last seen, also while nobody can say who holds the phone', () => {
  expect(readRoute(kept, 'zhao', '2026-11-21T09:00:00.000Z')).toEqual([stop]);
  expect(readRoute(kept, null, '2026-11-21T09:00:00.000Z')).toEqual([stop]);
});

test('nobody sees another’s route, and none is kept for long', () => {
  expect(readRoute(kept, 'li', '2026-11-21T09:00:00.000Z')).toBeNull();
  expect(readRoute(kept, 'zhao', '2026-11-23T01:00:00.000Z')).toBeNull();
});

test('what does not fit any more is no route', () => {
  expect(readRoute(undefined, 'zhao', at)).toBeNull();
  expect(readRoute({ personId: 'zhao', at, stops: [{}] }, 'zhao', at)).toBeNull();
});
