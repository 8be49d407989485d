import { Refusal } from '../../types/errors';

/** The refusal with which something ends; Error when it isn't refused. */
export const refusalOf = async (act: Promise<unknown>): Promise<Refusal> => {
  try {
    await act;
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown;
    throw thrown;
  }
  throw new Error('it was not refused');
};
