/** Adding up evidence and choosing, with a confidence that was measured rather than felt. */

/** A word of a text that speaks for (or, below zero, against) something. */
export interface Hit {
  word: string;
  weight: number;
}

/** `weight: 'words separated by spaces'`, as lexicons are written. */
export type Words = Readonly<Record<string, string>>;

interface Listed {
  readonly hits: readonly Hit[];
  /** Positions in `hits` of the words that start with a character. */
  readonly byFirst: ReadonlyMap<string, readonly number[]>;
}
const parsed = new WeakMap<Words, Listed>();
const listed = (words: Words): Listed => {
  let list = parsed.get(words);
  if (list === undefined) {
    const hits = Object.entries(words).flatMap(([weight, text]) =>
      [...new Set(text.split(/\s+/).filter(Boolean))].map((word) => ({ word, weight: Number(weight) })),
    );
    const byFirst = new Map<string, number[]>();
    for (const [at, { word }] of hits.entries()) {
      const first = word.charAt(0);
      const same = byFirst.get(first);
      if (same === undefined) byFirst.set(first, [at]);
      else same.push(at);
    }
    list = { hits, byFirst };
    parsed.set(words, list);
  }
  return list;
};

/** The lexicon's words that occur in the text, each once, in the lexicon's order. One pass over the text. */
export const wordsIn = (text: string, words: Words): Hit[] => {
  const { hits, byFirst } = listed(words);
  const found = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    for (const candidate of byFirst.get(text.charAt(at)) ?? []) {
      if (!found.has(candidate) && text.startsWith(hits[candidate]?.word ?? '', at)) found.add(candidate);
    }
  }
  return [...found].sort((a, b) => a - b).flatMap((at) => hits[at] ?? []);
};

interface Entry<K> {
  key: K;
  hit: Hit;
}
/** Entries of several lexicons by their first two characters (single characters by one), each in its lexicon's order. */
const together = new WeakMap<object, Map<string, readonly Entry<string>[]>>();
const indexOf = <K extends string>(lexicons: ReadonlyMap<K, Words>): Map<string, readonly Entry<string>[]> => {
  const known = together.get(lexicons);
  if (known !== undefined) return known;
  const index = new Map<string, Entry<string>[]>();
  for (const [key, words] of lexicons)
    for (const hit of listed(words).hits) {
      const start = hit.word.slice(0, 2);
      const same = index.get(start);
      if (same === undefined) index.set(start, [{ key, hit }]);
      else same.push({ key, hit });
    }
  together.set(lexicons, index);
  return index;
};

/** The words of several lexicons that occur in the text, each once, in one pass; absent where none does. */
export const wordsOfEach = <K extends string>(text: string, lexicons: ReadonlyMap<K, Words>): Map<string, Hit[]> => {
  const index = indexOf(lexicons);
  const found = new Set<Entry<string>>();
  for (let at = 0; at < text.length; at += 1)
    for (const start of [text.charAt(at), text.slice(at, at + 2)])
      for (const entry of index.get(start) ?? [])
        if (!found.has(entry) && text.startsWith(entry.hit.word, at)) found.add(entry);
  const hits = new Map<string, Hit[]>();
  for (const { key, hit } of found) {
    const same = hits.get(key);
    if (same === undefined) hits.set(key, [hit]);
    else same.push(hit);
  }
  return hits;
};

export const total = (hits: readonly Hit[]): number => hits.reduce((sum, hit) => sum + hit.weight, 0);

/** Without a word that a person could be shown for it, a guess goes to the desk. */
export const UNSAID_CONFIDENCE = 0.4;

export interface Choice<T> {
  value: T;
  confidence: number;
  runnerUp: T;
}

/** `[margin, share right]`, rising; between two rows the confidence is interpolated. */
export type Calibration = readonly (readonly [number, number])[];

/** Interpolated between two rows; the last row holds beyond it. */
export const confidenceAt = (margin: number, table: Calibration): number => {
  let [lastMargin, lastShare] = table[0] ?? [0, 0.5];
  for (const [atMargin, share] of table) {
    if (margin <= atMargin)
      return atMargin === lastMargin
        ? share
        : lastShare + ((share - lastShare) * (margin - lastMargin)) / (atMargin - lastMargin);
    lastMargin = atMargin;
    lastShare = share;
  }
  return lastShare;
};

/** The best and the second best of the scores; ties go to the one listed first. */
export const choose = <T extends string>(scores: readonly (readonly [T, number])[], table: Calibration): Choice<T> => {
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a);
  if (best === undefined || second === undefined) throw new RangeError('nothing to choose from');
  return {
    value: best[0],
    confidence: Math.round(confidenceAt(best[1] - second[1], table) * 100) / 100,
    runnerUp: second[0],
  };
};
