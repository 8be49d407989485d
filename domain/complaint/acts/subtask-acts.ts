/** Help of other departments (DP-04, 协调 2(五)). */
import { type Clock, isRunning, startClock, stopClock } from '../../clock/clock';
import { highestLevel } from '../../clock/ladder';
import type { Rule } from '../../people/policy';
import { handlesSubtask, headsDepartment, openSubtasks } from '../../people/policy';
import type { Context } from '../command';
import type { Subtask } from '../complaint';
import { departmentOf } from '../department-of';
import type { Draft } from '../draft';
import { refused } from '../refused';
import { type Acts, inFuture } from './act';

/** @throws Refusal badInput when it isn't open any more */
const openSubtask = (draft: Draft, id: string): Subtask =>
  openSubtasks(draft.now).find((subtask) => subtask.id === id) ??
  refused('badInput', { fields: { subtaskId: '这项协助已经结束' } });

/** @throws Refusal notAllowed for whoever isn't of the department that was asked */
const ofHelper = (draft: Draft, id: string, { actor }: Context, may: Rule<Subtask>['test']): Subtask => {
  const subtask = openSubtask(draft, id);
  if (!may(actor, subtask)) refused('notAllowed', { message: `这项协助由${subtask.departmentName}办理。` });
  return subtask;
};

/** Its clock, stopped. */
export const stoppedOf = (draft: Draft, id: string, { now, calendar }: Context): Clock[] =>
  draft.now.clocks.filter((c) => c.of === id && isRunning(c)).map((c) => stopClock(c, now, calendar));

export const SUBTASK_ACTS: Acts<'addSubtask' | 'signForSubtask' | 'completeSubtask' | 'withdrawSubtask'> = {
  addSubtask: (draft, { departmentId, what, dueAt }, { now, commandId, estate, policy, calendar }) => {
    inFuture('dueAt', dueAt, now);
    const { name } = departmentOf(estate, departmentId);
    if (departmentId === draft.now.departmentId) refused('badInput', { fields: { departmentId: '请选择其他部门' } });
    const clock = startClock<'subtask'>(
      {
        kind: 'subtask',
        of: commandId,
        round: draft.now.round,
        startedAt: now,
        allowed: { until: dueAt },
        warnAtShare: policy.warning.atShare,
        highestLevel: highestLevel('subtask'),
      },
      calendar,
    );
    draft.append('subtaskAsked', { subtaskId: commandId, departmentId, departmentName: name, what, dueAt }, [clock]);
  },
  signForSubtask: (draft, { subtaskId, handlerId }, context) => {
    const subtask = ofHelper(draft, subtaskId, context, (actor, { departmentId }) =>
      headsDepartment(actor, departmentId),
    );
    const handler =
      handlerId === undefined
        ? null
        : (context.handlers.find((h) => h.id === handlerId) ??
          refused('badInput', { fields: { handlerId: '请选择本部门的处理人' } }));
    draft.append('subtaskSigned', {
      subtaskId,
      departmentName: subtask.departmentName,
      handlerId: handler?.id ?? null,
      handlerName: handler?.name ?? '',
    });
  },
  completeSubtask: (draft, { subtaskId, result, photos }, context) => {
    const { departmentName } = ofHelper(
      draft,
      subtaskId,
      context,
      (actor, subtask) => headsDepartment(actor, subtask.departmentId) || handlesSubtask(actor, subtask),
    );
    draft.append('subtaskDone', { subtaskId, departmentName, result, photos }, stoppedOf(draft, subtaskId, context));
  },
  withdrawSubtask: (draft, { subtaskId, reason }, context) => {
    const { departmentName } = openSubtask(draft, subtaskId);
    draft.append('subtaskWithdrawn', { subtaskId, departmentName, reason }, stoppedOf(draft, subtaskId, context));
  },
};
