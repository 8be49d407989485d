/**
 * What a person corrected of a proposal, and how a later text that reads almost the same follows it (RG-03). A single
 * correction never changes the model: that would spoil other answers. It is kept beside it and looked up.
 */
import type { Instant } from '../../types/ids';
import type { Proposal } from '../../types/proposal';
import type { Category, Kind, Responsibility } from '../../types/vocabulary';
import { likeness } from './hashed-grams';
import { UNSAID_CONFIDENCE } from './score';

/** Only what the person changed; what they left as proposed isn't there. */
export interface CorrectedLabels {
  kind?: Kind;
  category?: Category;
  responsibility?: Responsibility;
}

/** A correction as it is looked up: no words, only their hashed grams. */
export interface KnownCorrection {
  at: Instant;
  /** As `hashedGramsOf` gives them. */
  grams: readonly number[];
  labels: CorrectedLabels;
}

/**
 * From this cosine on two texts say the same. Of pairs in real letters and messages that were this close all but a few in a
 * hundred had the same category; shorter ones that only share a rare word stay below 0.35.
 */
export const FOLLOWED_FROM = 0.4;

/** How sure a followed answer is: a person's word about an almost identical text. */
const FOLLOWED_CONFIDENCE = 0.9;

/** “在吗” twice isn't the same matter twice: so many pairs and triples a text must have to be compared, about six characters. */
const LEAST_GRAMS = 8;

/** Two texts from `FOLLOWED_FROM` on always share one of so many of their rarest grams: these are what is searched by. */
const MOST_KEYS = 24;

/** The rarest grams, by which a correction is found. @param grams the rarest first */
export const correctionKeys = (grams: readonly number[]): number[] => grams.slice(0, MOST_KEYS);

/** The latest correction of an almost identical text: a later contrary one wins over an earlier, whichever is closer. */
export const correctionFor = (
  grams: readonly number[],
  known: readonly KnownCorrection[],
): KnownCorrection | undefined =>
  (grams.length < LEAST_GRAMS ? [] : known)
    .filter((correction) => likeness(grams, correction.grams).cosine >= FOLLOWED_FROM)
    .reduce<KnownCorrection | undefined>(
      (latest, one) => (latest === undefined || one.at > latest.at ? one : latest),
      undefined,
    );

const followedAnswer = <T extends string>(
  proposed: { value: T; confidence: number; runnerUp: T },
  corrected: T | undefined,
  confidence: number,
): { value: T; confidence: number; runnerUp: T } => {
  if (corrected === undefined) return proposed;
  return corrected === proposed.value
    ? { ...proposed, confidence: Math.max(proposed.confidence, confidence) }
    : { value: corrected, confidence, runnerUp: proposed.value };
};

/** The proposal with what was corrected put in its place; `correctedAt` says by which day's correction. */
export function followingCorrection(proposal: Proposal, correction: KnownCorrection | undefined): Proposal {
  if (correction === undefined) return proposal;
  const { labels, at } = correction;
  // As with the model's own guesses: without a word that could be shown for it, a person decides.
  const confidence = proposal.why.length === 0 ? UNSAID_CONFIDENCE : FOLLOWED_CONFIDENCE;
  return {
    ...proposal,
    kind: followedAnswer(proposal.kind, labels.kind, FOLLOWED_CONFIDENCE),
    category: followedAnswer(proposal.category, labels.category, confidence),
    responsibility: followedAnswer(proposal.responsibility, labels.responsibility, FOLLOWED_CONFIDENCE),
    correctedAt: at,
  };
}
