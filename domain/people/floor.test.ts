import { floorOf } from './floor';

test.each([
  ['501', 5],
  ['1203', 12],
  ['0302', 3],
  ['B102', -1],
  ['负101', -1],
  ['商铺3', 0],
  ['', 0],
])('room %s is on floor %i', (room, floor) => {
  expect(floorOf(room)).toBe(floor);
});
