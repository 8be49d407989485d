/** From fitted weights to the file that is committed, and whether it may be: never when the gold messages get worse. */
import { BUCKET_BITS } from '../../domain/classify/features';
import {
  LABELS,
  LARGEST_WEIGHT,
  type ModelFile,
  openModel,
  QUESTIONS,
  type Question,
  textOfWeights,
  type TrainedQuestion,
} from '../../domain/classify/model';
import { answersOutOfFold, calibrate } from './cross-validate';
import { type Example, type Fitted, fitModel } from './fit';

const FOLDS = 5;
/** Clipping the few largest weights leaves finer steps to all others. */
const CLIPPED_SHARE = 0.0005;
const NOTICED_DIGITS = 1e4;

/** A gold figure may fall by this much: less than two messages of the set. */
export const GOLD_TOLERANCE = 0.01;

/** Fitted weights as whole numbers with a scale for each label. */
export const quantised = (fitted: Fitted, question: Question): Omit<TrainedQuestion, 'calibration'> => {
  const count = fitted.labels.length;
  const scales = fitted.labels.map((_, label) => {
    const sizes: number[] = [];
    for (let i = label; i < fitted.grams.length; i += count) sizes.push(Math.abs(fitted.grams[i] ?? 0));
    sizes.sort((a, b) => b - a);
    return Number(((sizes[Math.floor(sizes.length * CLIPPED_SHARE)] || 1) / LARGEST_WEIGHT).toPrecision(6));
  });
  const whole = Array.from(fitted.grams, (weight, i) =>
    Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, Math.round(weight / (scales[i % count] ?? 1)))),
  );
  return {
    labels: LABELS[question],
    scales,
    grams: textOfWeights(whole),
    noticed: [...fitted.noticed].map((weight) => Math.round(weight * NOTICED_DIGITS) / NOTICED_DIGITS),
  };
};

const trained = (examples: readonly Example[], question: Question): TrainedQuestion => ({
  ...quantised(fitModel(examples, question), question),
  calibration: calibrate(answersOutOfFold(examples, question, FOLDS), question),
});

/** The gold figures: share right and share acceptable of each question. */
export const goldFigures = (file: Omit<ModelFile, 'gold'>, gold: readonly Example[]): Record<string, number> => {
  const model = openModel({ ...file, gold: {} }, 2 ** BUCKET_BITS);
  const figures: Record<string, number> = {};
  for (const question of QUESTIONS) {
    let right = 0;
    let acceptable = 0;
    for (const { row, features } of gold) {
      const scores = model.scores(question, features);
      const value: string = LABELS[question][scores.indexOf(Math.max(...scores))] ?? '';
      const labels: readonly string[] = row[`${question}Acceptable`] ?? [row[question] ?? ''];
      if (value === row[question]) right += 1;
      if (labels.includes(value)) acceptable += 1;
    }
    figures[question] = Math.round((right / gold.length) * 1000) / 1000;
    figures[`${question}Acceptable`] = Math.round((acceptable / gold.length) * 1000) / 1000;
  }
  return figures;
};

export const train = (examples: readonly Example[], gold: readonly Example[]): ModelFile => {
  const file = {
    buckets: 2 ** BUCKET_BITS,
    questions: {
      category: trained(examples, 'category'),
      kind: trained(examples, 'kind'),
      responsibility: trained(examples, 'responsibility'),
    },
  };
  return { ...file, gold: goldFigures(file, gold) };
};

/** The gold figures that fell too far to release; empty when it may be written. */
export const fallen = (before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): string[] =>
  Object.entries(before)
    .filter(([name, share]) => (after[name] ?? 0) < share - GOLD_TOLERANCE)
    .map(([name, share]) => `${name} ${share} → ${after[name] ?? 0}`);
