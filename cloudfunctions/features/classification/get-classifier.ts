import type { PersonUseCase } from '../call';
import { presentClassifier } from './present-classifier';

/** RG-03: which model is live, and what else was released. */
export const getClassifier: PersonUseCase<'classifier'> = async (_input, call) => presentClassifier(call);
