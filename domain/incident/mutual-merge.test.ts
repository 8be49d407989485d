import type { IncidentId } from '../../types/ids';
import { heldInRing } from './mutual-merge';

const way = (...steps: readonly (readonly [string, string | null])[]) =>
  steps.map(([id, into]) => ({ id: id as IncidentId, mergedInto: into as IncidentId | null }));

test.each([
  // the way as it was followed, who is taken back
  [way(['b', 'a'], ['a', 'b']), 'a'], // each into the other: the smaller id, whoever looks
  [way(['a', 'b'], ['b', 'a']), 'a'],
  [way(['c', 'b'], ['b', 'd'], ['d', 'c']), 'b'], // three in a ring
  [way(['a', 'c'], ['c', 'd'], ['d', 'c']), 'c'], // it only leads into a ring
  [way(['b', 'a'], ['a', null]), null], // merged as usual
  [way(['a', 'b'], ['b', 'c'], ['c', null]), null],
])('whose merge is undone: %j → %s', (steps, held) => {
  expect(heldInRing(steps)?.id ?? null).toBe(held);
});
