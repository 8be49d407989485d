/** Handling: investigation, plan, progress, postponement, completion (HD-01 … HD-08). */
import type { Instant } from '../../../types/ids';
import { atLeast } from '../../../types/vocabulary';
import { type Clock, reallowClock, stopClock } from '../../clock/clock';
import { runningClock } from '../../lifecycle/running';
import { agreedClock } from '../agreed-time';
import { startedClock } from '../clocks';
import type { Context } from '../command';
import type { Complaint } from '../complaint';
import type { Draft } from '../draft';
import { openSubtasks } from '../../people/policy';
import { refused } from '../refused';
import { paused, resumed } from '../waiting';
import { type Acts, inFuture } from './act';

/** @throws Refusal subtaskOpen naming who hasn't finished (DP-04) */
const nothingOutstanding = (draft: Draft): void => {
  const open = openSubtasks(draft.now);
  if (open.length === 0) return;
  const named = open.map(({ departmentName, what }) => `${departmentName}（${what}）`).join('、');
  refused('subtaskOpen', { message: `还有协助没有完成：${named}。请等对方完成，或撤回这项协助。` });
};

/** HD-08: the form's clock counts from when it was done, also when nobody said so before; nothing, if it has counted already. */
function sinceDone(complaint: Complaint, doneAt: Instant, { now, policy, calendar }: Context): Clock[] {
  const { clocks, round } = complaint;
  const counted = clocks
    .filter((clock) => clock.kind === 'completion' && clock.round === round)
    .some(({ startedAt, stoppedAt }) => startedAt <= doneAt && (stoppedAt === undefined || doneAt <= stoppedAt));
  return counted ? [] : [stopClock(startedClock('completion', complaint, doneAt, policy, calendar), now, calendar)];
}

export const HANDLING_ACTS: Acts<
  | 'recordInvestigation'
  | 'writePlan'
  | 'signPlan'
  | 'returnPlan'
  | 'reportProgress'
  | 'postpone'
  | 'pauseForResident'
  | 'resume'
  | 'reportWorkDone'
  | 'complete'
  | 'writeAnswer'
> = {
  recordInvestigation: (draft, { findings, spokeTo, valid, responsibility, photos }) =>
    draft.append('investigated', { findings, spokeTo: spokeTo ?? '', valid, responsibility, photos }),
  writePlan: (draft, { measures, expectedAt }, { now, calendar }) => {
    inFuture('expectedAt', expectedAt, now);
    const needsSignature = atLeast(draft.now.severity, 'important');
    draft.append('planned', { measures, expectedAt, needsSignature });
    if (!needsSignature) draft.append('workStarted', { expectedAt }, agreedClock(draft.now, expectedAt, now, calendar));
  },
  signPlan: (draft, { note }, { now, calendar }) => {
    const expectedAt = draft.now.plan?.expectedAt ?? now;
    draft.append('planSigned', { note: note ?? '' });
    draft.append('workStarted', { expectedAt }, agreedClock(draft.now, expectedAt, now, calendar));
  },
  returnPlan: (draft, input) => draft.append('planReturned', input),
  reportProgress: (draft, input) => draft.append('progressed', input),
  postpone: (draft, { reason, expectedAt }, { now, policy, calendar }) => {
    inFuture('expectedAt', expectedAt, now);
    const complaint = draft.now;
    const { plan } = complaint;
    const from = plan?.expectedAt ?? now;
    const running = runningClock(complaint, 'plan');
    draft.append('postponed', { reason, from, to: expectedAt, overdue: now > from }, movedClock());

    // HD-05: declared in time it moves the deadline; declared after it, the miss stands and a new clock starts.
    function movedClock(): Clock[] {
      if (running === undefined || plan === null) return [];
      if (now <= running.dueAt) return [reallowClock(running, now, { until: expectedAt }, calendar)];
      const next = startedClock('plan', { ...complaint, plan: { ...plan, expectedAt } }, now, policy, calendar);
      return [stopClock(running, now, calendar), next];
    }
  },
  pauseForResident: (draft, { reason, until }, context) => {
    if (until !== undefined) inFuture('until', until, context.now);
    paused(draft, { reason, until: until ?? null }, context);
  },
  resume: (draft, { note }, context) => resumed(draft, 'goesOn', note ?? '', context),
  reportWorkDone: (draft, { text, photos }, context) => {
    resumed(draft.bySystem(), 'noLonger', '', context);
    draft.append('workDone', { text: text ?? '', photos });
  },
  complete: (draft, input, context) => {
    const { now } = context;
    const reportedAt = runningClock(draft.now, 'completion')?.startedAt;
    const { outcome, result, explanation, photos, noPhotoReason, doneAt = reportedAt ?? now, signature } = input;
    nothingOutstanding(draft);
    if ((outcome === 'explained' || outcome === 'unfounded' || outcome === 'declined') && (explanation ?? '') === '') {
      refused('badInput', { fields: { explanation: '请写明原因，以及住户可以找谁' } }); // RG-04, IF-04
    }
    const solved = outcome === 'fixed' || outcome === 'partlyFixed';
    if (solved && photos.length === 0 && (noPhotoReason ?? '') === '') {
      refused('badInput', { fields: { photos: '请拍一张处理后的照片，或写明没有照片的原因' } }); // HD-08
    }
    if (doneAt > now || doneAt < draft.now.filedAt) {
      refused('badInput', { fields: { doneAt: '完成时间要在提交之后、现在之前' } });
    }
    resumed(draft.bySystem(), 'noLonger', '', context);
    const completed = {
      outcome,
      result,
      explanation: explanation ?? '',
      photos,
      noPhotoReason: photos.length === 0 ? (noPhotoReason ?? '') : '',
      doneAt,
      signature: signature ?? null,
    };
    draft.append('completed', completed, sinceDone(draft.now, doneAt, context));
  },
  writeAnswer: (draft, { answer, photos }, context) => {
    nothingOutstanding(draft);
    resumed(draft.bySystem(), 'noLonger', '', context);
    const nothing = { explanation: '', noPhotoReason: '', signature: null };
    draft.append('completed', { outcome: 'answered', result: answer, photos, doneAt: context.now, ...nothing });
  },
};
