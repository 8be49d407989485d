/** What people corrected of a complaint's proposal (RG-03), as it stands now. */
import type { Instant } from '../../types/ids';
import type { CorrectedLabels } from '../classify/correction';
import type { Category, Kind, Responsibility } from '../../types/vocabulary';
import type { Complaint } from './complaint';
import type { EventOf } from './events';

export interface CorrectionMade {
  at: Instant;
  /** What differs from the proposal. */
  corrected: CorrectedLabels;
  /** All that was decided, corrected or not. */
  decided: { kind: Kind; category: Category; responsibility: Responsibility };
  /** What the program had proposed. */
  proposed: { kind: Kind; category: Category; responsibility: Responsibility };
}

/**
 * The last decision of a person, as far as it differs from the proposal. Null when nobody decided, when the last one decided
 * as proposed (an earlier correction is undone by it), and when the resident withdrew: what was never dealt with teaches nothing.
 */
export function correctionOf({ proposal, state, events }: Complaint): CorrectionMade | null {
  const last = events
    .filter((e): e is EventOf<'classified'> => e.type === 'classified' && e.by.role !== 'system')
    .at(-1);
  if (last === undefined || proposal === null || state === 'withdrawn') return null;
  const { kind, category, responsibility } = last.data;
  const proposed = {
    kind: proposal.kind.value,
    category: proposal.category.value,
    responsibility: proposal.responsibility.value,
  };
  const corrected: CorrectedLabels = {
    ...(kind === proposed.kind ? {} : { kind }),
    ...(category === proposed.category ? {} : { category }),
    ...(responsibility === proposed.responsibility ? {} : { responsibility }),
  };
  return Object.keys(corrected).length === 0
    ? null
    : { at: last.at, corrected, decided: { kind, category, responsibility }, proposed };
}
