/**
 * Fits the model: multinomial logistic regression by AdaGrad, on the labels and, softly, on the other acceptable ones.
 * The same examples give the same weights: they are put in order first and shuffled by a fixed seed.
 */
import { BUCKET_BITS, type Features } from '../../domain/classify/features';
import { LABELS, type Question } from '../../domain/classify/model';
import type { Labelled } from './rows';

export interface Example {
  row: Labelled;
  features: Features;
  /** How much it counts beside the others; 1 if left out. */
  weight?: number;
}

export interface Fitted {
  labels: readonly string[];
  /** Bucket by bucket, within it label by label. */
  grams: Float64Array;
  /** Noticed by noticed, within it label by label. */
  noticed: Float64Array;
}

export const FITTING = {
  rounds: 12,
  seeds: [11, 29, 47],
  rate: 0.3,
  /** The few things that the rules notice would overrule everything at the full rate. */
  noticedRate: 0.15,
  shrink: 3e-5,
  /** Goes to the other acceptable labels together, and to all labels alike. */
  acceptableShare: 0.2,
  smoothing: 0.03,
  /** A title without a letter says its category, less surely. */
  titleOnlyWeight: 0.3,
  /** Tempers how much rarer n-grams weigh more. */
  rarity: 0.35,
} as const;

const random = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** The share of each label that an example pulls towards; `null` when nobody labelled it. */
export const targetOf = (row: Labelled, question: Question): Float64Array | null => {
  const value = row[question];
  if (value === undefined) return null;
  const labels: readonly string[] = LABELS[question];
  const acceptable: readonly string[] = row[`${question}Acceptable`] ?? [value];
  const others = acceptable.filter((label) => label !== value);
  const target = new Float64Array(labels.length).fill(FITTING.smoothing / labels.length);
  const certain = 1 - FITTING.smoothing;
  for (const other of others) {
    const at = labels.indexOf(other);
    target[at] = (target[at] ?? 0) + (certain * FITTING.acceptableShare) / others.length;
  }
  const at = labels.indexOf(value);
  target[at] = (target[at] ?? 0) + certain * (others.length === 0 ? 1 : 1 - FITTING.acceptableShare);
  return target;
};

const weightOf = ({ row, weight = 1 }: Example): number =>
  weight * (row.kind === undefined ? FITTING.titleOnlyWeight : 1);

const fitOnce = (
  examples: readonly Example[],
  targets: readonly Float64Array[],
  rarity: Float64Array,
  count: number,
  seed: number,
): { grams: Float64Array; noticed: Float64Array } => {
  const buckets = 2 ** BUCKET_BITS;
  const noticedCount = examples[0]?.features.noticed.length ?? 0;
  const grams = new Float64Array(buckets * count);
  const gramsPull = new Float64Array(buckets * count).fill(1e-4);
  const noticed = new Float64Array(noticedCount * count);
  const noticedPull = new Float64Array(noticedCount * count).fill(1e-2);
  const next = random(seed);
  const order = examples.map((_, i) => i);
  const score = new Float64Array(count);
  const inputs = examples.map(({ features }) => ({
    at: Int32Array.from(features.buckets),
    by: Float64Array.from(features.weights.map((weight, i) => weight * (rarity[features.buckets[i] ?? 0] ?? 0))),
    noticed: Float64Array.from(features.noticed),
  }));
  const step = (weights: Float64Array, pulls: Float64Array, at: number, by: number, rate: number): void => {
    for (let label = 0; label < count; label += 1) {
      const i = at + label;
      const weight = weights[i] as number;
      const pull = (score[label] as number) * by + FITTING.shrink * weight;
      const sum = (pulls[i] as number) + pull * pull;
      pulls[i] = sum;
      weights[i] = weight - (rate * pull) / Math.sqrt(sum);
    }
  };
  for (let round = 0; round < FITTING.rounds; round += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(next() * (i + 1));
      const swap = order[i] as number;
      order[i] = order[j] as number;
      order[j] = swap;
    }
    const fading = 1 - round / FITTING.rounds;
    for (const which of order) {
      const input = inputs[which];
      const target = targets[which];
      const example = examples[which];
      if (input === undefined || target === undefined || example === undefined) continue;
      score.fill(0);
      for (let a = 0; a < input.at.length; a += 1) {
        const base = (input.at[a] as number) * count;
        const by = input.by[a] as number;
        for (let label = 0; label < count; label += 1)
          score[label] = (score[label] as number) + (grams[base + label] as number) * by;
      }
      for (let a = 0; a < noticedCount; a += 1) {
        const by = input.noticed[a] as number;
        if (by === 0) continue;
        for (let label = 0; label < count; label += 1)
          score[label] = (score[label] as number) + (noticed[a * count + label] as number) * by;
      }
      let highest = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < count; label += 1) highest = Math.max(highest, score[label] as number);
      let sum = 0;
      for (let label = 0; label < count; label += 1) {
        const power = Math.exp((score[label] as number) - highest);
        score[label] = power;
        sum += power;
      }
      const weight = weightOf(example);
      for (let label = 0; label < count; label += 1)
        score[label] = ((score[label] as number) / sum - (target[label] as number)) * weight;
      for (let a = 0; a < input.at.length; a += 1)
        step(grams, gramsPull, (input.at[a] as number) * count, input.by[a] as number, FITTING.rate * fading);
      for (let a = 0; a < noticedCount; a += 1) {
        const by = input.noticed[a] as number;
        if (by !== 0) step(noticed, noticedPull, a * count, by, FITTING.noticedRate * fading);
      }
    }
  }
  return { grams, noticed };
};

/** In an order that doesn't depend on the order of the files. */
export const inOrder = (examples: readonly Example[]): Example[] =>
  [...examples].sort((a, b) => (a.row.text < b.row.text ? -1 : a.row.text > b.row.text ? 1 : 0));

/** The mean of several runs over the examples that carry a label for the question. */
export const fitModel = (all: readonly Example[], question: Question): Fitted => {
  const labels = LABELS[question];
  const examples = inOrder(all).filter(({ row }) => row[question] !== undefined);
  const targets = examples.flatMap(({ row }) => targetOf(row, question) ?? []);
  const buckets = 2 ** BUCKET_BITS;
  const occurs = new Float64Array(buckets);
  for (const { features } of examples)
    for (const bucket of features.buckets) occurs[bucket] = (occurs[bucket] ?? 0) + 1;
  const rarity = occurs.map((n) => Math.log((1 + examples.length) / (1 + n)) * FITTING.rarity);
  const count = labels.length;
  let grams: Float64Array | null = null;
  let noticed: Float64Array | null = null;
  for (const seed of FITTING.seeds) {
    const once = fitOnce(examples, targets, rarity, count, seed);
    grams = grams === null ? once.grams : grams.map((weight, i) => weight + (once.grams[i] ?? 0));
    noticed = noticed === null ? once.noticed : noticed.map((weight, i) => weight + (once.noticed[i] ?? 0));
  }
  if (grams === null || noticed === null) throw new RangeError('no seed to fit with');
  const runs = FITTING.seeds.length;
  return {
    labels,
    // How rare an n-gram is goes into its weight: nothing to look up when classifying.
    grams: grams.map((weight, i) => (weight / runs) * (rarity[Math.floor(i / count)] ?? 0)),
    noticed: noticed.map((weight) => weight / runs),
  };
};

/** A score for each label. */
export const scoresOf = (fitted: Fitted, features: Features): number[] => {
  const count = fitted.labels.length;
  const scores = new Array<number>(count).fill(0);
  const add = (weights: Float64Array, at: number, by: number): void => {
    for (let label = 0; label < count; label += 1)
      scores[label] = (scores[label] ?? 0) + (weights[at * count + label] ?? 0) * by;
  };
  for (const [i, bucket] of features.buckets.entries()) add(fitted.grams, bucket, features.weights[i] ?? 0);
  for (const [i, value] of features.noticed.entries()) if (value !== 0) add(fitted.noticed, i, value);
  return scores;
};
