/** IN-12: what speaks of danger to life rings at once and stands above everything until somebody looks into it. */
import type { State } from '../../types/vocabulary';
import type { Complaint } from './complaint';

const NOBODY_THERE_YET: ReadonlySet<State> = new Set<State>(['received', 'registered', 'dispatched', 'investigating']);

export const isUrgent = ({ dangers, state, investigation }: Complaint): boolean =>
  dangers.length > 0 && investigation === null && NOBODY_THERE_YET.has(state);
