/** Incidents that were merged into each other at the same moment: each is saved by itself, so nobody could refuse the second. */
import type { Incident } from './incident';

export type Merged = Pick<Incident, 'id' | 'mergedInto'>;

/**
 * Whose merge is undone, so that somebody is left to handle the matter: the smallest id of the ring, whoever notices it.
 *
 * @param way an incident, the one that it was merged into, and so on, up to one that isn't merged or comes a second time
 * @returns null when the way ends at an incident that is no more merged than any
 */
export function heldInRing<M extends Merged>(way: readonly M[]): M | null {
  const last = way.at(-1);
  const from = way.findIndex(({ id }) => id === last?.mergedInto);
  if (from < 0) return null;
  return way.slice(from).reduce((least, other) => (other.id < least.id ? other : least));
}
