/** What leaves the server of one complaint, masked for the person who asked (IN-09, IN-14, PV-01, HD-04). */
import { isOverdue, isPaused } from '../../../domain/clock/clock';
import { dueAt } from '../../../domain/clock/duration';
import type { Complaint } from '../../../domain/complaint/complaint';
import { possibleCommands } from '../../../domain/complaint/decide';
import type { By } from '../../../domain/lifecycle/subject';
import { nextStep } from '../../../domain/complaint/next-step';
import { dayOfRoutine } from '../../../domain/routine/routine';
import { severityReasonText } from '../../../domain/complaint/severity-words';
import type { EventOf } from '../../../domain/complaint/events';
import { strikableEntries, struckBy } from '../../../domain/complaint/struck-entries';
import { declaredLate, passedCompletions, residentSentenceOf, sentenceOf } from '../../../domain/complaint/timeline';
import type { Actor } from '../../../domain/people/actor';
import type { Estate } from '../../../domain/people/estate';
import { maskNumbersIn, maskPhone } from '../../../domain/people/mask';
import {
  filedIt,
  handlesIt,
  isFiledFor,
  maySeeIdentity,
  or,
  staffOfEstate,
  subtaskCommands,
  worksAtServiceDesk,
} from '../../../domain/people/policy';
import { departmentFor, handlerFor } from '../../../domain/people/routing';
import { sendingLimits } from '../../../domain/policy/limits';
import type { PhotoId } from '../../../types/ids';
import { isNoticeClock, Category, ROLES, SeverityReasonCode } from '../../../types/vocabulary';
import type { CommandName } from '../../../types/commands';
import type {
  ComplaintView,
  DispatchTarget,
  NamedPerson,
  NumberedComplaint,
  PhotoView,
  TimelineEntry,
} from '../../../types/views';
import { presentMembership } from '../incident/present-membership';
import { loadPerson } from '../people/load-person';
import { nameOf, phoneOf } from '../people/stored-person';
import { photoUrls } from '../upload/photo-urls';
import type { CardFields } from './complaint-document';
import { hiddenPlace } from './place-text';
import { handlersFor, type Loaded, type Scene } from './carry-out';
import { openCaller } from './sealed-caller';

/** PV-01: the whole number for those who have to ring up; everyone else sees it masked. */
const callsResident = or(worksAtServiceDesk, handlesIt);

const byText = (by: By, hidden: boolean): TimelineEntry['by'] => {
  if (by.role === 'system') return { name: '系统', role: '' };
  if (by.role === 'resident') return { name: hidden ? '住户（已隐名）' : '住户', role: '' };
  return { name: by.name, role: ROLES[by.role] };
};

/** Who may be named with the commands that are possible: people of the owning department, or of one that was asked for help. */
async function mayBeNamed(
  complaint: Complaint,
  actions: readonly CommandName[],
  actor: Actor,
  { platform }: Scene,
): Promise<NamedPerson[]> {
  if (actions.includes('signFor') || actions.includes('nameHandler'))
    return handlersFor(complaint.departmentId, actor, platform);
  if (!actions.includes('signForSubtask')) return [];
  const helper = complaint.subtasks.find((s) => subtaskCommands(actor, complaint, s).includes('signForSubtask'));
  return handlersFor(helper?.departmentId ?? null, actor, platform);
}

const struckView = (by: EventOf<'entryStruck'> | undefined, hidden: boolean): TimelineEntry['struck'] =>
  by === undefined ? null : { reason: by.data.reason, byName: byText(by.by, hidden).name };

async function residentOf(complaint: Complaint, { platform }: Scene): Promise<{ name: string; phone: string }> {
  if (complaint.sealedCaller !== '') return openCaller(complaint.sealedCaller, platform.seal);
  const person = complaint.filerId === null ? null : await loadPerson(complaint.filerId, platform.database);
  return person === null
    ? { name: '', phone: '' }
    : { name: nameOf(person, platform.seal), phone: phoneOf(person, platform.seal) };
}

/** A signature is a name: who may not see the resident sees none (IN-09). */
const photosIn = (complaint: Complaint, hidden: boolean): PhotoId[] => [
  ...complaint.photos,
  ...complaint.events.flatMap((e) => ('photos' in e.data ? [...e.data.photos] : [])),
  ...complaint.events.flatMap((e) =>
    'signature' in e.data && e.data.signature !== null && !hidden ? [e.data.signature] : [],
  ),
];

const MOST_FOLLOWERS = 10;

/** IF-03: what was filed to go on from it, newest first. */
async function followersOf(
  { id, estateId }: Complaint,
  actor: Actor,
  { platform }: Scene,
): Promise<NumberedComplaint[]> {
  const found = await platform.database.find<CardFields>('complaints', {
    where: { followsId: id },
    orderBy: [
      ['filedAt', -1],
      ['_id', -1],
    ],
    limit: MOST_FOLLOWERS,
    fields: ['number', 'hideIdentity', 'filerId'],
  });
  const shown = found.filter(({ hideIdentity, filerId }) => maySeeIdentity(actor, { hideIdentity, filerId, estateId }));
  return shown.map(({ _id, number }) => ({ id: _id, number }));
}

/** To dispatch to, to give it to instead, or to ask for help (DP-04). */
const departmentsFor = (actions: readonly CommandName[], complaint: Complaint, estate: Estate): DispatchTarget[] => {
  if (actions.includes('dispatch') || actions.includes('forwardPraise')) return dispatchTargets(estate);
  return actions.includes('addSubtask') || actions.includes('reassign')
    ? dispatchTargets(estate).filter(({ id }) => id !== complaint.departmentId)
    : [];
};

const dispatchTargets = (estate: Estate): DispatchTarget[] =>
  estate.departments.map(({ id, name }) => ({
    id,
    name,
    categories: Category.options.filter((category) => departmentFor(estate, category)?.id === id),
  }));

/** The whole of a complaint for one actor who may know it (`mayKnow`). */
export async function presentComplaint(
  { complaint, context }: Loaded,
  actor: Actor,
  scene: Scene,
): Promise<ComplaintView> {
  const { estate, calendar } = context;
  const mine = filedIt.test(actor, complaint) || isFiledFor.test(actor, complaint);
  const staff = staffOfEstate.test(actor, complaint);
  const hidden = !maySeeIdentity(actor, complaint);
  const reopenUntil =
    complaint.closedAt === null ? null : dueAt(complaint.closedAt, context.policy.reopening.window, calendar);
  const strikable = new Set(strikableEntries(complaint, actor).map(({ id }) => id));
  const struck = struckBy(complaint);
  const actions = possibleCommands(complaint, actor).filter(
    (name) =>
      (name !== 'strikeEntry' || strikable.size > 0) &&
      (name !== 'archive' || reopenUntil === null || reopenUntil < scene.now),
  );
  const [urls, resident, incident, handlers, followedBy] = await Promise.all([
    photoUrls(photosIn(complaint, hidden), scene.platform),
    hidden ? null : residentOf(complaint, scene),
    presentMembership(complaint, scene.platform),
    mayBeNamed(complaint, actions, actor, scene),
    complaint.closedAt === null || hidden ? [] : followersOf(complaint, actor, scene),
  ]);
  const unnumbered = (text: string): string => (hidden ? maskNumbersIn(text) : text);
  const photos = (ids: readonly PhotoId[]): PhotoView[] => ids.flatMap((id) => urls.get(id) ?? []);

  const passed = passedCompletions(complaint.events);
  const { satisfiedFrom } = context.policy.callback;
  const timeline = complaint.events.flatMap((event): TimelineEntry[] => {
    const sentence = staff
      ? sentenceOf(event, calendar, scene.now, satisfiedFrom)
      : residentSentenceOf(event, calendar, scene.now, passed.has(event.id), satisfiedFrom);
    if (sentence === null) return [];
    const { title, tone, internal } = sentence;
    // IN-09: an earlier complaint may name whom this one hides.
    const tellsHome = hidden && event.type === 'reasonAdded' && event.data.code === 'SV-12';
    const detail = tellsHome ? '' : unnumbered(sentence.detail);
    return [
      {
        id: event.id,
        type: event.type,
        at: event.at,
        recordedAt: event.recordedAt ?? null,
        title,
        detail,
        tone,
        internal,
        struck: struckView(struck.get(event.id), hidden),
        mayStrike: strikable.has(event.id),
        by: byText(event.by, hidden),
        photos: photos(sentence.photos),
      },
    ];
  });

  const { callback, plan, result, investigation, informed } = complaint;
  const showsResult = result !== null && (staff || complaint.state === 'informing' || complaint.informed !== null);
  return {
    id: complaint.id,
    number: complaint.number,
    version: complaint.version,
    state: complaint.state,
    round: complaint.round,
    estate: {
      id: estate.id,
      name: estate.name,
      servicePhone: estate.servicePhone,
      utcOffsetMinutes: calendar.utcOffsetMinutes,
    },
    kind: complaint.kind,
    category: complaint.category,
    responsibility: complaint.responsibility,
    severity: complaint.severity,
    reasons: staff
      ? complaint.reasons.map((r) => ({
          code: r.code,
          text: severityReasonText(r.code, context.policy),
          evidence: hidden && r.code === 'SV-12' ? '' : r.evidence,
          struck: r.struck !== null,
          byName: byText(r.by, hidden).name,
        }))
      : [],
    // IN-09, IN-14: a number in the words would tell whose it is.
    description: unnumbered(complaint.description),
    wish: unnumbered(complaint.wish),
    wishBy: complaint.wishBy,
    occurredAt: complaint.occurredAt,
    about: unnumbered(complaint.about),
    placeText: hidden ? hiddenPlace(complaint.place) : complaint.placeText,
    photos: photos(complaint.photos),
    channel: complaint.channel,
    boxDay: complaint.boxId === null ? null : dayOfRoutine(complaint.boxId),
    filedAt: complaint.filedAt,
    closedAt: complaint.closedAt,
    closeReason: complaint.closeReason,
    resident:
      resident === null
        ? null
        : {
            name: resident.name,
            phone:
              mine || callsResident.test(actor, complaint) || actions.includes('recordCallback')
                ? resident.phone
                : maskPhone(resident.phone),
            homeText: complaint.homeText,
          },
    identityHidden: complaint.hideIdentity,
    onBehalfOf: hidden ? '' : complaint.onBehalfOf,
    firstContact:
      complaint.firstContact === null
        ? null
        : { name: complaint.firstContact.name, confirmed: complaint.firstContact.confirmed },
    department: complaint.departmentId === null ? null : { id: complaint.departmentId, name: complaint.departmentName },
    handler: complaint.handlerId === null ? null : { id: complaint.handlerId, name: complaint.handlerName },
    proposal: staff ? complaint.proposal : null,
    investigation:
      investigation === null
        ? null
        : {
            findings: investigation.findings,
            spokeTo: staff ? investigation.spokeTo : '',
            valid: investigation.valid,
            responsibility: investigation.responsibility,
            at: investigation.at,
            photos: photos(investigation.photos),
            byName: investigation.by.name,
          },
    plan:
      plan === null
        ? null
        : {
            measures: plan.measures,
            expectedAt: plan.expectedAt,
            needsSignature: plan.needsSignature,
            byName: plan.by.name,
            signedByName: plan.signedBy?.name ?? '',
            postponements: plan.postponements.map(({ reason, from, to, at }) => ({ reason, from, to, at })),
          },
    result:
      result === null || !showsResult
        ? null
        : {
            outcome: result.outcome,
            result: result.result,
            explanation: result.explanation,
            photos: photos(result.photos),
            noPhotoReason: result.noPhotoReason,
            doneAt: result.doneAt,
            declaredLate: declaredLate({ at: result.at, data: result }, calendar),
            signature: result.signature === null ? null : (photos([result.signature])[0] ?? null),
            byName: result.by.name,
            at: result.at,
          },
    subtasks: staff
      ? complaint.subtasks.map((subtask) => ({
          id: subtask.id,
          departmentName: subtask.departmentName,
          what: subtask.what,
          dueAt: subtask.dueAt,
          askedByName: subtask.asked.by.name,
          signedByName: subtask.signed?.by.name ?? '',
          handlerName: subtask.handlerName,
          state:
            subtask.withdrawn !== null
              ? ('withdrawn' as const)
              : subtask.done !== null
                ? ('done' as const)
                : subtask.signed === null
                  ? ('asked' as const)
                  : ('signed' as const),
          result: subtask.done?.result ?? subtask.withdrawn?.reason ?? '',
          photos: photos(subtask.done?.photos ?? []),
          late: complaint.clocks.some((c) => c.of === subtask.id && isOverdue(c, scene.now)),
          actions: subtaskCommands(actor, complaint, subtask).filter((name) => actions.includes(name)),
        }))
      : [],
    mustPhone: staff && complaint.mustPhone,
    waiting: complaint.waiting,
    informed:
      informed === null ? null : { how: informed.how, at: informed.at, byName: byText(informed.by, hidden).name },
    callback:
      callback === null
        ? null
        : {
            drawn: callback.drawn,
            form: callback.drawn ? callback.form : null,
            surveyUntil: callback.surveyUntil,
            attempts: callback.attempts,
            dueAt: complaint.clocks.find((c) => c.kind === 'callback' && c.round === complaint.round)?.dueAt ?? null,
            verdict:
              callback.verdict === null
                ? null
                : {
                    solved: callback.verdict.solved,
                    satisfaction: callback.verdict.satisfaction,
                    wantsFollowUp: callback.verdict.wantsFollowUp,
                    opinions: unnumbered(callback.verdict.opinions),
                    form: callback.verdict.form,
                    at: callback.verdict.at,
                  },
          },
    dispatcher: complaint.dispatcher,
    // IN-09: an earlier complaint may name whom this one hides.
    follows: hidden ? null : complaint.follows,
    followedBy,
    reopenUntil,
    clocks: complaint.clocks
      .filter((c) => staff || (c.kind !== 'subtask' && !isNoticeClock(c.kind)))
      .map((c) => ({
        kind: c.kind,
        about: complaint.subtasks.find(({ id }) => id === c.of)?.departmentName ?? '',
        round: c.round,
        startedAt: c.startedAt,
        warnAt: c.warnAt,
        dueAt: c.dueAt,
        stoppedAt: c.stoppedAt ?? null,
        paused: isPaused(c, scene.now),
        late: isOverdue(c, scene.now),
      })),
    timeline,
    incident: incident?.view ?? null,
    next: incident?.next ?? nextStep(complaint),
    actions,
    mine,
    limits: sendingLimits(context.policy.intake),
    policy: {
      callbackAttempts: context.policy.callback.attempts,
      satisfiedFrom: context.policy.callback.satisfiedFrom,
    },
    choices: {
      departments: departmentsFor(actions, complaint, estate),
      handlers,
      usualHandlerId: actions.includes('signFor')
        ? handlerFor(estate, complaint.category, complaint.departmentId)
        : null,
      severityReasons:
        actions.includes('addSeverityReason') || actions.includes('strikeSeverityReason')
          ? SeverityReasonCode.options.map((code) => ({ code, text: severityReasonText(code, context.policy) }))
          : [],
    },
  };
}
