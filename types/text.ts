/** Text as people send it: cleaned of what nobody typed on purpose, then measured. */
import * as z from 'zod/mini';

// NUL and other control characters (newline and tab stay), zero-width and bidi-control characters.
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/** Removes invisible characters, unifies line ends and trims. */
export const cleanText = (raw: string): string => raw.replace(INVISIBLE, '').replace(/\r\n?/g, '\n').trim();

/** At least one letter, ideograph or digit: spaces, punctuation or emoji alone say nothing. */
const hasWords = (s: string): boolean => /[\p{L}\p{N}]/u.test(s);

/** A text of `min`–`max` characters after cleaning; `what` names the field in the error a person reads. */
export const words = (what: string, min: number, max: number) =>
  z.string({ error: `请填写${what}` }).check(
    z.overwrite(cleanText),
    z.refine((s) => s.length >= min && (min === 0 || hasWords(s)), {
      error: min > 1 ? `${what}至少写 ${min} 个字` : `请填写${what}`,
    }),
    z.maxLength(max, { error: `${what}不能超过 ${max} 字` }),
  );

/** Text that may be left out or empty. */
export const optionalWords = (what: string, max: number) => z.optional(words(what, 0, max));
