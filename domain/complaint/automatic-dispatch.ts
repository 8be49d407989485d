/** RG-02: at or above the policy's confidence the proposal is taken and dispatched by itself. */
import type { DepartmentId } from '../../types/ids';
import type { Department, Estate } from '../people/estate';
import { departmentFor } from '../people/routing';
import type { Policy } from '../policy/defaults';
import type { Complaint } from './complaint';
import type { Draft } from './draft';

/** Where a complaint goes by itself; null when its category or kind is in doubt and a person decides. */
export function automaticTarget(
  complaint: Pick<Complaint, 'kind' | 'proposal'>,
  estate: Estate,
  policy: Policy,
): Department | null {
  const { kind, proposal } = complaint;
  if (proposal === null) return null;
  const least = policy.classification.dispatchConfidence;
  const kindInDoubt = proposal.kind.value !== kind && proposal.kind.confidence >= least;
  return proposal.category.confidence >= least && !kindInDoubt ? departmentFor(estate, proposal.category.value) : null;
}

/** The same for what is dispatched; praise is forwarded (IN-11). */
export const dispatchTarget = (
  complaint: Pick<Complaint, 'kind' | 'proposal'>,
  estate: Estate,
  policy: Policy,
): Department | null => (complaint.kind === 'praise' ? null : automaticTarget(complaint, estate, policy));

export function dispatchedAutomatically(draft: Draft, department: { id: DepartmentId; name: string }): void {
  const { kind, category, responsibility } = draft.now;
  draft.append('classified', { kind, category, responsibility, corrected: false });
  draft.append('dispatched', {
    departmentId: department.id,
    departmentName: department.name,
    note: '',
    automatic: true,
  });
}
