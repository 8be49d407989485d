import { serverNow } from '../../../services/server-clock';
import type { Instant } from '../../../../types/ids';
import { TEXTS } from './form-texts';

/** A promised time has to be there and to come. */
export const timeProblem = (expectedAt: Instant | null): Record<string, string> => {
  if (expectedAt === null) return { expectedAt: TEXTS.pickTime };
  return expectedAt <= serverNow() ? { expectedAt: TEXTS.timePassed } : {};
};
