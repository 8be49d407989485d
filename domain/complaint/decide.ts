/**
 * The rules of a complaint's life: a command by a person, in a context, becomes events or a refusal. Pure: time, policy,
 * calendar, estate and person come in through the context.
 */
import type { CommandInput, CommandName } from '../../types/commands';
import { Refusal } from '../../types/errors';
import type { CommandId, Instant, PersonId } from '../../types/ids';
import type { Proposal } from '../../types/proposal';
import { atLeast, type InformWay } from '../../types/vocabulary';
import { type Lot, planCallback } from '../callback/plan-callback';
import { type Clock, isRunning, markFired, reallowClock, stopClock } from '../clock/clock';
import { type Calendar, dueAt } from '../clock/duration';
import { dueFiringsOf } from './elapse';
import type { Actor } from '../people/actor';
import type { Estate } from '../people/estate';
import { actingRole, filedIt, workedOnIt } from '../people/policy';
import type { Policy } from '../policy/defaults';
import { runningClock, startedClock, surveyPendingUntil } from './clocks';
import type { Complaint } from './complaint';
import type { By, ComplaintEvent, EventType, Filing, Payloads } from './events';
import { evolve } from './evolve';
import { commandRow, eventRow, LIFECYCLE, SYSTEM_COMMANDS } from './lifecycle';
import { reasonsAtFiling } from './severity';

export interface Context {
  now: Instant;
  commandId: CommandId;
  actor: Actor;
  policy: Policy;
  calendar: Calendar;
  estate: Estate;
  /** Names of those who may be named as handler in the owning department. */
  handlers: readonly { id: PersonId; name: string }[];
  /** What the month's draw says of this complaint, for commands that inform. */
  lot: Lot | null;
}

export type PersonCommand = { [N in CommandName]: { name: N; input: CommandInput<N> } }[CommandName];
export type SystemCommand =
  | { name: 'dispatchAutomatically'; departmentId: Estate['departments'][number]['id'] }
  | { name: 'resultReached'; how: Extract<InformWay, 'message' | 'read'> }
  | { name: 'resultUndelivered'; why: string }
  | { name: 'surveyLapse' }
  | { name: 'elapse' };
export type Command = PersonCommand | SystemCommand;
export type Decision = readonly ComplaintEvent[] | Refusal;

/** Events of one command, each decided on the complaint as the earlier ones left it. */
class Draft {
  readonly events: ComplaintEvent[] = [];
  readonly #context: Context;
  readonly #by: By;
  readonly #recordedAt: Instant | undefined;
  complaint: Complaint | null;

  constructor(complaint: Complaint | null, context: Context, by: By, recordedAt?: Instant) {
    this.complaint = complaint;
    this.#context = context;
    this.#by = by;
    this.#recordedAt = recordedAt;
  }

  append<T extends EventType>(
    type: T,
    data: Payloads[T],
    ownClocks: Complaint['clocks'] = [],
    at: Instant = this.#context.now,
  ): void {
    const { commandId, now, policy, calendar } = this.#context;
    const bare = {
      id: `${commandId}.${this.events.length}`,
      commandId,
      at,
      by: this.#by,
      type,
      data,
      ...(this.#recordedAt === undefined ? {} : { recordedAt: this.#recordedAt }),
    };
    // The envelope and payload of one type, written generically.
    const event = bare as unknown as ComplaintEvent;
    const before = this.complaint;
    const after = evolve(before, event);
    const row = eventRow(type);
    const running = before?.clocks.filter(isRunning) ?? [];
    const stopped = running
      .filter((c) => row.stops === 'all' || row.stops?.includes(c.kind) || row.starts?.includes(c.kind))
      .map((c) => stopClock(c, now, calendar));
    const started = (row.starts ?? [])
      .filter((kind) => this.#wanted(kind, type, after))
      .map((kind) => startedClock(kind, after, now, policy, calendar));
    const clocks = [...ownClocks, ...stopped, ...started];
    const whole = clocks.length === 0 ? event : { ...event, clocks };
    this.events.push(whole);
    this.complaint = evolve(before, whole);
  }

  /** A clock that the table starts, except the callback's when the lot didn't fall on it. */
  #wanted(kind: string, type: EventType, after: Complaint): boolean {
    return !(kind === 'callback' && type === 'callbackPlanned' && after.callback?.drawn !== true);
  }

  get now(): Complaint {
    if (this.complaint === null) throw new Error('nothing was filed yet');
    return this.complaint;
  }
}

const refused = (...args: ConstructorParameters<typeof Refusal>): never => {
  throw new Refusal(...args);
};

const byOf = (actor: Actor, role: By['role']): By => ({
  personId: actor.id,
  role,
  name: role === 'resident' ? '' : actor.staffName,
});

const departmentOf = (estate: Estate, id: Estate['departments'][number]['id']) =>
  estate.departments.find((d) => d.id === id) ?? refused('badInput', { fields: { departmentId: '没有这个部门' } });

/** Commands that this person may give now, in the order of the table (most natural first). */
export function possibleCommands(complaint: Complaint, actor: Actor): CommandName[] {
  const names = Object.keys(LIFECYCLE) as CommandName[];
  return names.filter((name) => {
    const row = commandRow(name);
    return row.from.includes(complaint.state) && (row.when?.test(complaint) ?? true) && row.who.test(actor, complaint);
  });
}

function guard(complaint: Complaint, name: CommandName, actor: Actor): void {
  const row = commandRow(name);
  if (!row.who.test(actor, complaint)) {
    if (
      (name === 'passReview' || name === 'sendBack' || name === 'recordCallback') &&
      workedOnIt.test(actor, complaint)
    )
      refused('ownWork');
    refused('notAllowed', { message: `“${row.label}”只能由${row.who.says}进行。` });
  }
  if (!row.from.includes(complaint.state) || row.when?.test(complaint) === false) {
    refused('notInThisState', { details: { state: complaint.state, possible: possibleCommands(complaint, actor) } });
  }
}

const inFuture = (field: string, at: Instant, now: Instant): void => {
  if (at <= now) refused('badInput', { fields: { [field]: '时间要晚于现在' } });
};

/** IF-01, CB-01, CB-09: told; then the callback by severity or by lot, or closed. */
function informed(draft: Draft, how: InformWay, words: string, context: Context): void {
  draft.append('informed', { how, words });
  const plan = planCallback(draft.now, context.lot, context.now, context.policy, context.calendar);
  draft.append('callbackPlanned', plan);
  if (!plan.drawn) draft.append('closed', { reason: draft.now.severity === null ? 'answered' : 'notDrawn' });
}

function reopened(draft: Draft, why: string, photos: Payloads['reopened']['photos']): void {
  const { departmentId, departmentName, round } = draft.now;
  if (departmentId === null) return refused('notInThisState', { details: { state: draft.now.state, possible: [] } });
  draft.append('reopened', { why, round: round + 1, photos, departmentId, departmentName });
}

/** CB-07: not solved, satisfaction at or below the policy's mark, or a wish for follow-up reopens; otherwise closed. */
function judged(draft: Draft, verdict: Payloads['calledBack'], context: Context): void {
  draft.append('calledBack', verdict);
  if (!verdict.solved || verdict.satisfaction <= context.policy.callback.dissatisfiedUpTo || verdict.wantsFollowUp) {
    reopened(draft, verdict.opinions === '' ? '回访不满意' : verdict.opinions, verdict.photos);
  } else draft.append('closed', { reason: 'satisfied' });
}

function carriedOut(draft: Draft, command: PersonCommand, context: Context): void {
  const { now, policy, estate, handlers, calendar } = context;
  const complaint = draft.now;
  const handlerNamed = (handlerId: PersonId, note: string) => {
    const handler =
      handlers.find((h) => h.id === handlerId) ??
      refused('badInput', { fields: { handlerId: '请选择本部门的处理人' } });
    draft.append('handlerNamed', { handlerId, handlerName: handler.name, note });
  };
  switch (command.name) {
    case 'confirmRecord':
      return draft.append('confirmed', { note: command.input.note ?? '' });
    case 'dispatch': {
      const { kind, category, responsibility, departmentId, note, reasons } = command.input;
      const department = departmentOf(estate, departmentId);
      const corrected =
        kind !== complaint.kind || category !== complaint.category || responsibility !== complaint.responsibility;
      draft.append('classified', { kind, category, responsibility, corrected });
      if (reasons !== undefined) {
        const held = complaint.reasons.filter((r) => r.struck === null).map((r) => r.code);
        for (const code of reasons.filter((r) => !held.includes(r)))
          draft.append('reasonAdded', { code, evidence: '派单时认定' });
        for (const code of held.filter((r) => !reasons.includes(r)))
          draft.append('reasonStruck', { code, note: '派单时撤销' });
      }
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

const satisfactionOf = (n: number): Payloads['calledBack']['satisfaction'] =>
  n === 1 || n === 2 || n === 3 || n === 4 ? n : 5;

function systemCarriedOut(draft: Draft, command: SystemCommand, context: Context): void {
  const complaint = draft.now;
  if (!(SYSTEM_COMMANDS[command.name].from as readonly string[]).includes(complaint.state)) {
    return refused('notInThisState', { details: { state: complaint.state, possible: [] } });
  }
  switch (command.name) {
    case 'dispatchAutomatically': {
      const { kind, category, responsibility } = complaint;
      const department = departmentOf(context.estate, command.departmentId);
      draft.append('classified', { kind, category, responsibility, corrected: false });
      return draft.append('dispatched', {
        departmentId: department.id,
        departmentName: department.name,
        note: '',
        automatic: true,
      });
    }
    case 'resultReached':
      return informed(draft, command.how, '', context);
    case 'resultUndelivered':
      return complaint.mustPhone ? undefined : draft.append('resultUndelivered', { why: command.why });
    case 'surveyLapse': {
      const until = surveyPendingUntil(complaint);
      return until !== null && until <= context.now ? draft.append('surveyLapsed', {}) : undefined;
    }
    case 'elapse':
      for (const { clock, firing } of dueFiringsOf(complaint, context.now)) {
        const current =
          draft.now.clocks.find(
            (c) => c.kind === clock.kind && c.round === clock.round && c.startedAt === clock.startedAt,
          ) ?? clock;
        const data = { clock: clock.kind, dueAt: clock.dueAt, level: firing.level, trueAt: firing.at };
        draft.append(firing.level === 0 ? 'clockWarned' : 'clockMissed', data, [markFired(current, [firing.level])]);
      }
  }
}

/** What becomes of a command; an empty list means it has nothing left to do. Errors that are not refusals are bugs and are thrown. */
export function decide(complaint: Complaint, command: Command, context: Context): Decision {
  try {
    if ('input' in command) {
      guard(complaint, command.name, context.actor);
      const row = commandRow(command.name);
      const asFiler =
        row.as.length === 0 || (filedIt.test(context.actor, complaint) && context.actor.posts.length === 0);
      const role = asFiler ? 'resident' : actingRole(context.actor, complaint, row.as);
      const recordedAt = command.name === 'recordCallback' ? command.input.recordedAt : undefined;
      const draft = new Draft(complaint, context, byOf(context.actor, role), recordedAt);
      carriedOut(draft, command, context);
      return draft.events;
    }
    const draft = new Draft(complaint, context, { personId: 'system', role: 'system', name: '' });
    systemCarriedOut(draft, command, context);
    return draft.events;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/**
 * A new complaint: registered at once, or received when somebody outside the service desk recorded it (RG-01, IN-02);
 * with the proposal, the reasons that hold, and the dispatch when the proposal is sure enough (RG-02).
 */
export function open(
  filing: Filing,
  proposal: Proposal,
  how: { confirmed: boolean; dispatchTo: Estate['departments'][number]['id'] | null; byRole: By['role'] },
  context: Context,
): readonly ComplaintEvent[] {
  const draft = new Draft(null, context, byOf(context.actor, how.byRole));
  draft.append(how.confirmed ? 'filed' : 'recorded', filing);
  const system: Draft = new Draft(draft.complaint, context, { personId: 'system', role: 'system', name: '' });
  system.events.push(...draft.events);
  system.append('proposed', { proposal });
  if (proposal.kind.value === filing.kind || filing.kind === 'complaint' || filing.kind === 'repair') {
    for (const reason of reasonsAtFiling(proposal, filing, context.policy)) system.append('reasonAdded', reason);
  }
  if (how.dispatchTo !== null)
    systemCarriedOut(system, { name: 'dispatchAutomatically', departmentId: how.dispatchTo }, context);
  return system.events;
}
