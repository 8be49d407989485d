/**
 * Praise is forwarded and closed (IN-11). Only what was filed as praise: nothing else may end without being handled, so the
 * desk can make a complaint of praise, never praise of a complaint.
 */
import type { DepartmentId } from '../../types/ids';
import type { Policy } from '../policy/defaults';
import type { Estate } from '../people/estate';
import { automaticTarget } from './automatic-dispatch';
import type { Context } from './command';
import type { Complaint } from './complaint';
import type { Draft } from './draft';

export const isForwardable = ({ kind, incident }: Pick<Complaint, 'kind' | 'incident'>): boolean =>
  kind === 'praise' && incident === null;

/** Where praise goes by itself: the classifier is as sure that it is praise as of where it belongs (RG-02). */
export const praiseTarget = (complaint: Complaint, estate: Estate, policy: Policy) => {
  const { proposal } = complaint;
  const sure =
    proposal?.kind.value === 'praise' && proposal.kind.confidence >= policy.classification.dispatchConfidence;
  return sure && isForwardable(complaint) ? automaticTarget(complaint, estate, policy) : null;
};

/** To the person of exactly the name that was praised, otherwise to the department's head; then it is closed. */
export function praiseForwarded(
  draft: Draft,
  department: { id: DepartmentId; name: string },
  note: string,
  { praised }: Pick<Context, 'praised'>,
): void {
  draft.append('praiseForwarded', {
    departmentId: department.id,
    departmentName: department.name,
    personId: praised?.id ?? null,
    personName: praised?.name ?? '',
    note,
  });
  draft.append('closed', { reason: 'forwarded' });
}
