/**
 * Whether two texts speak of the same matter (IN-07, SV-22): at the same place, about the same thing with the same trouble,
 * in words that have something in common. Places gate – the same words about another building are another matter –, the rest
 * is weighed by a few numbers that were fitted on labelled pairs (`npm run alike:fit`).
 */
import type { Kind } from '../../types/vocabulary';
import { hashedGramsOf, likeness, wordsBehind } from '../classify/hashed-grams';
import model from './alike-model.json';
import { isInside, isOutdoors, type Matter, SPOT_MARK } from './matter';

const bothAndDiffer = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** One is at a building, the other at a place outdoors that the first doesn't speak of. */
const oneOutdoors = (a: Matter, b: Matter): boolean =>
  a.building !== null && b.building === null && !isOutdoors(a) && isOutdoors(b);

/** Another building, unit, gate or level, or a building and a place outdoors: never the same matter, whatever the words. */
export const elsewhere = (a: Matter, b: Matter): boolean =>
  oneOutdoors(a, b) ||
  oneOutdoors(b, a) ||
  bothAndDiffer(a.building, b.building) ||
  (a.building !== null && a.building === b.building && bothAndDiffer(a.unit, b.unit)) ||
  a.marks.some((mark, i) => bothAndDiffer(mark, b.marks[i] ?? null));

/** Of what is inside a building one says which, the other doesn't: nobody knows whether it is the same lift. */
export const placeInDoubt = (a: Matter, b: Matter): boolean =>
  (a.building === null) !== (b.building === null) && isInside(a) && isInside(b);

const inCommon = (a: readonly string[], b: readonly string[]): string[] => a.filter((one) => b.includes(one));
const share = (common: number, a: number, b: number): number => (common === 0 ? 0 : common / (a + b - common));
const yes = (condition: boolean): number => (condition ? 1 : 0);
const near = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && (a.includes(b) || b.includes(a));
const isSomewhere = ({ building, area }: Matter): boolean => building !== null || area !== null;
const sameSpot = (a: Matter, b: Matter): boolean =>
  (a.building !== null && a.building === b.building) || near(a.area, b.area);
/** It is known of both that they are in one building, or at one spot outdoors: they count together with nobody looking (SV-22). */
export const atSameKnownPlace = (a: Matter, b: Matter): boolean => {
  if (elsewhere(a, b)) return false;
  if (a.building !== null || b.building !== null) return a.building === b.building;
  const spot = a.marks[SPOT_MARK] ?? null;
  return !isInside(a) && !isInside(b) && (near(a.area, b.area) || (spot !== null && spot === b.marks[SPOT_MARK]));
};

/** Above this a text tells a story and mentions much beside its matter. */
const LONG = 120;

/** Complaints and repairs say the same in another tone; a question, a proposal or thanks is another thing. */
const tone = (kind: Kind): string => (kind === 'repair' ? 'complaint' : kind);

/** What the model weighs of a pair, each about 0 … 1, in the order of its weights. */
export const evidenceOf = (a: Matter, b: Matter): number[] => {
  const { cosine, contained } = likeness(a.grams, b.grams);
  const things = inCommon(a.things, b.things).length;
  const troubles = inCommon(a.troubles, b.troubles).length;
  const both = (x: readonly string[], y: readonly string[]): boolean => x.length > 0 && y.length > 0;
  const [firstA, firstB] = [a.categories[0], b.categories[0]];
  const long = Math.min(a.characters, b.characters) > LONG;
  return [
    1,
    Math.sqrt(cosine),
    contained,
    yes(things > 0),
    share(things, a.things.length, b.things.length),
    yes(things === 0 && both(a.things, b.things)),
    yes(troubles > 0),
    share(troubles, a.troubles.length, b.troubles.length),
    yes(troubles === 0 && both(a.troubles, b.troubles)),
    yes(firstA !== undefined && firstA === firstB),
    yes(firstA !== firstB && inCommon(a.categories, b.categories).length > 0),
    yes(a.building !== null && a.building === b.building),
    yes(near(a.area, b.area)),
    yes(isSomewhere(a) && isSomewhere(b) && !sameSpot(a, b)),
    yes(isSomewhere(a) !== isSomewhere(b)),
    yes(tone(a.kind) !== tone(b.kind)),
    yes(a.kind === 'praise' || b.kind === 'praise'),
    yes(inCommon(a.categories, b.categories).length === 0),
    yes(a.floor !== null && a.floor === b.floor),
    yes(things > 0 && troubles > 0),
    yes(long),
    yes(long) * Math.sqrt(cosine),
  ];
};

/** Of the evidence, in its order. */
export const WEIGHTS: readonly number[] = model.weights;

/** How sure it is that both are one matter, 0 … 1; 0 when their places exclude it. */
export const alikeness = (a: Matter, b: Matter, weights: readonly number[] = WEIGHTS): number => {
  if (elsewhere(a, b)) return 0;
  const sum = evidenceOf(a, b).reduce((total, evidence, i) => total + evidence * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
};

/** From here on both are shown as alike; chosen together with the weights. */
export const ALIKE_FROM: number = model.from;

/** From here on they count together without anybody having looked at them (SV-22): surer than what is only shown. */
export const COUNTED_FROM: number = model.countedFrom;

/** Surely of one matter, at one place that is known of both: they count together (SV-22). */
export const countTogether = (a: Matter, b: Matter): boolean =>
  atSameKnownPlace(a, b) && alikeness(a, b) >= COUNTED_FROM;

/** The words of a text that an alike one shares, for a person to see why. */
export const sharedWords = (text: string, other: Pick<Matter, 'grams'>): string[] =>
  wordsBehind(text, likeness(hashedGramsOf(text), other.grams).shared);
