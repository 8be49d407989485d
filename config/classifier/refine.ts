/**
 * Goes on from a trained model with a company's own corrections without forgetting what it knew from texts that nobody has
 * here: only the weights of the n-grams learn, pulled back to where they were (what the rules notice is shared by all texts
 * and would bend everything); the project's messages are rehearsed with the answers that the model gives now, so that they
 * pull nowhere until a correction disturbs them; and of each question's step only so much is taken that no gold figure
 * falls. The same rows give the same weights.
 */
import { BUCKET_BITS } from '../../domain/classify/features';
import {
  LABELS,
  type ModelFile,
  openModel,
  QUESTIONS,
  type Question,
  weightsOfText,
} from '../../domain/classify/model';
import { type Example, type Fitted, inOrder, scoresOf, targetOf } from './fit';
import { fallen, goldFigures } from './gate';
import { roundedTo } from './release';

const REFINING = {
  rounds: 12,
  rate: 0.2,
  /** Towards where the weights were, each step. */
  pullBack: 0.002,
  /** Of the whole step the largest of these at which no gold figure falls is taken; none of it if it does at each. */
  steps: [1, 0.75, 0.5, 0.35, 0.25, 0.15, 0.1, 0.05],
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

const sharesOf = (scores: readonly number[]): Float64Array => {
  const highest = Math.max(...scores);
  const powers = Float64Array.from(scores, (score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

interface Lesson {
  features: Example['features'];
  target: Float64Array;
  weight: number;
}

export interface Taught {
  /** What a person decided. */
  corrections: readonly Example[];
  /** What the model must go on answering as it does. */
  rehearsed: readonly Example[];
}

const lessonsOf = (base: Fitted, { corrections, rehearsed }: Taught, question: Question): Lesson[] => {
  const known = new Set(rehearsed);
  return inOrder([...corrections, ...rehearsed]).flatMap((example): Lesson[] => {
    const { row, features, weight = 1 } = example;
    if (known.has(example)) return [{ features, target: sharesOf(scoresOf(base, features)), weight: 1 }];
    const target = targetOf(row, question);
    return target === null ? [] : [{ features, target, weight }];
  });
};

/** Plain gradient steps, in a fixed order that alternates between rounds. */
const refined = (base: Fitted, lessons: readonly Lesson[]): Float64Array => {
  const count = base.labels.length;
  const now: Fitted = { ...base, grams: base.grams.slice() };
  const { grams } = now;
  const learn = ({ features, target, weight }: Lesson): void => {
    const wrong = sharesOf(scoresOf(now, features)).map((share, label) => (share - (target[label] ?? 0)) * weight);
    for (const [i, bucket] of features.buckets.entries()) {
      const by = REFINING.rate * (features.weights[i] ?? 0);
      for (let label = 0; label < count; label += 1) {
        const at = bucket * count + label;
        const is = grams[at] ?? 0;
        grams[at] = is - by * (wrong[label] ?? 0) - REFINING.pullBack * (is - (base.grams[at] ?? 0));
      }
    }
  };
  for (let round = 0; round < REFINING.rounds; round += 1)
    for (const lesson of round % 2 === 0 ? lessons : [...lessons].reverse()) learn(lesson);
  return grams;
};

/** What became of the corrections that say something about a question. */
export interface Learnt {
  question: Question;
  /** How much of the step was taken, 0 … 1. */
  step: number;
  taught: number;
  /** How many of them are answered as a person decided, before and after. */
  before: number;
  after: number;
}

export interface Refined {
  file: ModelFile;
  learnt: readonly Learnt[];
}

const answeredAsTaught = (file: ModelFile, question: Question, corrections: readonly Example[]): number => {
  const model = openModel(file, 2 ** BUCKET_BITS);
  return corrections.filter(({ row, features }) => {
    const scores = model.scores(question, features);
    return LABELS[question][scores.indexOf(Math.max(...scores))] === row[question];
  }).length;
};

/** What a margin is worth stays as it was measured for the model that it goes on from. */
export const refine = (base: ModelFile, taught: Taught, gold: readonly Example[]): Refined => {
  const before = goldFigures(base, gold);
  const learnt: Learnt[] = [];
  let file: ModelFile = { ...base, gold: before };
  for (const question of QUESTIONS) {
    const start = weightsOf(base, question);
    const goal = refined(start, lessonsOf(start, taught, question));
    const moved = (step: number): ModelFile => {
      const grams = start.grams.map((weight, i) => weight + step * ((goal[i] ?? 0) - weight));
      const trained = { ...base.questions[question], grams: roundedTo(base.questions[question].scales, grams) };
      const questions = { ...file.questions, [question]: trained };
      return { ...file, questions, gold: goldFigures({ ...file, questions }, gold) };
    };
    const asked = taught.corrections.filter(({ row }) => row[question] !== undefined);
    const told = answeredAsTaught(base, question, asked);
    let step = 0;
    for (const share of asked.length === 0 ? [] : REFINING.steps) {
      const next = moved(share);
      if (fallen(before, next.gold).length > 0) continue;
      file = next;
      step = share;
      break;
    }
    learnt.push({ question, step, taught: asked.length, before: told, after: answeredAsTaught(file, question, asked) });
  }
  return { file, learnt };
};
