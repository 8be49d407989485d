/**
 * What the program itself can take, whatever a policy says: ceilings of the schemas. What is asked of people stands in the
 * policy (domain/policy/defaults.ts) and is checked by the use case in the policy's words.
 */

/** Characters of one text. */
export const LONGEST_TEXT = 20_000;
/** Photos that go with one act; WeChat lets no more be chosen at once. */
export const MOST_PHOTOS = 20;
/** Bytes of one photo that a function can clean in its memory. */
export const LARGEST_PHOTO_BYTES = 52_428_800;
