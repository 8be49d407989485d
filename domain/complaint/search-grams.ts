/**
 * Text search without scanning (RG-05): a text becomes a set of hashed character pairs, so that two-character Chinese words
 * (电梯, 漏水) are found through an index. The estate is part of every hash: a search never leaves its estate.
 */

/** FNV-1a, 32 bits, as base 36. */
const hash = (text: string): string => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
};

/** Lower case, full-width letters and digits as half-width, everything else that isn't a letter or digit as a gap. */
const runs = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run !== '');

const pairs = (text: string): Set<string> => {
  const found = new Set<string>();
  for (const run of runs(text)) {
    const chars = [...run];
    if (chars.length === 1) found.add(run);
    for (let i = 0; i + 1 < chars.length; i += 1) found.add(`${chars[i]}${chars[i + 1]}`);
  }
  return found;
};

/** Bounds the index entries of one document: more than the longest filing and several additions have. */
export const MOST_KEPT = 6000;

/** The grams under which a text is filed, in the order of the texts. */
export const gramsOf = (estateId: string, texts: readonly string[], most = MOST_KEPT): string[] => {
  const all = new Set<string>();
  for (const text of texts) for (const pair of pairs(text)) all.add(hash(`${estateId}|${pair}`));
  return [...all].slice(0, most);
};

/** The grams that a text with these words must have; empty when the words are too short to search for. */
export const gramsToFind = (estateId: string, words: string): string[] =>
  [...pairs(words)].filter((pair) => [...pair].length > 1).map((pair) => hash(`${estateId}|${pair}`));

/** An exact word such as a phone number's keyed hash, beside the pairs. */
export const exactGram = (estateId: string, what: string, value: string): string =>
  hash(`${estateId}|${what}=${value}`);
