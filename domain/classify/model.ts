/**
 * The trained part: one linear layer over the features of a text, three answers from it. The file is written by
 * `npm run train`; nothing is loaded or downloaded at run time.
 */
import {
  CATEGORIES,
  type Category,
  KINDS,
  type Kind,
  RESPONSIBILITIES,
  type Responsibility,
} from '../../types/vocabulary';
import { type Features, NOTICED } from './features';
import type { Calibration } from './score';

/** What is asked of the model, and the labels in the order of its weights. */
const codesOf = <T extends string>(names: Readonly<Record<T, string>>): T[] =>
  Object.keys(names).filter((code): code is T => code in names);
export const LABELS = {
  category: codesOf<Category>(CATEGORIES),
  kind: codesOf<Kind>(KINDS),
  responsibility: codesOf<Responsibility>(RESPONSIBILITIES),
} as const;
export type Question = keyof typeof LABELS;
export const QUESTIONS = ['category', 'kind', 'responsibility'] as const satisfies readonly Question[];

/** One answer's weights. Whole numbers -46 … 46, a character each; times the label's `scale` they are the weights. */
export interface TrainedQuestion {
  labels: readonly string[];
  scales: readonly number[];
  /** A weight for each bucket and label: bucket by bucket, within it label by label. */
  grams: string;
  /** The same for what the rules noticed, not rounded: label by label within each. */
  noticed: readonly number[];
  /** `[margin, share right]`, measured on texts kept out of training. */
  calibration: readonly (readonly number[])[];
}

export interface ModelFile {
  buckets: number;
  questions: Readonly<Record<Question, TrainedQuestion>>;
  /** Share right on the gold messages when it was released. */
  gold: Readonly<Record<string, number>>;
}

/** Each whole number -46 … 46 is a character that JSON needn't escape: half the size of the bytes in base64, packed. */
const ALPHABET = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((char) => char !== '"' && char !== '\\')
  .join('');
export const LARGEST_WEIGHT = (ALPHABET.length - 1) / 2;

/** @param weights whole numbers -46 … 46 */
export const textOfWeights = (weights: readonly number[]): string =>
  weights.map((weight) => ALPHABET.charAt(weight + LARGEST_WEIGHT)).join('');

export const weightsOfText = (text: string): Int8Array => {
  const values = new Int8Array(128);
  for (let i = 0; i < ALPHABET.length; i += 1) values[ALPHABET.charCodeAt(i)] = i - LARGEST_WEIGHT;
  const weights = new Int8Array(text.length);
  for (let i = 0; i < text.length; i += 1) weights[i] = values[text.charCodeAt(i)] ?? 0;
  return weights;
};

/** A score for each label of a question, in the order of `LABELS`. */
export type Scores = readonly number[];

export interface Model {
  scores: (question: Question, features: Features) => Scores;
  calibration: (question: Question) => Calibration;
}

/** Every table as long as the labels and features need it: a cut-off one would answer, and wrongly. */
const checkTables = (question: Question, trained: TrainedQuestion, buckets: number): void => {
  const { length: labels } = LABELS[question];
  const lengths = [
    ['scales', trained.scales.length, labels],
    ['grams', trained.grams.length, buckets * labels],
    ['noticed', trained.noticed.length, NOTICED * labels],
  ] as const;
  for (const [table, is, wanted] of lengths)
    if (is !== wanted) throw new RangeError(`model has ${is} ${table} for ${question}, needs ${wanted}`);
  if (trained.calibration.length === 0 || trained.calibration.some((row) => row.length !== 2))
    throw new RangeError(`model has no whole calibration for ${question}`);
};

/** Throws when the file was trained for other labels or features than the code knows, or a table isn't whole. */
export const openModel = (file: ModelFile, buckets: number): Model => {
  if (file.buckets !== buckets) throw new RangeError(`model has ${file.buckets} buckets, features ${buckets}`);
  const grams = new Map<Question, Int8Array>();
  const calibrations = new Map<Question, Calibration>();
  for (const question of QUESTIONS) {
    const trained = file.questions[question];
    if (trained.labels.join() !== LABELS[question].join())
      throw new RangeError(`model answers ${question} with other labels; train it anew`);
    checkTables(question, trained, buckets);
    grams.set(question, weightsOfText(trained.grams));
    calibrations.set(
      question,
      trained.calibration.map(([margin = 0, share = 0]) => [margin, share] as const),
    );
  }
  return {
    scores: (question, { buckets: at, weights, noticed }) => {
      const trained = file.questions[question];
      const bytes = grams.get(question) ?? new Int8Array();
      const count = trained.labels.length;
      const sums = new Array<number>(count).fill(0);
      for (const [i, bucket] of at.entries()) {
        const weight = weights[i] ?? 0;
        for (let label = 0; label < count; label += 1)
          sums[label] = (sums[label] ?? 0) + weight * (bytes[bucket * count + label] ?? 0);
      }
      return sums.map((sum, label) => {
        let score = sum * (trained.scales[label] ?? 0);
        for (const [i, value] of noticed.entries())
          if (value !== 0) score += value * (trained.noticed[i * count + label] ?? 0);
        return score;
      });
    },
    calibration: (question) => calibrations.get(question) ?? [],
  };
};
