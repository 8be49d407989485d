/** Intake and dispatch: from the record to the department's signature (IN-02, RG-02, DP-01, DP-03). */
import type { PersonId } from '../../../types/ids';
import { runningClock } from '../../lifecycle/running';
import { handlerFor } from '../../people/routing';
import { dispatchTarget, dispatchedAutomatically } from '../automatic-dispatch';
import type { Context } from '../command';
import { mayLoseSeverity, reasonsOfCorrection } from '../corrected';
import { departmentOf } from '../department-of';
import type { Draft } from '../draft';
import { praiseForwarded, praiseTarget } from '../praise';
import { refused } from '../refused';
import { resumed } from '../waiting';
import type { Acts } from './act';

/** @throws Refusal badInput for somebody outside the department (HD-01) */
function handlerNamed(draft: Draft, handlerId: PersonId, note: string, { handlers }: Context): void {
  const handler =
    handlers.find((h) => h.id === handlerId) ?? refused('badInput', { fields: { handlerId: '请选择本部门的处理人' } });
  draft.append('handlerNamed', { handlerId, handlerName: handler.name, note });
}

export const DISPATCH_ACTS: Acts<
  'confirmRecord' | 'forwardPraise' | 'dispatch' | 'signFor' | 'returnToDesk' | 'reassign' | 'nameHandler'
> = {
  confirmRecord: (draft, input, context) => {
    const { estate, policy } = context;
    const praise = praiseTarget(draft.now, estate, policy);
    const target = dispatchTarget(draft.now, estate, policy);
    draft.append('confirmed', { note: input.note ?? '' });
    if (praise !== null) praiseForwarded(draft.bySystem(), praise, '', context);
    else if (target !== null) dispatchedAutomatically(draft.bySystem(), target);
  },
  forwardPraise: (draft, { departmentId, note }, context) =>
    praiseForwarded(draft, departmentOf(context.estate, departmentId), note ?? '', context),
  dispatch: (draft, { kind, category, responsibility, departmentId, note }, context) => {
    const complaint = draft.now;
    const department = departmentOf(context.estate, departmentId);
    if (kind === 'praise') refused('badInput', { fields: { kind: '表扬不派单，请用“转达表扬”' } }); // IN-11
    // DP-03, IF-03: whoever decides above the desk says why.
    if (complaint.dispatcher !== 'desk' && (note ?? '') === '')
      refused('badInput', { fields: { note: '请写明裁定意见' } });
    mayLoseSeverity(complaint, { kind, note }, context);
    const corrected =
      kind !== complaint.kind || category !== complaint.category || responsibility !== complaint.responsibility;
    draft.append('classified', { kind, category, responsibility, corrected });
    reasonsOfCorrection(draft, complaint, context);
    draft.append('dispatched', {
      departmentId,
      departmentName: department.name,
      note: note ?? '',
      automatic: false,
    });
  },
  signFor: (draft, { handlerId }, context) => {
    draft.append('signedFor', {});
    if (handlerId !== undefined) return handlerNamed(draft, handlerId, '', context);
    // DP-06: the table's handler, as long as they still work there.
    const { category, departmentId } = draft.now;
    const usual = handlerFor(context.estate, category, departmentId);
    if (usual !== null && context.handlers.some(({ id }) => id === usual))
      handlerNamed(draft, usual, '按分派表', context);
  },
  returnToDesk: (draft, { reason }, { now, policy }) => {
    const complaint = draft.now;
    const signing = runningClock(complaint, 'signing');
    if (signing !== undefined && now > signing.dueAt) refused('returnTimeOver');
    const decides = complaint.returns + 1 >= policy.returns.toSupervisorAt ? 'supervisor' : 'desk';
    draft.append('returnedToDesk', { reason, decides });
  },
  reassign: (draft, { departmentId, reason }, context) => {
    if (departmentId === draft.now.departmentId) refused('badInput', { fields: { departmentId: '已经在这个部门' } });
    const department = departmentOf(context.estate, departmentId);
    resumed(draft, 'noLonger', '', context);
    draft.append('dispatched', { departmentId, departmentName: department.name, note: reason, automatic: false });
  },
  nameHandler: (draft, { handlerId, note }, context) => handlerNamed(draft, handlerId, note ?? '', context),
};
