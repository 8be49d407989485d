/** State is `events.reduce(evolve)`: pure bookkeeping, no rule is decided here. */
import { appended, sumOf } from '../lifecycle/evolve';
import type { By } from '../lifecycle/subject';
import type { Complaint, Reason, Subtask } from './complaint';
import type { ComplaintEvent, Filed, ReasonHeld } from './events';
import { eventRow } from './lifecycle';
import { deriveSeverity, holdsByLikeness } from './severity';

const withReasons = (complaint: Complaint, reasons: readonly Reason[]): Complaint => ({
  ...complaint,
  reasons,
  severity: deriveSeverity(complaint.kind, reasons),
});

/**
 * A reason that holds isn't added again; but what held only because it read alike is taken over by an incident, and counted
 * anew when one of those that were counted is gone (SV-22).
 */
const addReason = (complaint: Complaint, { code, evidence, incidentId, alike }: ReasonHeld, by: By): Complaint => {
  const added = { code, evidence, incidentId: incidentId ?? null, alike: alike ?? [], by, struck: null };
  const holds = complaint.reasons.find((reason) => reason.code === code && reason.struck === null);
  if (holds === undefined) return withReasons(complaint, [...complaint.reasons, added]);
  return (incidentId != null || alike !== undefined) && holdsByLikeness(holds)
    ? withReasons(
        complaint,
        complaint.reasons.map((reason) => (reason === holds ? added : reason)),
      )
    : complaint;
};

const worked = (complaint: Complaint, by: By): Complaint =>
  by.personId === 'system' || complaint.workedBy.includes(by.personId)
    ? complaint
    : { ...complaint, workedBy: [...complaint.workedBy, by.personId] };

/** Back at the desk: nobody is named any more. */
const undispatched = (complaint: Complaint): Complaint => ({
  ...complaint,
  departmentId: null,
  departmentName: '',
  handlerId: null,
  handlerName: '',
  investigation: null,
  plan: null,
});

const withSubtask = (complaint: Complaint, id: string, changes: Partial<Subtask>): Complaint => ({
  ...complaint,
  subtasks: complaint.subtasks.map((subtask) => (subtask.id === id ? { ...subtask, ...changes } : subtask)),
});

const opened = (event: ComplaintEvent, filing: Filed, state: Complaint['state']): Complaint => ({
  id: filing.id,
  number: filing.number,
  companyId: filing.companyId,
  estateId: filing.estateId,
  policyVersion: filing.policyVersion,
  version: 0,
  state,
  round: 1,
  kind: filing.kind,
  category: 'other',
  responsibility: 'own',
  proposal: null,
  severity: deriveSeverity(filing.kind, []),
  reasons: [],
  ages: filing.ages,
  acknowledged: [],
  channel: filing.channel,
  filedAt: event.at,
  description: filing.description,
  photos: filing.photos,
  place: filing.place,
  placeText: filing.placeText,
  occurredAt: filing.occurredAt,
  about: filing.about,
  wish: filing.wish,
  wishBy: filing.wishBy,
  filerId: filing.filerId,
  homeId: filing.homeId,
  homeText: filing.homeText,
  hideIdentity: filing.hideIdentity,
  onBehalfOf: filing.onBehalfOf,
  onBehalfOfId: filing.onBehalfOfId ?? null,
  dangers: filing.dangers,
  follows: filing.follows ?? null,
  boxId: filing.boxId ?? null,
  sealedCaller: filing.sealedCaller,
  firstContact: filing.firstContact === null ? null : { ...filing.firstContact, confirmed: event.type === 'filed' },
  departmentId: null,
  departmentName: '',
  owners: [],
  returns: 0,
  dispatcher: 'desk',
  dispatchFinal: false,
  handlerId: null,
  handlerName: '',
  praisedId: null,
  subtasks: [],
  investigation: null,
  plan: null,
  result: null,
  waiting: null,
  informed: null,
  mustPhone: false,
  callback: null,
  opinions: [],
  closedAt: null,
  closeReason: null,
  incident: null,
  lastUrgedAt: null,
  workedBy: [],
  clocks: [],
  events: [],
});

/** What one event changes beyond state, clocks and the list of events. */
function changed(complaint: Complaint, event: ComplaintEvent): Complaint {
  const { by, at } = event;
  switch (event.type) {
    case 'filed':
    case 'recorded':
      return complaint;
    case 'confirmed':
      return complaint.firstContact === null
        ? complaint
        : { ...complaint, firstContact: { ...complaint.firstContact, confirmed: true } };
    case 'proposed':
      return {
        ...complaint,
        proposal: event.data.proposal,
        category: event.data.proposal.category.value,
        responsibility: event.data.proposal.responsibility.value,
      };
    case 'classified': {
      const { kind, category, responsibility } = event.data;
      return withReasons({ ...complaint, kind, category, responsibility }, complaint.reasons);
    }
    case 'reasonAdded':
      return addReason(complaint, event.data, by);
    case 'reasonStruck': {
      const { code, note } = event.data;
      return withReasons(
        complaint,
        complaint.reasons.map((r) => (r.code === code && r.struck === null ? { ...r, struck: { note, by } } : r)),
      );
    }
    case 'severityChanged':
      return complaint;
    case 'acknowledged': {
      const { round } = complaint;
      const opened = event.data.notices.map((notice) => ({ notice, round, by, at }));
      return { ...complaint, acknowledged: [...complaint.acknowledged, ...opened] };
    }
    case 'dispatched': {
      const { departmentId, departmentName } = event.data;
      const owners = complaint.owners.includes(departmentId) ? complaint.owners : [...complaint.owners, departmentId];
      const decided = { dispatcher: 'desk' as const, dispatchFinal: complaint.dispatcher !== 'desk' };
      // Another department begins anew; what the one before found and planned stands in the events.
      const anew = { handlerId: null, handlerName: '', investigation: null, plan: null };
      return { ...complaint, ...decided, ...anew, departmentId, departmentName, owners };
    }
    case 'signedFor':
    case 'planSigned':
      return event.type === 'planSigned' && complaint.plan !== null
        ? { ...complaint, plan: { ...complaint.plan, signedBy: by } }
        : complaint;
    case 'returnedToDesk':
      return {
        ...complaint,
        departmentId: null,
        departmentName: '',
        returns: complaint.returns + 1,
        dispatcher: event.data.decides,
      };
    case 'referredUp':
      return { ...complaint, departmentId: null, departmentName: '', dispatcher: event.data.to };
    case 'praiseForwarded': {
      const { departmentId, departmentName, personId } = event.data;
      return { ...complaint, departmentId, departmentName, owners: [departmentId], praisedId: personId };
    }
    case 'handlerNamed':
      return { ...complaint, handlerId: event.data.handlerId, handlerName: event.data.handlerName };
    case 'investigated':
      return worked(
        { ...complaint, investigation: { ...event.data, by, at }, responsibility: event.data.responsibility },
        by,
      );
    case 'planned':
      return worked({ ...complaint, plan: { ...event.data, by, at, signedBy: null, postponements: [] } }, by);
    case 'planReturned':
      return { ...complaint, plan: null };
    case 'workStarted':
      return complaint;
    case 'progressed':
    case 'workDone':
      return worked(complaint, by);
    case 'postponed': {
      if (complaint.plan === null) return complaint;
      const { to, from, reason, overdue } = event.data;
      return worked(
        {
          ...complaint,
          plan: {
            ...complaint.plan,
            expectedAt: to,
            postponements: [...complaint.plan.postponements, { reason, from, to, at, overdue }],
          },
        },
        by,
      );
    }
    case 'paused':
      return { ...complaint, waiting: { ...event.data, since: at } };
    case 'resumed':
      return { ...complaint, waiting: null };
    case 'completed':
      return worked({ ...complaint, result: { ...event.data, by, at } }, by);
    case 'subtaskAsked': {
      const { subtaskId, ...asked } = event.data;
      const open = { signed: null, handlerId: null, handlerName: '', done: null, withdrawn: null };
      return {
        ...complaint,
        subtasks: [...complaint.subtasks, { id: subtaskId, ...asked, asked: { by, at }, ...open }],
      };
    }
    case 'subtaskSigned': {
      const { subtaskId, handlerId, handlerName } = event.data;
      return withSubtask(complaint, subtaskId, { signed: { by, at }, handlerId, handlerName });
    }
    case 'subtaskDone': {
      const { subtaskId, result, photos } = event.data;
      return worked(withSubtask(complaint, subtaskId, { done: { result, photos, by, at } }), by);
    }
    case 'subtaskWithdrawn':
      return withSubtask(complaint, event.data.subtaskId, { withdrawn: { reason: event.data.reason, by, at } });
    case 'reviewPassed':
    case 'sentBack':
      return complaint;
    case 'informed':
      return { ...complaint, informed: { how: event.data.how, by, at }, mustPhone: false };
    case 'resultUndelivered':
      return { ...complaint, mustPhone: true };
    case 'callbackPlanned': {
      const { drawn, why, form, surveyUntil } = event.data;
      return {
        ...complaint,
        callback: { drawn, why, form, surveyUntil, attempts: 0, lastAttemptAt: null, verdict: null },
      };
    }
    case 'answerUnread':
      return complaint;
    case 'surveyLapsed':
      return complaint.callback === null
        ? complaint
        : { ...complaint, callback: { ...complaint.callback, form: 'phone', surveyUntil: null } };
    case 'callbackRaised':
      return complaint.callback === null
        ? complaint
        : {
            ...complaint,
            callback: { ...complaint.callback, why: 'severity', form: event.data.form, surveyUntil: null },
          };
    case 'callbackAttempted':
      return complaint.callback === null
        ? complaint
        : {
            ...complaint,
            callback: { ...complaint.callback, attempts: event.data.attempt, lastAttemptAt: event.recordedAt ?? at },
          };
    case 'calledBack': {
      if (complaint.callback === null) return complaint;
      const { form, solved, satisfaction, wantsFollowUp, opinions } = event.data;
      const { departmentId } = complaint;
      return {
        ...complaint,
        opinions:
          opinions === '' || departmentId === null
            ? complaint.opinions
            : [...complaint.opinions, { departmentId, at, read: null }],
        callback: {
          ...complaint.callback,
          surveyUntil: null,
          verdict: { form, solved, satisfaction, wantsFollowUp, opinions, at, by },
        },
      };
    }
    case 'closed':
      return { ...complaint, closedAt: at, closeReason: event.data.reason };
    case 'reopened': {
      const { round, departmentId, departmentName } = event.data;
      const again = {
        ...complaint,
        round,
        departmentId,
        departmentName,
        returns: 0,
        dispatcher: event.data.decides,
        dispatchFinal: false,
        handlerId: null,
        handlerName: '',
        investigation: null,
        plan: null,
        result: null,
        waiting: null,
        informed: null,
        mustPhone: false,
        callback: null,
        incident: complaint.incident === null ? null : { ...complaint.incident, answered: false },
        closedAt: null,
        closeReason: null,
      };
      return addReason(again, { code: 'SV-12', evidence: `第 ${round} 轮：${event.data.why}` }, by); // CB-07
    }
    case 'incidentLed': {
      const { incidentId: id, summary } = event.data;
      return { ...complaint, incident: { id, summary, leads: true, homes: 1, leadSeverity: null, answered: false } };
    }
    case 'incidentJoined':
    case 'mergedInto': {
      const { incidentId: id, summary, homes, leadSeverity } = event.data;
      return { ...complaint, incident: { id, summary, homes, leads: false, leadSeverity, answered: false } };
    }
    case 'incidentLeft':
      return { ...complaint, incident: null };
    case 'splitOff':
      return { ...undispatched(complaint), incident: null };
    case 'leadTaken': {
      const { incidentId: id, summary } = event.data;
      return {
        ...undispatched(complaint),
        incident: {
          id,
          summary,
          leads: true,
          homes: complaint.incident?.homes ?? 1,
          leadSeverity: null,
          answered: false,
        },
      };
    }
    case 'resultShared': {
      const { departmentId, departmentName, handlerId, handlerName, ...found } = event.data;
      const { outcome, result, explanation, photos, noPhotoReason, doneAt } = found;
      return {
        ...complaint,
        departmentId,
        departmentName,
        owners:
          departmentId === null || complaint.owners.includes(departmentId)
            ? complaint.owners
            : [...complaint.owners, departmentId],
        handlerId,
        handlerName,
        // The signature on it is another resident's.
        result: { outcome, result, explanation, photos, noPhotoReason, doneAt, signature: null, by, at },
        incident: complaint.incident === null ? null : { ...complaint.incident, answered: true },
        workedBy: [...new Set([...complaint.workedBy, ...event.data.workedBy])],
      };
    }
    case 'opinionRead':
      return {
        ...complaint,
        opinions: complaint.opinions.map((opinion) =>
          opinion.read === null && opinion.departmentId === event.data.departmentId
            ? { ...opinion, read: { by, at } }
            : opinion,
        ),
      };
    case 'dangerReported':
      return { ...complaint, dangers: [...new Set([...complaint.dangers, ...event.data.dangers])] };
    case 'urged':
      return { ...complaint, lastUrgedAt: at };
    case 'withdrawn':
      return { ...complaint, waiting: null };
    case 'wordsAdded':
    case 'noted':
    case 'callbackNoted':
    case 'entryStruck':
    case 'archived':
    case 'personErased':
    case 'clockWarned':
    case 'clockMissed':
      return complaint;
  }
}

/** The complaint after one more event. The first event must be `filed` or `recorded`. */
export function evolve(complaint: Complaint | null, event: ComplaintEvent): Complaint {
  const to = eventRow(event.type).to;
  const before =
    complaint ??
    (event.type === 'filed' || event.type === 'recorded' ? opened(event, event.data, to ?? 'registered') : null);
  if (before === null) throw new Error(`a complaint can't begin with ${event.type}`);
  return appended(before, changed(before, event), event, to);
}

/** The complaint that a list of events adds up to. */
export const complaintOf = (events: readonly ComplaintEvent[]): Complaint => sumOf(events, evolve);
