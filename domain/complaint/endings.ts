/** Where several commands lead to: told, judged, opened again. */
import type { InformWay } from '../../types/vocabulary';
import { planCallback } from '../callback/plan-callback';
import { answerLeftUnread } from './answers';
import { dueAges, grown } from './ageing';
import type { Context } from './command';
import type { Policy } from '../policy/defaults';
import type { Draft } from './draft';
import type { Dispatcher, Payloads } from './events';
import { refused } from './refused';

/** IF-01, CB-01, CB-09: told; then the callback by severity or by lot, or closed. */
export function informed(draft: Draft, how: InformWay, words: string, context: Context): void {
  // What its age gave it before it was told counts for the callback, also when no run of the timer noticed it (CK-04).
  const late = dueAges(draft.now, context.now).filter(({ at }) => at < context.now);
  grown(draft.bySystem(), late, context);
  answerLeftUnread(draft.bySystem(), context);
  draft.append('informed', { how, words });
  const plan = planCallback(draft.now, context.lot, context.now, context.policy, context.calendar);
  draft.append('callbackPlanned', plan);
  if (!plan.drawn) draft.append('closed', { reason: draft.now.severity === null ? 'answered' : 'notDrawn' });
}

/** IF-03: who decides where it goes after the n-th reopening. */
const decidesReopening = (n: number, { reopening }: Policy): Dispatcher => {
  if (n >= reopening.toGeneralManagerAt) return 'generalManager';
  return n >= reopening.toManagerAt ? 'manager' : 'desk';
};

export function reopened(
  draft: Draft,
  why: string,
  photos: Payloads['reopened']['photos'],
  { policy }: Pick<Context, 'policy'>,
): void {
  const { departmentId, departmentName, round } = draft.now;
  if (departmentId === null) return refused('notInThisState', { details: { state: draft.now.state, possible: [] } });
  // Round 1 ends with the first reopening, round 2 with the second.
  const decides = decidesReopening(round, policy);
  draft.append('reopened', { why, round: round + 1, decides, photos, departmentId, departmentName });
  if (decides !== 'desk') draft.append('referredUp', { to: decides, why });
}

/** CB-07: not solved, satisfaction at or below the policy's mark, or a wish for follow-up reopens; otherwise closed. */
export function judged(draft: Draft, verdict: Payloads['calledBack'], context: Context): void {
  draft.append('calledBack', verdict);
  if (!verdict.solved || verdict.satisfaction <= context.policy.callback.dissatisfiedUpTo || verdict.wantsFollowUp) {
    reopened(draft, verdict.opinions === '' ? '回访不满意' : verdict.opinions, verdict.photos, context);
  } else draft.append('closed', { reason: 'satisfied' });
}
