import { classify } from '../../../domain/classify/classify';
import type { PersonUseCase } from '../call';

/** What the words typed so far sound like; asks no database. */
export const suggestClassification: PersonUseCase<'suggestClassification'> = async (input) => classify(input.text);
