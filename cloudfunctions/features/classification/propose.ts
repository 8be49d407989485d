/** RG-02, RG-03: what the model says of a text, and over it what a person corrected in an almost identical one. */
import { type ClassifyOptions, classify } from '../../../domain/classify/classify';
import { correctionFor, followingCorrection } from '../../../domain/classify/correction';
import { hashedGramsOf } from '../../../domain/classify/hashed-grams';
import type { Proposal } from '../../../types/proposal';
import type { Scene } from '../clock-part';
import { COMPANY_ID } from '../estate/load-estate';
import { modelInForce } from './model-in-force';
import { correctionsLike } from './stored-correction';

export async function propose(
  { text, ...options }: { text: string } & Omit<ClassifyOptions, 'model'>,
  scene: Scene,
): Promise<Proposal> {
  const grams = hashedGramsOf(text);
  const [{ model }, known] = await Promise.all([
    modelInForce(scene),
    correctionsLike([grams], COMPANY_ID, scene.now, scene.platform.database),
  ]);
  return followingCorrection(classify(text, { ...options, model }), correctionFor(grams, known));
}
