/** What it is about: the lexicons' words, the title counted more than the body. */
import { CATEGORIES, type Category } from '../../types/vocabulary';
import { CATEGORY_WORDS } from './lexicon';
import { type Calibration, choose, type Choice, type Hit, total, wordsIn } from './score';

/** `[margin, share right]`, measured on labelled messages and letters. */
const CALIBRATION: Calibration = [
  [0, 0.45],
  [1, 0.5],
  [2, 0.7],
  [3.5, 0.76],
  [5, 0.88],
  [8, 0.93],
  [12, 0.94],
  [18, 0.97],
  [30, 0.98],
];

/** Without any word of the lexicon, one in five guesses is right. */
const UNSAID_CONFIDENCE = 0.2;

/** A word of the title weighs this much more than one of the body. */
const TITLE_WEIGHT = 1.5;
/** Long letters mention everything: beyond this, the body's words count less. */
const SHORT_TEXT = 80;

const codes = Object.keys(CATEGORIES).filter((code): code is Category => code in CATEGORIES);

export interface CategoryGuess extends Choice<Category> {
  why: string[];
  scores: readonly (readonly [Category, number])[];
}

/** `body` without the title that letters repeat at their start. */
export const guessCategory = (title: string, body: string): CategoryGuess => {
  const damping = Math.min(1, Math.sqrt(SHORT_TEXT / Math.max(1, body.length)));
  const hits = new Map<Category, Hit[]>();
  const scores = codes.map((code) => {
    const inTitle =
      title === ''
        ? []
        : wordsIn(title, CATEGORY_WORDS[code]).map((hit) => ({ ...hit, weight: hit.weight * TITLE_WEIGHT }));
    const inBody = wordsIn(body, CATEGORY_WORDS[code]).map((hit) => ({ ...hit, weight: hit.weight * damping }));
    hits.set(code, [...inTitle, ...inBody]);
    return [code, total(inTitle) + total(inBody)] as const;
  });
  // Without a single word a message is most often about the people who serve, a letter about something outside;
  // the low confidence sends both to the desk.
  const unsaid: Category = title === '' ? 'service' : 'other';
  const floor = scores.map(([code, score]) => [code, code === unsaid ? Math.max(score, 0.5) : score] as const);
  const best = choose(floor, CALIBRATION);
  const choice = scores.some(([, score]) => score > 0) ? best : { ...best, confidence: UNSAID_CONFIDENCE };
  const words = (hits.get(choice.value) ?? []).filter((hit) => hit.weight > 0).sort((a, b) => b.weight - a.weight);
  return { ...choice, why: [...new Set(words.map((hit) => hit.word))].slice(0, 5), scores: floor };
};
