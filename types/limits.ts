/**
 * What the program itself can take, whatever a policy says: ceilings of the schemas. What is asked of people stands in the
 * policy (domain/policy/defaults.ts) and is checked by the use case in the policy's words.
 */

/** Characters of one text. */
export const LONGEST_TEXT = 20_000;
/** Photos that go with one act; WeChat lets no more be chosen at once. */
export const MOST_PHOTOS = 20;
/** Short videos that go with one act. */
export const MOST_VIDEOS = 1;
/** Bytes of one video that a function can clean in its memory. */
export const LARGEST_VIDEO_BYTES = 104_857_600;
/** WeChat's camera records no longer one. */
export const LONGEST_VIDEO_SECONDS = 60;
/** Bytes of one photo that a function can clean in its memory. */
export const LARGEST_PHOTO_BYTES = 52_428_800;
