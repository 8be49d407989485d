/** What each command of a person appends, once the table has let it through. */
import type { Instant, PersonId } from '../../types/ids';
import { atLeast } from '../../types/vocabulary';
import { type Clock, reallowClock, stopClock } from '../clock/clock';
import { dueAt } from '../clock/duration';
import { runningClock, startedClock } from './clocks';
import { automaticTarget, dispatchedAutomatically } from './automatic-dispatch';
import type { Context, PersonCommand } from './command';
import type { Complaint } from './complaint';
import { departmentOf } from './department-of';
import type { Draft } from './draft';
import { informed, judged, reopened } from './endings';
import type { Payloads } from './events';
import { refused } from './refused';

const inFuture = (field: string, at: Instant, now: Instant): void => {
  if (at <= now) refused('badInput', { fields: { [field]: '时间要晚于现在' } });
};

/** CB-06: attempts are made at different times of day. */
const nextAttemptAt = (complaint: Complaint, { policy, calendar }: Context): Instant | null => {
  const last = complaint.callback?.lastAttemptAt ?? null;
  return last === null ? null : dueAt(last, policy.callback.attemptInterval, calendar);
};

const satisfactionOf = (n: number): Payloads['calledBack']['satisfaction'] =>
  n === 1 || n === 2 || n === 3 || n === 4 ? n : 5;

export function carriedOut(draft: Draft, command: PersonCommand, context: Context): void {
  const { now, policy, estate, handlers, calendar } = context;
  const complaint = draft.now;
  const handlerNamed = (handlerId: PersonId, note: string) => {
    const handler =
      handlers.find((h) => h.id === handlerId) ??
      refused('badInput', { fields: { handlerId: '请选择本部门的处理人' } });
    draft.append('handlerNamed', { handlerId, handlerName: handler.name, note });
  };
  switch (command.name) {
    case 'confirmRecord': {
      draft.append('confirmed', { note: command.input.note ?? '' });
      const target = automaticTarget(complaint, estate, policy);
      return target === null ? undefined : dispatchedAutomatically(draft.bySystem(), target);
    }
    case 'dispatch': {
      const { kind, category, responsibility, departmentId, note } = command.input;
      const department = departmentOf(estate, departmentId);
      const corrected =
        kind !== complaint.kind || category !== complaint.category || responsibility !== complaint.responsibility;
      draft.append('classified', { kind, category, responsibility, corrected });
      return draft.append('dispatched', {
        departmentId,
        departmentName: department.name,
        note: note ?? '',
        automatic: false,
      });
    }
    case 'signFor':
      draft.append('signedFor', {});
      return command.input.handlerId === undefined ? undefined : handlerNamed(command.input.handlerId, '');
    case 'returnToDesk':
      return draft.append('returnedToDesk', command.input);
    case 'nameHandler':
      return handlerNamed(command.input.handlerId, command.input.note ?? '');
    case 'recordInvestigation': {
      const { findings, spokeTo, valid, responsibility, photos } = command.input;
      return draft.append('investigated', { findings, spokeTo: spokeTo ?? '', valid, responsibility, photos });
    }
    case 'writePlan': {
      const { measures, expectedAt } = command.input;
      inFuture('expectedAt', expectedAt, now);
      const needsSignature = atLeast(complaint.severity, 'important');
      draft.append('planned', { measures, expectedAt, needsSignature });
      return needsSignature ? undefined : draft.append('workStarted', { expectedAt });
    }
    case 'signPlan': {
      draft.append('planSigned', { note: command.input.note ?? '' });
      return draft.append('workStarted', { expectedAt: complaint.plan?.expectedAt ?? now });
    }
    case 'returnPlan':
      return draft.append('planReturned', command.input);
    case 'reportProgress':
      return draft.append('progressed', command.input);
    case 'postpone': {
      const { reason, expectedAt } = command.input;
      inFuture('expectedAt', expectedAt, now);
      const { plan } = complaint;
      const from = plan?.expectedAt ?? now;
      const running = runningClock(complaint, 'plan');
      return draft.append('postponed', { reason, from, to: expectedAt, overdue: now > from }, movedClock());

      // HD-05: declared in time it moves the deadline; declared after it, the miss stands and a new clock starts.
      function movedClock(): Clock[] {
        if (running === undefined || plan === null) return [];
        if (now <= running.dueAt) return [reallowClock(running, now, { until: expectedAt }, calendar)];
        const next = startedClock('plan', { ...complaint, plan: { ...plan, expectedAt } }, now, policy, calendar);
        return [stopClock(running, now, calendar), next];
      }
    }
    case 'complete': {
      const { outcome, result, explanation, photos } = command.input;
      if (
        (outcome === 'explained' || outcome === 'unfounded' || outcome === 'declined') &&
        (explanation ?? '') === ''
      ) {
        refused('badInput', { fields: { explanation: '请写明原因，以及住户可以找谁' } }); // RG-04, IF-04
      }
      return draft.append('completed', { outcome, result, explanation: explanation ?? '', photos });
    }
    case 'passReview':
      return draft.append('reviewPassed', { note: command.input.note ?? '' });
    case 'sendBack':
      return draft.append('sentBack', command.input);
    case 'informResident':
      return informed(draft, command.input.how, command.input.words ?? '', context);
    case 'recordCallback': {
      const { form, reached, solved, satisfaction, wantsFollowUp, opinions, photos, signature, place } = command.input;
      if (!reached) {
        const earliest = nextAttemptAt(complaint, context);
        const at = command.input.recordedAt ?? now;
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
    }
    case 'answerSurvey': {
      const { solved, satisfaction, wantsFollowUp, words, photos } = command.input;
      return judged(
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
      );
    }
    case 'addWords':
      return draft.append('wordsAdded', command.input);
    case 'urge': {
      const earliest =
        complaint.lastUrgedAt === null ? null : dueAt(complaint.lastUrgedAt, policy.intake.urgeInterval, calendar);
      if (earliest !== null && now < earliest) refused('tooSoon', { details: { againAt: earliest } });
      return draft.append('urged', { words: command.input.words ?? '' });
    }
    case 'withdraw':
      return draft.append('withdrawn', command.input);
    case 'reopen': {
      const { why, photos } = command.input;
      // IF-03: the window counts from closing, never from the last change.
      if (complaint.closedAt !== null && now > dueAt(complaint.closedAt, policy.reopening.window, calendar))
        refused('reopenWindowOver');
      return reopened(draft, why, photos);
    }
    case 'addNote':
      return draft.append('noted', command.input);
    case 'addSeverityReason':
      return draft.append('reasonAdded', { code: command.input.reason, evidence: command.input.note });
    case 'strikeSeverityReason': {
      const { reason, note } = command.input;
      if (!complaint.reasons.some((r) => r.code === reason && r.struck === null))
        refused('badInput', { fields: { reason: '没有这条定级依据' } });
      return draft.append('reasonStruck', { code: reason, note });
    }
  }
}
