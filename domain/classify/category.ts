/** What it is about: the lexicons' words, the title counted more than the body. */
import { CATEGORIES, type Category } from '../../types/vocabulary';
import { EVERYDAY_WORDS } from './everyday-words';
import { CATEGORY_WORDS } from './lexicon';
import { HOUSEHOLD_WORDS } from './household-words';
import { type Hit, total, type Words, wordsOfEach } from './score';

/** A word of the title weighs this much more than one of the body. */
const TITLE_WEIGHT = 1.5;
/** Long letters mention everything: beyond this, the body's words count less. */
const SHORT_TEXT = 80;

/** So many words are shown to the receptionist. */
const MOST_WORDS = 5;

/** Everyday words are shown after those of the trade. */
const EVERYDAY_WEIGHT = 0.5;

const weighed = (hit: Hit, by: number): Hit => ({ word: hit.word, weight: hit.weight * by });

const codes = Object.keys(CATEGORIES).filter((code): code is Category => code in CATEGORIES);

/** A word of one category alone; one that others share too weighs its part of it. A single character says little. */
const LISTED_WEIGHT = 6;
const SINGLE_WEIGHT = 2;

/** The listed words with their weights, in the form of a lexicon. */
const householdLexicons = (): Map<Category, Words> => {
  const lists = codes.map((code) => [code, HOUSEHOLD_WORDS[code].split(/\s+/).filter(Boolean)] as const);
  const sharers = new Map<string, number>();
  for (const word of lists.flatMap(([, words]) => words)) sharers.set(word, (sharers.get(word) ?? 0) + 1);
  return new Map(
    lists.map(([code, words]) => {
      const lexicon: Record<string, string> = {};
      for (const word of words) {
        const weight = (word.length === 1 ? SINGLE_WEIGHT : LISTED_WEIGHT) / (sharers.get(word) ?? 1);
        lexicon[weight] = `${lexicon[weight] ?? ''} ${word}`;
      }
      return [code, lexicon];
    }),
  );
};
const HOUSEHOLD = householdLexicons();
const lexiconsOf = (words: Readonly<Record<Category, Words>>): Map<Category, Words> =>
  new Map(codes.map((code) => [code, words[code]]));
const TRADE = lexiconsOf(CATEGORY_WORDS);
const EVERYDAY = lexiconsOf(EVERYDAY_WORDS);

export interface CategoryWords {
  scores: readonly (readonly [Category, number])[];
  everyday: readonly (readonly [Category, number])[];
  household: readonly (readonly [Category, number])[];
  /** The lexicon's words that speak for a category, the weightiest first. */
  wordsFor: (category: Category) => string[];
}

/** `body` without the title that letters repeat at their start. */
export const categoryWords = (title: string, body: string): CategoryWords => {
  const damping = Math.min(1, Math.sqrt(SHORT_TEXT / Math.max(1, body.length)));
  const hits = new Map<Category, Hit[]>();
  const scoresBy = (lexicons: ReadonlyMap<Category, Words>, shownWeight: number) => {
    const ofTitle = wordsOfEach(title, lexicons);
    const ofBody = wordsOfEach(body, lexicons);
    return codes.map((code) => {
      const inTitle = ofTitle.get(code) ?? [];
      const inBody = ofBody.get(code) ?? [];
      hits.set(code, [
        ...(hits.get(code) ?? []),
        ...inTitle.map((hit) => weighed(hit, TITLE_WEIGHT * shownWeight)),
        ...inBody.map((hit) => weighed(hit, damping * shownWeight)),
      ]);
      return [code, total(inTitle) * TITLE_WEIGHT + total(inBody) * damping] as const;
    });
  };
  const scores = scoresBy(TRADE, 1);
  const everyday = scoresBy(EVERYDAY, EVERYDAY_WEIGHT);
  const household = scoresBy(HOUSEHOLD, EVERYDAY_WEIGHT);
  return {
    scores,
    everyday,
    household,
    wordsFor: (category) => {
      const words = (hits.get(category) ?? []).filter((hit) => hit.weight > 0).sort((a, b) => b.weight - a.weight);
      return [...new Set(words.map((hit) => hit.word))].slice(0, MOST_WORDS);
    },
  };
};
