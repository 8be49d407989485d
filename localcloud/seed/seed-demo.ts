import type { LocalCloud } from '../cloud';

/** Fills an empty data folder with the people and the estate of the demo. */
export async function seedDemo(_cloud: LocalCloud): Promise<void> {
  // Nobody yet: whoever opens the demo comes in as a new resident.
}
