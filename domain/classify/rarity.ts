/** How rare a hashed gram is among residents' messages: counted once from many of them (`npm run alike:rarity`). */
import table from './rarity.json';

/** Grams are spread over `2 ** RARITY_BITS` places; several share one, so none can be read back. */
export const RARITY_BITS = 15;

/** One digit a place, base 36: the rarity in steps. */
const STEP = 0.25;
const BASE = 36;

const rarities = Float32Array.from(table.steps, (digit) => STEP * Number.parseInt(digit, BASE));

/** Natural logarithm of “one in how many messages”, about 0 … 9. */
export const rarityOf = (bucket: number): number => rarities[bucket] ?? 0;

/** @param seen in how many of `messages` each place occurs */
export const rarityTable = (seen: readonly number[], messages: number): { steps: string } => ({
  steps: seen
    .map((count) => Math.min(BASE - 1, Math.round(Math.log((messages + 1) / (count + 1)) / STEP)).toString(BASE))
    .join(''),
});
