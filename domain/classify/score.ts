/** Adding up evidence and choosing, with a confidence that was measured rather than felt. */

/** A word of a text that speaks for (or, below zero, against) something. */
export interface Hit {
  word: string;
  weight: number;
}

/** `weight: 'words separated by spaces'`, as lexicons are written. */
export type Words = Readonly<Record<string, string>>;

const parsed = new WeakMap<Words, readonly Hit[]>();
const listed = (words: Words): readonly Hit[] => {
  let list = parsed.get(words);
  if (list === undefined) {
    list = Object.entries(words).flatMap(([weight, text]) =>
      text
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => ({ word, weight: Number(weight) })),
    );
    parsed.set(words, list);
  }
  return list;
};

/** The lexicon's words that occur in the text, each once. */
export const wordsIn = (text: string, words: Words): Hit[] => listed(words).filter(({ word }) => text.includes(word));

export const total = (hits: readonly Hit[]): number => hits.reduce((sum, hit) => sum + hit.weight, 0);

export interface Choice<T> {
  value: T;
  confidence: number;
  runnerUp: T;
}

/** `[margin, share right]`, rising; between two rows the confidence is interpolated. */
export type Calibration = readonly (readonly [number, number])[];

const confidenceAt = (margin: number, table: Calibration): number => {
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
