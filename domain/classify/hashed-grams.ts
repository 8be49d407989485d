/**
 * How like two texts are, by the character pairs and triples that they share, each weighed by how rare it is. Only hashes are
 * needed of the other text: what is kept of it can't be read back. Generic – alike complaints (IN-07, SV-22) and earlier
 * corrections (RG-03) are both found with it.
 */
import { RARITY_BITS, rarityOf } from './rarity';

const BUCKET_MASK = 2 ** RARITY_BITS - 1;
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 3;
/** Of a long text the rarest ones; what is common tells nothing apart. */
const MOST_GRAMS = 400;
/** What is said after so many characters is said for the second time. */
const READ_CHARACTERS = 1200;

/** FNV-1a with a last mix, 0 … 2^RARITY_BITS. */
const bucketOf = (gram: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < gram.length; i += 1) h = Math.imul(h ^ gram.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) & BUCKET_MASK;
};

/** Letters in lower case; numbers, punctuation and spaces end a run. */
const runsOf = (text: string): { at: number; chars: string }[] =>
  [
    ...text
      .slice(0, READ_CHARACTERS)
      .toLowerCase()
      .matchAll(/\p{L}+/gu),
  ].map((match) => ({
    at: match.index,
    chars: match[0],
  }));

const eachGram = (text: string, see: (bucket: number, at: number, size: number) => void): void => {
  for (const { at, chars } of runsOf(text))
    for (let from = 0; from < chars.length; from += 1)
      for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM && from + size <= chars.length; size += 1)
        see(bucketOf(chars.slice(from, from + size)), at + from, size);
};

/** Where the pairs and triples of a text fall, each place once. */
export const bucketsIn = (text: string): Set<number> => {
  const found = new Set<number>();
  eachGram(text, (bucket) => found.add(bucket));
  return found;
};

/** The hashed pairs and triples of a text, the rarest first; at most 400. */
export const hashedGramsOf = (text: string): number[] =>
  [...bucketsIn(text)].sort((a, b) => rarityOf(b) - rarityOf(a) || a - b).slice(0, MOST_GRAMS);

export interface Likeness {
  /** Cosine of the weighed grams, 0 … 1. */
  cosine: number;
  /** How much of the shorter one the longer one contains, 0 … 1. */
  contained: number;
  shared: number[];
}

const squared = (grams: readonly number[]): number => grams.reduce((sum, gram) => sum + rarityOf(gram) ** 2, 0);

/** @param a hashed grams, as `hashedGramsOf` gives them */
export const likeness = (a: readonly number[], b: readonly number[]): Likeness => {
  const inB = new Set(b);
  const shared = a.filter((gram) => inB.has(gram));
  const [sizeA, sizeB, both] = [squared(a), squared(b), squared(shared)];
  return sizeA === 0 || sizeB === 0
    ? { cosine: 0, contained: 0, shared }
    : { cosine: both / Math.sqrt(sizeA * sizeB), contained: both / Math.min(sizeA, sizeB), shared };
};

const MOST_WORDS = 5;
const LONGEST_WORD = 10;

/**
 * The words of this text that stand behind shared grams: grams that touch are joined (“停在九楼”).
 *
 * @returns at most 5 of at most 10 characters, the rarest first
 */
export const wordsBehind = (text: string, shared: readonly number[]): string[] => {
  const wanted = new Set(shared);
  const weights = new Map<number, number>();
  eachGram(text, (bucket, at, size) => {
    if (!wanted.has(bucket)) return;
    for (let i = at; i < at + size; i += 1) weights.set(i, Math.max(weights.get(i) ?? 0, rarityOf(bucket)));
  });
  const words = new Map<string, number>();
  let word = '';
  let weight = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const here = weights.get(i);
    if (here !== undefined) {
      word += text.charAt(i);
      weight = Math.max(weight, here);
      continue;
    }
    const shown = word.slice(0, LONGEST_WORD);
    if (shown !== '') words.set(shown, Math.max(words.get(shown) ?? 0, weight));
    word = '';
    weight = 0;
  }
  return [...words]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_WORDS)
    .map(([found]) => found);
};
