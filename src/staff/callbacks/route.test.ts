import { expect, test } from '@jest/globals';
import { aCard } from '../desk/a-card';
import { routeOf, type Stop } from './route';

const aStop = (building: string, unit: string, floor: number, form: Stop['form'] = 'visit'): Stop => ({
  card: aCard(`${building}-${unit}-${floor}`, '2026-11-21T10:00:00.000Z'),
  building,
  unit,
  room: `${floor}01`,
  floor,
  residentName: '王女士',
  phone: '13800000000',
  result: '',
  attempts: 0,
  form,
});

test('[CB-04] the route goes building by building, unit by unit, from the top floor down; calls and surveys stand apart', () => {
  const route = routeOf([
    aStop('3', '1', 2),
    aStop('3', '2', 9),
    aStop('3', '1', 16),
    aStop('10', '1', 1),
    aStop('8', '1', 4, 'phone'),
    aStop('8', '1', 5, 'survey'),
  ]);
  expect(route.buildings.map(({ building, stops }) => [building, stops.map((s) => `${s.unit}/${s.floor}`)])).toEqual([
    ['3', ['1/16', '1/2', '2/9']],
    ['10', ['1/1']],
  ]);
  expect(route.phone).toHaveLength(1);
  expect(route.surveys).toHaveLength(1);
});
