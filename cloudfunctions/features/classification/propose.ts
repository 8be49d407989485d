/** RG-02, RG-03: what the model says of a text, and over it what a person corrected in an almost identical one. */
import { type ClassifyOptions, classify } from '../../../domain/classify/classify';
import { correctionFor, followingCorrection } from '../../../domain/classify/correction';
import { hashedGramsOf } from '../../../domain/classify/hashed-grams';
import type { Proposal } from '../../../types/proposal';
import type { Scene } from '../clock-part';
import { COMPANY_ID } from '../estate/load-estate';
import { correctionsLike } from './stored-correction';

export async function propose(
  { text, ...options }: { text: string } & Omit<ClassifyOptions, 'model'>,
  { now, platform: { database } }: Scene,
): Promise<Proposal> {
  const grams = hashedGramsOf(text);
  const known = await correctionsLike(grams, COMPANY_ID, now, database);
  return followingCorrection(classify(text, options), correctionFor(grams, known));
}
