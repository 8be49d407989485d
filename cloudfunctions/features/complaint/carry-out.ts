/** Complaints on the machinery of lifecycles: a command is carried out, and what follows from its events is settled. */
import type { Complaint } from '../../../domain/complaint/complaint';
import type { Command } from '../../../domain/complaint/command';
import { decide, possibleCommands } from '../../../domain/complaint/decide';
import { evolve } from '../../../domain/complaint/evolve';
import { sentenceOf } from '../../../domain/complaint/timeline';
import { goesByLot } from '../../../domain/callback/plan-callback';
import type { DecideContext } from '../../../domain/lifecycle/context';
import { type Actor, SYSTEM } from '../../../domain/people/actor';
import { concerned, filedIt, isFiledFor } from '../../../domain/people/policy';
import { Refusal } from '../../../types/errors';
import type { CommandId, ComplaintId, DepartmentId, Instant } from '../../../types/ids';
import type { NamedPerson } from '../../../types/views';
import type { Platform } from '../../platform/platform';
import { followComplaint } from '../action/follow-complaint';
import { drawLot } from '../callback/draw-lot';
import { keepCorrection } from '../classification/stored-correction';
import { type EstateContext, loadEstate } from '../estate/load-estate';
import { keepAlikeEntry } from '../incident/alike-document';
import { noteAlike } from '../incident/note-alike';
import { reviseAlike } from '../incident/revise-alike';
import { incidentSeenFor, newIncidentId } from '../incident/incident-seen';
import { tellIncident } from '../incident/tell-incident';
import { carryOutOn } from '../lifecycle/carry-out';
import type { Keeper, Kept } from '../lifecycle/keeper';
import { messagesFor } from '../lifecycle/messages';
import { settleNowOn } from '../lifecycle/settle';
import { namesOn } from '../incident/names-on';
import { workersOf } from '../people/load-person';
import { enterLetters } from '../routine/enter-letter';
import { underPolicy } from '../policy/under-policy';
import { countFigures } from '../report/count-figures';
import { figureRulesOf } from '../report/figure-rules';
import {
  addedGrams,
  type ComplaintDocument,
  countedFor,
  fromDocument,
  hasEffects,
  projectionOf,
} from './complaint-document';
import { earlierOfHome } from './earlier-of-home';
import { COMPLAINT_TELLING } from './complaint-messages';
import { praisedPerson } from './praised-person';

export interface Scene {
  now: Instant;
  platform: Platform;
}

export interface Loaded {
  complaint: Complaint;
  settledEvents: number;
  context: EstateContext;
}

/** @throws Refusal notFound */
export async function loadComplaint(id: ComplaintId, { platform }: Pick<Scene, 'platform'>): Promise<Loaded> {
  const document = await platform.database.get<ComplaintDocument>('complaints', id, [
    'events',
    'settledEvents',
    'estateId',
  ]);
  if (document === null) throw new Refusal('notFound');
  const complaint = fromDocument(document);
  const inForce = await loadEstate(document.estateId, platform.database);
  const context = await underPolicy(inForce, complaint.policyVersion, platform.database);
  return { complaint, settledEvents: document.settledEvents, context };
}

/** The people of a department who may be named as handler. */
export async function handlersFor(
  departmentId: DepartmentId | null,
  by: Actor,
  platform: Platform,
): Promise<NamedPerson[]> {
  return departmentId === null ? [] : workersOf(departmentId, by, platform.database);
}

/** Whether this person may know that the complaint exists; a stranger gets “not found”. */
export const mayKnow = (actor: Actor, complaint: Complaint): boolean =>
  actor.id === 'system' ||
  filedIt.test(actor, complaint) ||
  isFiledFor.test(actor, complaint) ||
  concerned.test(actor, complaint);

const mayInform = (command: Command): boolean => command.name === 'informResident' || command.name === 'resultReached';
const mayForward = ({ name }: Command): boolean => name === 'forwardPraise' || name === 'confirmRecord';
/** The department whose people may be named with this command; null when nobody is named. */
const namesHandlerOf = (command: Command, complaint: Complaint): DepartmentId | null => {
  if (command.name === 'signFor' || command.name === 'nameHandler') return complaint.departmentId;
  if (command.name !== 'signForSubtask') return null;
  return complaint.subtasks.find(({ id }) => id === command.input.subtaskId)?.departmentId ?? null;
};

export interface Order {
  complaintId: ComplaintId;
  commandId: CommandId;
  command: Command;
  actor: Actor;
  /** The version the person saw; left out by replays and the system. */
  version?: number | undefined;
}

export const keptOf = ({ complaint, settledEvents, context }: Loaded): Kept<Complaint> => ({
  subject: complaint,
  settledEvents,
  context,
});

async function decideHere(command: Command, kept: Kept<Complaint>, asked: DecideContext, scene: Scene) {
  const { subject: complaint, context } = kept;
  const handlers = await handlersFor(namesHandlerOf(command, complaint), asked.actor, scene.platform);
  const incident = await incidentSeenFor(command, complaint, scene.platform);
  const corrects =
    command.name === 'dispatch' &&
    (command.input.kind !== complaint.kind || command.input.category !== complaint.category);
  const earlier = corrects && complaint.homeId !== null ? await earlierOfHome(complaint.homeId, scene) : [];
  const praised = mayForward(command) ? await praisedPerson(complaint, context.estate, scene.platform.database) : null;
  const newId = newIncidentId(complaint.id, asked.commandId);
  const names = command.name === 'openIncident' ? await namesOn([complaint], scene.platform) : [];
  const known = { ...asked, handlers, earlier, incident, praised, names, newIncidentId: newId };
  const first = decide(complaint, command, { ...known, lot: null });
  // The lot is drawn only for what is going to happen, and not when its age has just made it certain (CK-04).
  const byLot =
    !(first instanceof Refusal) &&
    goesByLot(complaint) &&
    first.some((e) => e.type === 'callbackPlanned' && !e.data.drawn);
  return mayInform(command) && byLot
    ? decide(complaint, command, { ...known, lot: await drawLot(complaint, context, scene) })
    : first;
}

/** How complaints go through the machinery of lifecycles. */
export const COMPLAINTS: Keeper<Complaint, Command> = {
  collection: 'complaints',
  load: async (id, scene) => keptOf(await loadComplaint(id, scene)),
  evolve,
  decide: decideHere,
  possible: possibleCommands,
  mayKnow,
  projection: (complaint, context) => ({
    ...projectionOf(complaint),
    ...addedGrams(complaint),
    figureKeys: countedFor(complaint, figureRulesOf(context)),
  }),
  hasEffects,
  titleOf: (event, zone) => sentenceOf(event, zone, event.at).title,
  harmless: new Set([
    'wordsAdded',
    'noted',
    'callbackNoted',
    'urged',
    'clockWarned',
    'clockMissed',
    'progressed',
    'entryStruck',
    'opinionRead',
    'acknowledged',
    'resumed',
  ]),
  addsWords: new Set(['addWords', 'addNote', 'noteCallback', 'strikeEntry', 'reportProgress', 'urge', 'postpone']),
  messagesOf: (steps, context, scene) => messagesFor(COMPLAINT_TELLING, steps, context, scene),
  async alsoFollows(steps, { context }, scene, hurried) {
    await countFigures(steps, figureRulesOf(context), scene.platform);
    const last = steps.at(-1);
    // RG-03: what was decided of the proposal, or that it doesn't count any more.
    if (last !== undefined && steps.some(({ event }) => event.type === 'classified' || event.type === 'withdrawn'))
      await keepCorrection(
        last.subject,
        context.policy.classification.correctionsFollowedDays,
        scene.platform.database,
      );
    await enterLetters(steps, scene);
    await followComplaint(steps, context, scene);
    await tellIncident(steps, context, giveBySystem, scene);
    await keepAlikeEntry(steps, context, scene);
    const told = await noteAlike(steps, context, giveBySystem, scene, hurried);
    return (await reviseAlike(steps, context, giveBySystem, scene, hurried)) && told;
  },
};

/**
 * What an incident asks of a complaint (IF-01, SV-22) or the system notes on it, carried out with all that follows. When it
 * changed nothing, nothing follows: the complaint may be the very one that is being settled, and settling it again would ask
 * its incident again, without end. What was carried out before is settled, or left for the clock.
 */
export async function giveBySystem(order: Omit<Order, 'actor'>, scene: Scene): Promise<void> {
  const done = await carryOut({ ...order, actor: SYSTEM }, scene);
  if (done.appended > 0) await settleNowOn(COMPLAINTS, keptOf(done), scene);
}

/**
 * @returns the complaint afterwards; `appended` 0 when it was carried out before or had nothing to do
 * @throws Refusal as the lifecycle says; `unavailable` when others kept being faster
 */
export async function carryOut({ complaintId, ...order }: Order, scene: Scene): Promise<Loaded & { appended: number }> {
  const { subject, ...rest } = await carryOutOn(COMPLAINTS, { id: complaintId, ...order }, scene);
  return { complaint: subject, ...rest };
}
