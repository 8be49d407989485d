import { propose } from '../classification/propose';
import type { PersonUseCase } from '../call';

/** What the words typed so far sound like: one look into the index of corrections, nothing else is read. */
export const suggestClassification: PersonUseCase<'suggestClassification'> = async ({ text }, call) =>
  propose({ text }, call);
