/**
 * How long the next part may run, in ms: half of what is left, the last all of it. So no part, however much it has to do,
 * takes the minute from those after it, and what one leaves unused is theirs.
 */
export const shareOf = (leftMs: number, partsLeft: number): number => Math.max(0, partsLeft <= 1 ? leftMs : leftMs / 2);
