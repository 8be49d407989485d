import { shareOf } from './share-time';

/** What five parts get of 45 s, when each uses up to `wants` ms. */
const shares = (...wants: number[]): number[] => {
  let left = 45_000;
  return wants.map((want, at) => {
    const share = shareOf(left, wants.length - at);
    left -= Math.min(want, share);
    return share;
  });
};

test('parts that never end still leave a share to each after them, and all together use no more than there is', () => {
  const greedy = shares(Infinity, Infinity, Infinity, Infinity, Infinity);
  expect(greedy).toEqual([22_500, 11_250, 5625, 2812.5, 2812.5]);
  expect(greedy.reduce((sum, share) => sum + share)).toBe(45_000);
});

test('what a part leaves unused is for those after it', () => {
  expect(shares(100, 200, 300, 0, 0)).toEqual([22_500, 22_450, 22_350, 22_200, 44_400]);
});

test('nothing is left when a part overran', () => {
  expect([shareOf(-500, 3), shareOf(-500, 1), shareOf(0, 2)]).toEqual([0, 0, 0]);
});
