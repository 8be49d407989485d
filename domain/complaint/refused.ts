import { Refusal } from '../../types/errors';

/** Ends a decision with a refusal; `decide` returns it as its answer. */
export const refused = (...args: ConstructorParameters<typeof Refusal>): never => {
  throw new Refusal(...args);
};
