/** What filing and recording have in common: number, classification, dispatch, one insert, receipt (IN-06, RG-01, RG-02). */
import { createHash } from 'node:crypto';
import { localDate } from '../../../domain/clock/zone';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { Context } from '../../../domain/complaint/command';
import { open } from '../../../domain/complaint/decide';
import type { Filing } from '../../../domain/complaint/events';
import type { By } from '../../../domain/lifecycle/subject';
import { openedAsMember } from '../../../domain/complaint/incident-membership';
import { complaintOf } from '../../../domain/complaint/evolve';
import { nextStep } from '../../../domain/complaint/next-step';
import { exactGram } from '../../../domain/complaint/search-grams';
import type { Incident } from '../../../domain/incident/incident';
import type { Actor } from '../../../domain/people/actor';
import type { Receipt } from '../../../types/api/complaint';
import { Refusal } from '../../../types/errors';
import type { CommandId, ComplaintId, PersonId } from '../../../types/ids';
import { actOf } from '../act';
import { propose } from '../classification/propose';
import type { EstateContext } from '../estate/load-estate';
import { newIncidentId, seenBy } from '../incident/incident-seen';
import { unsettledSince } from '../lifecycle/keeper';
import { COMPLAINTS, type Loaded, type Scene } from './carry-out';
import { type ComplaintDocument, fromDocument, newDocument } from './complaint-document';
import { figureRulesOf } from '../report/figure-rules';
import { earlierOfHome } from './earlier-of-home';
import { praisedPerson } from './praised-person';

/** The same act of the same person is the same complaint: the id is derived from both. */
const complaintIdOf = (personId: PersonId, commandId: CommandId): ComplaintId =>
  `c${createHash('sha256').update(`${personId}|${commandId}`).digest('hex').slice(0, 23)}` as ComplaintId;

/** CH-261121-0007: estate, local day, running number of the day. */
async function nextNumber({ estate, calendar }: EstateContext, { platform, now }: Scene): Promise<string> {
  const day = localDate(Date.parse(now), calendar).slice(2).replaceAll('-', '');
  const n = await platform.database.incrementAndGet('counters', `number:${estate.id}:${day}`, 'value');
  return `${estate.code}-${day}-${String(n).padStart(4, '0')}`;
}

/**
 * The receipt of an earlier try of the same act, or null when it is new.
 * @throws Refusal alreadyDone when it was filed with other content
 */
export async function earlierReceipt(
  act: { personId: PersonId; commandId: CommandId; digest: string },
  context: EstateContext,
  scene: Scene,
): Promise<Receipt | null> {
  const known = await alreadyFiled(complaintIdOf(act.personId, act.commandId), context, scene);
  if (known === null) return null;
  const { id, number, events } = known.complaint;
  const [filed] = events;
  if (filed?.inputDigest !== undefined && filed.inputDigest !== act.digest) {
    throw new Refusal('alreadyDone', {
      message: `刚才已按之前的内容提交，编号 ${number}。要更正，请打开它点“补充”。`,
      details: { id, number },
    });
  }
  return receiptOf(known);
}

export interface Registration {
  digest: string;
  filing: Omit<Filing, 'number' | 'id' | 'companyId' | 'estateId' | 'policyVersion'>;
  actor: Actor & { id: PersonId };
  role: By['role'];
  commandId: CommandId;
  /** False when somebody outside the service desk recorded it: it has to be confirmed first (IN-02). */
  confirmed: boolean;
  /** IN-07: the incident that it joins instead of being handled on its own, and what its resident added in their own words. */
  joins?: { incident: Incident; ownWords: string };
  /** Keyed hashes by which the register finds it too: `[what, hash]`. */
  alsoFoundBy: readonly (readonly [string, string])[];
}

const joinedBy = async (
  filing: Filing,
  { incident, ownWords }: NonNullable<Registration['joins']>,
  { now, platform }: Scene,
) => ({
  ...(await seenBy(incident, { ...filing, filedAt: now }, platform)),
  category: incident.category,
  ownWords,
});

/** Already on file from an earlier try of the same act, or null. */
async function alreadyFiled(id: ComplaintId, context: EstateContext, { platform }: Scene): Promise<Loaded | null> {
  const document = await platform.database.get<ComplaintDocument>('complaints', id, [
    'events',
    'settledEvents',
    'estateId',
  ]);
  return document === null
    ? null
    : { complaint: fromDocument(document), settledEvents: document.settledEvents, context };
}

/**
 * For an act that `alreadyFiled` does not know yet; one that arrives twice at the same moment is still one complaint.
 * @throws Refusal unavailable when the database refuses; nothing is then on file
 */
export async function registerComplaint(
  registration: Registration,
  context: EstateContext,
  scene: Scene,
): Promise<Loaded> {
  const { filing, actor, commandId } = registration;
  const id = complaintIdOf(actor.id, commandId);
  const number = await nextNumber(context, scene);
  const earlier = filing.homeId === null ? [] : await earlierOfHome(filing.homeId, scene);
  const { majorGroupPeople: groupFrom } = context.policy.severity;
  const proposal = await propose(
    { text: registration.joins?.ownWords ?? filing.description, kindHint: filing.kind, groupFrom },
    scene,
  );
  const whole: Filing = {
    ...filing,
    id,
    number,
    companyId: context.company.id,
    estateId: context.estate.id,
    policyVersion: context.policyVersion,
  };
  const decideContext: Context = {
    now: scene.now,
    commandId: actOf(actor, commandId),
    inputDigest: registration.digest,
    actor,
    policy: context.policy,
    calendar: context.calendar,
    estate: context.estate,
    handlers: [],
    lot: null,
    earlier,
    incident: null,
    praised: await praisedPerson(filing, context.estate, scene.platform.database),
    names: [],
    newIncidentId: newIncidentId(id, commandId),
  };
  const complaint = complaintOf(
    registration.joins === undefined
      ? open(whole, proposal, { confirmed: registration.confirmed, byRole: registration.role, earlier }, decideContext)
      : openedAsMember(whole, proposal, await joinedBy(whole, registration.joins, scene), earlier, decideContext),
  );
  const grams = registration.alsoFoundBy.map(([what, hash]) => exactGram(context.estate.id, what, hash));
  const document = {
    ...newDocument(complaint, scene.now, grams, figureRulesOf(context)),
    unsettledSince: unsettledSince(COMPLAINTS, complaint, 0, scene.now),
  };
  if ((await scene.platform.database.insert('complaints', document)) === 'inserted')
    return { complaint, settledEvents: 0, context };
  // The same act arrived twice at once; the other one is on file.
  const other = await alreadyFiled(id, context, scene);
  if (other === null) throw new Refusal('unavailable');
  return other;
}

/** IN-06: the number at once, the promised times, whom to call, what comes next. */
export function receiptOf({ complaint, context }: Loaded): Receipt {
  const next = nextStep(complaint);
  return {
    id: complaint.id,
    number: complaint.number,
    state: complaint.state,
    servicePhone: context.estate.servicePhone,
    promises: promisesOf(complaint),
    nextText: next === null ? '' : `${next.who}：${next.text}`,
  };
}

const PROMISES: Partial<Record<Complaint['clocks'][number]['kind'], string>> = {
  record: '确认登记',
  dispatch: '派到责任部门',
  signing: '责任部门签收',
  resolution: '处理完并告诉您结果',
};

const promisesOf = (complaint: Complaint): Receipt['promises'] =>
  complaint.clocks
    .filter((c) => c.stoppedAt === undefined)
    .flatMap((c) => (PROMISES[c.kind] === undefined ? [] : [{ text: PROMISES[c.kind] ?? '', dueAt: c.dueAt }]))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
