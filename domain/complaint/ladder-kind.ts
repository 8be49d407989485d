/** Whose ladder a complaint's clock climbs (CK-02): as a rule its own kind's. */
import type { ClockKind } from '../../types/vocabulary';
import type { LadderKind } from '../clock/ladder';
import type { Complaint } from './complaint';

/** HD-07: the review of what can't be solved is the manager's; the desk, who may not decide it, is not on its ladder. */
export const ladderKindOf = (kind: ClockKind, { result }: Pick<Complaint, 'result'>): LadderKind =>
  kind === 'review' && result?.outcome === 'declined' ? 'declinedReview' : kind;
