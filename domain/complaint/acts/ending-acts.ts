/** Review, informing, callback, reopening (RV-01, IF-01 … IF-03, CB-03 … CB-07). */
import type { Instant } from '../../../types/ids';
import { dueAt } from '../../clock/duration';
import { dueFiringsOf } from '../../lifecycle/elapse';
import { headsDepartment, unreadOpinions } from '../../people/policy';
import { resolvedByAnswer } from '../answers';
import type { Context } from '../command';
import type { Complaint } from '../complaint';
import { informed, judged, reopened } from '../endings';
import type { Payloads } from '../events';
import { refused } from '../refused';
import type { Acts } from './act';

/** CB-06: attempts are made at different times of day. */
const nextAttemptAt = (complaint: Complaint, { policy, calendar }: Context): Instant | null => {
  const last = complaint.callback?.lastAttemptAt ?? null;
  return last === null ? null : dueAt(last, policy.callback.attemptInterval, calendar);
};

/**
 * What was written down at the door belongs to this round's callback, in its order (CB-06).
 * @throws Refusal badInput; changedMeanwhile when somebody's later attempt arrived before
 */
function plausible({ informed, callback }: Complaint, recordedAt: Instant): void {
  const last = callback?.lastAttemptAt ?? null;
  if (informed !== null && recordedAt < informed.at)
    refused('badInput', { fields: { recordedAt: '记录时间早于告知住户结果的时间，请检查手机时间' } });
  if (last !== null && recordedAt <= last)
    refused('changedMeanwhile', { message: '您记录之后，已有更晚的一次回访记录，请查看最新情况。' });
}

/**
 * CB-01. Who planned to telephone, or did so without signal, is told that it became grave in between.
 * @throws Refusal changedMeanwhile when the visit is wanted since later; badInput when it was planned as one
 */
function visitWanted({ events }: Complaint): never {
  const last = events.filter(({ type }) => type === 'callbackPlanned' || type === 'callbackRaised').at(-1);
  if (last?.type === 'callbackRaised')
    refused('changedMeanwhile', {
      message: '列入回访之后级别升高了，改为须上门回访，这次的电话回访不算。请上门回访。',
    });
  return refused('badInput', { fields: { form: '重要及以上、情绪强烈的投诉须上门回访，请选“上门”' } });
}

const satisfactionOf = (n: number): Payloads['calledBack']['satisfaction'] =>
  n === 1 || n === 2 || n === 3 || n === 4 ? n : 5;

export const ENDING_ACTS: Acts<
  | 'passReview'
  | 'sendBack'
  | 'informResident'
  | 'recordCallback'
  | 'noteCallback'
  | 'answerSurvey'
  | 'readOpinion'
  | 'reopen'
  | 'archive'
> = {
  passReview: (draft, { note }, context) =>
    draft.append('reviewPassed', { note: note ?? '' }, resolvedByAnswer(draft.now, context)),
  sendBack: (draft, input) => draft.append('sentBack', input),
  informResident: (draft, { how, words }, context) => informed(draft, how, words ?? '', context),
  recordCallback: (draft, input, context) => {
    const complaint = draft.now;
    const { now, policy } = context;
    const { form, reached, solved, satisfaction, wantsFollowUp, opinions, photos, signature, place } = input;
    if (complaint.callback?.form === 'visit' && form !== 'visit') visitWanted(complaint);
    if (input.recordedAt !== undefined) plausible(complaint, input.recordedAt);
    if (!reached) {
      const earliest = nextAttemptAt(complaint, context);
      const at = input.recordedAt ?? now;
      if (earliest !== null && at < earliest) {
        refused('tooSoon', { message: '刚刚已尝试联系过，请换个时间再试。', details: { againAt: earliest } });
      }
      const attempt = (complaint.callback?.attempts ?? 0) + 1;
      draft.append('callbackAttempted', { form, attempt, words: opinions ?? '' });
      return attempt >= policy.callback.attempts ? draft.append('closed', { reason: 'unreachable' }) : undefined; // CB-06
    }
    if (solved === undefined || satisfaction === undefined) {
      const fields = {
        ...(solved === undefined ? { solved: '请选择是否解决' } : {}),
        ...(satisfaction === undefined ? { satisfaction: '请选择满意度' } : {}),
      };
      return refused('badInput', { fields });
    }
    const verdict = {
      form,
      solved,
      satisfaction: satisfactionOf(satisfaction),
      wantsFollowUp: wantsFollowUp ?? false,
      opinions: opinions ?? '',
      photos,
      signature: signature ?? null,
      place: place ?? '',
    };
    return judged(draft, verdict, context);
  },
  noteCallback: (draft, { form, reached, solved, satisfaction, wantsFollowUp, ...said }) =>
    draft.append('callbackNoted', {
      form,
      reached,
      solved: solved ?? null,
      satisfaction: satisfaction === undefined ? null : satisfactionOf(satisfaction),
      wantsFollowUp: wantsFollowUp ?? null,
      opinions: said.opinions ?? '',
      photos: said.photos,
      signature: said.signature ?? null,
      place: said.place ?? '',
    }),
  answerSurvey: (draft, { solved, satisfaction, wantsFollowUp, words, photos }, context) =>
    judged(
      draft,
      {
        form: 'survey',
        solved,
        satisfaction: satisfactionOf(satisfaction),
        wantsFollowUp,
        opinions: words ?? '',
        photos,
        signature: null,
        place: '',
      },
      context,
    ),
  reopen: (draft, { why, photos }, context) => {
    const { now, policy, calendar } = context;
    const { closedAt } = draft.now;
    // IF-03: the window counts from closing, never from the last change.
    if (closedAt !== null && now > dueAt(closedAt, policy.reopening.window, calendar)) refused('reopenWindowOver');
    reopened(draft, why, photos, context);
  },
  readOpinion: (draft, { note }, { actor }) => {
    const departments = unreadOpinions(draft.now).map(({ departmentId }) => departmentId);
    for (const departmentId of new Set(departments)) {
      if (headsDepartment(actor, departmentId)) draft.append('opinionRead', { departmentId, note: note ?? '' });
    }
  },
  archive: (draft, { note }, { now, policy, calendar }) => {
    const complaint = draft.now;
    const reopenUntil =
      complaint.closedAt === null ? now : dueAt(complaint.closedAt, policy.reopening.window, calendar);
    // An archived form takes no more events, so nothing may still be owed to it.
    if (now <= reopenUntil || unreadOpinions(complaint).length > 0 || dueFiringsOf(complaint, now).length > 0)
      refused('notYetArchivable');
    draft.append('archived', { note: note ?? '' });
  },
};
