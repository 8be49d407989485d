/** From fitted weights to the file that is committed. */
import { BUCKET_BITS } from '../../domain/classify/features';
import {
  LABELS,
  LARGEST_WEIGHT,
  type ModelFile,
  type Question,
  textOfWeights,
  type TrainedQuestion,
} from '../../domain/classify/model';
import { answersOutOfFold, calibrate } from './cross-validate';
import { type Example, type Fitted, fitModel } from './fit';
import { goldFigures } from './gate';

const FOLDS = 5;
/** Clipping the few largest weights leaves finer steps to all others. */
const CLIPPED_SHARE = 0.0005;
const NOTICED_DIGITS = 1e4;

/** Fitted weights as whole numbers of each label's scale, in the model's alphabet. */
export const roundedTo = (scales: readonly number[], weights: Float64Array): string =>
  textOfWeights(
    Array.from(weights, (weight, i) =>
      Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, Math.round(weight / (scales[i % scales.length] ?? 1)))),
    ),
  );

/** Fitted weights as whole numbers with a scale for each label. */
const quantised = (fitted: Fitted, question: Question): Omit<TrainedQuestion, 'calibration'> => {
  const count = fitted.labels.length;
  const scales = fitted.labels.map((_, label) => {
    const sizes: number[] = [];
    for (let i = label; i < fitted.grams.length; i += count) sizes.push(Math.abs(fitted.grams[i] ?? 0));
    sizes.sort((a, b) => b - a);
    return Number(((sizes[Math.floor(sizes.length * CLIPPED_SHARE)] || 1) / LARGEST_WEIGHT).toPrecision(6));
  });
  return {
    labels: LABELS[question],
    scales,
    grams: roundedTo(scales, fitted.grams),
    noticed: [...fitted.noticed].map((weight) => Math.round(weight * NOTICED_DIGITS) / NOTICED_DIGITS),
  };
};

const trained = (examples: readonly Example[], question: Question): TrainedQuestion => ({
  ...quantised(fitModel(examples, question), question),
  calibration: calibrate(answersOutOfFold(examples, question, FOLDS), question),
});

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
