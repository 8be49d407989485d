/**
 * A resident's text → a proposal (RG-02): kind, category, responsibility, signals of severity, place, and why.
 * The three answers come from the trained model, which hears the rules among other things; severity and place from rules
 * alone. Under 2 ms a text, nothing loaded at run time.
 */
import type { Proposal } from '../../types/proposal';
import type { Kind } from '../../types/vocabulary';
import { DEFAULT_POLICY } from '../policy/defaults';
import { BUCKET_BITS, type Features, featuresOf } from './features';
import { LABELS, type Model, openModel, type Question } from './model';
import modelFile from './model.json';
import { partsOf } from './parts';
import { placeIn } from './place';
import { choose, type Choice, UNSAID_CONFIDENCE } from './score';
import { groupIn, signalsIn } from './signals';

export interface ClassifyOptions {
  /** A letter's or mail's subject; it weighs more than the body. */
  title?: string | undefined;
  /** What the resident chose in the form; believed unless the words speak clearly against it. */
  kindHint?: Kind | undefined;
  /** From so many people on their words are a sign of a group: `policy.severity.majorGroupPeople` (SV-04); the default's if left out. */
  groupFrom?: number | undefined;
  /** The model that answers; the one that comes with the program if left out. */
  model?: Model | undefined;
}

/** What a chosen kind adds to its score: words that speak clearly still outweigh it. */
const HINT_SCORE = 4;

let bundled: Model | null = null;
/** The model that comes with the program, opened when the first text is classified. */
const bundledModel = (): Model => {
  bundled ??= openModel(modelFile, 2 ** BUCKET_BITS);
  return bundled;
};

const answer = <Q extends Question>(
  model: Model,
  question: Q,
  features: Features,
  hint?: string,
): Choice<(typeof LABELS)[Q][number]> => {
  const scores = model.scores(question, features);
  const labels: readonly (typeof LABELS)[Q][number][] = LABELS[question];
  return choose(
    labels.map((label, i) => [label, (scores[i] ?? 0) + (label === hint ? HINT_SCORE : 0)] as const),
    model.calibration(question),
  );
};

export const classify = (text: string, options: ClassifyOptions = {}): Proposal => {
  const { title, body } = partsOf(text, options.title);
  const full = title === '' ? body : `${title}。${body}`;
  const features = featuresOf(title, body);
  const model = options.model ?? bundledModel();
  const category = answer(model, 'category', features);
  const kind = answer(model, 'kind', features, options.kindHint);
  const why = features.wordsFor(category.value);
  const praised = kind.value === 'praise';
  const groupFrom = options.groupFrom ?? DEFAULT_POLICY.severity.majorGroupPeople;
  return {
    kind,
    category:
      why.length === 0 ? { ...category, confidence: Math.min(category.confidence, UNSAID_CONFIDENCE) } : category,
    responsibility: answer(model, 'responsibility', features),
    severity: praised ? [] : signalsIn(full, groupFrom),
    groupSize: praised ? null : groupIn(full, groupFrom).size,
    place: placeIn(full),
    why,
  };
};
