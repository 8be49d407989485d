/**
 * One command on one complaint: load, decide, compare-and-set, and again when somebody was faster. A command that was
 * carried out before answers the same and does nothing (IN-06, CB-04).
 */
import type { Complaint } from '../../../domain/complaint/complaint';
import type { Command, Context } from '../../../domain/complaint/command';
import { decide } from '../../../domain/complaint/decide';
import { evolve } from '../../../domain/complaint/evolve';
import { sentenceOf } from '../../../domain/complaint/timeline';
import { goesByLot } from '../../../domain/callback/plan-callback';
import type { Actor } from '../../../domain/people/actor';
import { postKey } from '../../../domain/people/person';
import { concerned, filedIt } from '../../../domain/people/policy';
import { Refusal } from '../../../types/errors';
import type { CommandId, ComplaintId, Instant } from '../../../types/ids';
import type { NamedPerson } from '../../../types/views';
import { ROLES } from '../../../types/vocabulary';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import { drawLot } from '../callback/draw-lot';
import { actOf, digestOf } from '../act';
import { type EstateContext, loadEstate } from '../estate/load-estate';
import { loadStaffAt } from '../people/load-person';
import { type ComplaintDocument, fromDocument, projectionOf, unsettledSince } from './complaint-document';

export interface Scene {
  now: Instant;
  platform: Platform;
}

export interface Loaded {
  complaint: Complaint;
  settledEvents: number;
  context: EstateContext;
}

const ROUNDS = 5;

/** @throws Refusal notFound */
export async function loadComplaint(id: ComplaintId, { platform }: Pick<Scene, 'platform'>): Promise<Loaded> {
  const document = await platform.database.get<ComplaintDocument>('complaints', id, [
    'events',
    'settledEvents',
    'estateId',
  ]);
  if (document === null) throw new Refusal('notFound');
  const context = await loadEstate(document.estateId, platform.database);
  return { complaint: fromDocument(document), settledEvents: document.settledEvents, context };
}

/** The people of the owning department who may be named as handler. */
export async function handlersFor(
  complaint: Pick<Complaint, 'departmentId'>,
  platform: Platform,
): Promise<NamedPerson[]> {
  if (complaint.departmentId === null) return [];
  const staff = await loadStaffAt(
    [postKey('handler', complaint.departmentId), postKey('departmentHead', complaint.departmentId)],
    platform.database,
  );
  return staff.map((p) => ({ id: p.id, name: p.staffName }));
}

/** Whether this person may know that the complaint exists; a stranger gets “not found”. */
export const mayKnow = (actor: Actor, complaint: Complaint): boolean =>
  actor.id === 'system' || filedIt.test(actor, complaint) || concerned.test(actor, complaint);

const mayInform = (command: Command): boolean => command.name === 'informResident' || command.name === 'resultReached';
const namesHandler = (command: Command): boolean => command.name === 'signFor' || command.name === 'nameHandler';

/** What somebody else did since `version`, for the one who was slower. */
function changedMeanwhile(complaint: Complaint, version: number, zone: EstateContext['calendar']): Refusal {
  let seen = 0;
  let previous = '';
  const later = complaint.events.filter((event) => {
    if (event.commandId !== previous) seen += 1;
    previous = event.commandId;
    return seen > version;
  });
  const last = later.filter((e) => e.by.personId !== 'system').at(-1) ?? later.at(-1);
  const by =
    last === undefined || last.by.role === 'system'
      ? '系统'
      : last.by.role === 'resident'
        ? '住户'
        : `${ROLES[last.by.role]} ${last.by.name}`;
  const what = last === undefined ? '更新' : sentenceOf(last, zone, last.at).title;
  return new Refusal('changedMeanwhile', {
    message: `${by} 刚刚处理了这一条（${what}），请查看最新情况后再操作。`,
    details: { by, what, at: last?.at ?? '', version: complaint.version, state: complaint.state },
  });
}

export interface Order {
  complaintId: ComplaintId;
  commandId: CommandId;
  command: Command;
  actor: Actor;
  /** The version the person saw; left out by replays and the system. */
  version?: number | undefined;
}

/** Bytes of events in all that leave room below the 512 KB of a document for what the system has to add. */
const MOST_WRITTEN = 300_000;
const ADDS_WORDS: ReadonlySet<Command['name']> = new Set(['addWords', 'addNote', 'reportProgress', 'urge', 'postpone']);

/** The act as it stands in the events; null when it is new. @throws Refusal alreadyDone when it was sent with other content */
function repetition(complaint: Complaint, commandId: string, digest: string | null): boolean {
  const done = complaint.events.find((e) => e.commandId === commandId);
  if (done !== undefined && digest !== null && done.inputDigest !== undefined && done.inputDigest !== digest)
    throw new Refusal('alreadyDone');
  return done !== undefined;
}

/**
 * @returns the complaint afterwards; `appended` 0 when it was carried out before or had nothing to do
 * @throws Refusal as the lifecycle says; `unavailable` when others kept being faster
 */
export async function carryOut(order: Order, scene: Scene): Promise<Loaded & { appended: number }> {
  const { platform, now } = scene;
  const { actor, command } = order;
  const commandId = actOf(actor, order.commandId);
  const inputDigest = 'input' in command ? digestOf(command.input) : null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const loaded = await loadComplaint(order.complaintId, scene);
    const { complaint, context, settledEvents } = loaded;
    if (!mayKnow(actor, complaint)) throw new Refusal('notFound');
    if (repetition(complaint, commandId, inputDigest)) return { ...loaded, appended: 0 };
    if (ADDS_WORDS.has(command.name) && Buffer.byteLength(JSON.stringify(complaint.events)) > MOST_WRITTEN)
      throw new Refusal('tooMuchWritten');

    const decideContext: Context = {
      now,
      commandId,
      inputDigest,
      actor,
      policy: context.policy,
      calendar: context.calendar,
      estate: context.estate,
      lot: null,
      handlers: namesHandler(command) ? await handlersFor(complaint, platform) : [],
    };
    const first = decide(complaint, command, decideContext);
    // The lot is drawn only for what is going to happen.
    const drawn = !(first instanceof Refusal) && mayInform(command) && goesByLot(complaint);
    const decision = drawn
      ? decide(complaint, command, { ...decideContext, lot: await drawLot(complaint, context, scene) })
      : first;
    // An older version is only an obstacle when it made the difference: what is still possible is said by the table first.
    if (
      order.version !== undefined &&
      order.version < complaint.version &&
      (decision instanceof Refusal ? decision.code === 'notInThisState' : conflicts(complaint, order.version))
    ) {
      throw changedMeanwhile(complaint, order.version, context.calendar);
    }
    if (decision instanceof Refusal) throw decision;
    if (decision.length === 0) return { ...loaded, appended: 0 };

    const after = decision.reduce<Complaint>((sum, event) => evolve(sum, event), complaint);
    const updated = await platform.database.updateIf(
      'complaints',
      { _id: complaint.id, version: complaint.version },
      { ...projectionOf(after), events: _.push(decision), unsettledSince: unsettledSince(after, settledEvents, now) },
    );
    if (updated === 1) return { complaint: after, settledEvents, context, appended: decision.length };
  }
  throw new Refusal('unavailable');
}

/** Words, notes and clock marks that came in meanwhile don't invalidate what a person decided; everything else does. */
function conflicts(complaint: Complaint, version: number): boolean {
  const harmless = new Set(['wordsAdded', 'noted', 'urged', 'clockWarned', 'clockMissed', 'progressed']);
  let seen = 0;
  let previous = '';
  return complaint.events.some((event) => {
    if (event.commandId !== previous) seen += 1;
    previous = event.commandId;
    return seen > version && !harmless.has(event.type);
  });
}
