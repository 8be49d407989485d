/**
 * Goes on from a trained model with a company's own corrections: the weights start where they are and are pulled back there,
 * so that what the model learned from texts that nobody has here isn't lost; the project's messages are trained along, so that
 * a few corrections don't bend everything else. The same rows give the same weights.
 */
import { BUCKET_BITS } from '../../domain/classify/features';
import { LABELS, type ModelFile, QUESTIONS, type Question, weightsOfText } from '../../domain/classify/model';
import { type Example, type Fitted, inOrder, targetOf } from './fit';
import { goldFigures, quantised } from './release';

const REFINING = {
  rounds: 12,
  rate: 0.04,
  /** Towards where the weights were, each step. */
  pullBack: 0.002,
} as const;

const weightsOf = (file: ModelFile, question: Question): Fitted => {
  const { grams, noticed, scales } = file.questions[question];
  const count = LABELS[question].length;
  return {
    labels: LABELS[question],
    grams: Float64Array.from(weightsOfText(grams), (whole, i) => whole * (scales[i % count] ?? 0)),
    noticed: Float64Array.from(noticed),
  };
};

/** Plain gradient steps, in a fixed order that alternates between rounds. */
const refined = (base: Fitted, examples: readonly Example[], question: Question): Fitted => {
  const count = base.labels.length;
  const grams = base.grams.slice();
  const noticed = base.noticed.slice();
  const score = new Float64Array(count);
  const visit = (weights: Float64Array, at: number, see: (i: number, label: number) => void): void => {
    for (let label = 0; label < count; label += 1)
      if (weights[at * count + label] !== undefined) see(at * count + label, label);
  };
  const learn = ({ row, features, weight = 1 }: Example): void => {
    const target = targetOf(row, question);
    if (target === null) return;
    score.fill(0);
    for (const [i, bucket] of features.buckets.entries()) {
      const by = features.weights[i] ?? 0;
      visit(grams, bucket, (at, label) => {
        score[label] = (score[label] ?? 0) + (grams[at] ?? 0) * by;
      });
    }
    for (const [i, by] of features.noticed.entries())
      if (by !== 0)
        visit(noticed, i, (at, label) => {
          score[label] = (score[label] ?? 0) + (noticed[at] ?? 0) * by;
        });
    const highest = Math.max(...score);
    const powers = score.map((one) => Math.exp(one - highest));
    const sum = powers.reduce((total, power) => total + power, 0);
    const wrong = powers.map((power, label) => (power / sum - (target[label] ?? 0)) * weight);
    const step = (weights: Float64Array, start: Float64Array, at: number, by: number): void =>
      visit(weights, at, (i, label) => {
        const now = weights[i] ?? 0;
        weights[i] = now - REFINING.rate * (wrong[label] ?? 0) * by - REFINING.pullBack * (now - (start[i] ?? 0));
      });
    for (const [i, bucket] of features.buckets.entries()) step(grams, base.grams, bucket, features.weights[i] ?? 0);
    for (const [i, by] of features.noticed.entries()) if (by !== 0) step(noticed, base.noticed, i, by);
  };
  for (let round = 0; round < REFINING.rounds; round += 1)
    for (const example of round % 2 === 0 ? examples : [...examples].reverse()) learn(example);
  return { labels: base.labels, grams, noticed };
};

/** What a margin is worth stays as it was measured for the model that it goes on from. */
export const refine = (base: ModelFile, all: readonly Example[], gold: readonly Example[]): ModelFile => {
  const examples = inOrder(all);
  const question = (asked: Question) => ({
    ...quantised(refined(weightsOf(base, asked), examples, asked), asked),
    calibration: base.questions[asked].calibration,
  });
  const [category, kind, responsibility] = QUESTIONS.map(question);
  if (category === undefined || kind === undefined || responsibility === undefined)
    throw new RangeError('a question is missing');
  const file = { buckets: 2 ** BUCKET_BITS, questions: { category, kind, responsibility } };
  return { ...file, gold: goldFigures(file, gold) };
};
