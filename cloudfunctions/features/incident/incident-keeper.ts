/** Incidents on the machinery of lifecycles. */
import {
  decideIncident,
  possibleIncidentCommands,
  type IncidentCommand,
  openedIncident,
  type OtherIncident,
} from '../../../domain/incident/decide';
import type { Opening } from '../../../domain/incident/events';
import { evolveIncident, incidentOf } from '../../../domain/incident/evolve';
import type { Incident } from '../../../domain/incident/incident';
import { NOTHING_UNSAYABLE } from '../../../domain/incident/public-matter';
import { incidentSentenceOf } from '../../../domain/incident/sentence';
import type { By } from '../../../domain/lifecycle/subject';
import { type Actor, SYSTEM } from '../../../domain/people/actor';
import { inRole } from '../../../domain/people/policy';
import { Refusal } from '../../../types/errors';
import type { CommandId, IncidentId } from '../../../types/ids';
import type { Platform } from '../../platform/platform';
import { actOf } from '../act';
import type { Scene } from '../clock-part';
import { type EstateContext, loadEstate } from '../estate/load-estate';
import { underPolicy } from '../policy/under-policy';
import { carryOutOn } from '../lifecycle/carry-out';
import type { Keeper, Kept } from '../lifecycle/keeper';
import { unsayableOfMembers } from './unsayable-of-members';
import {
  fromIncidentDocument,
  type IncidentDocument,
  incidentProjection,
  newIncidentDocument,
} from './incident-document';

/** @throws Refusal notFound */
export async function loadIncident(id: IncidentId, { database }: Platform): Promise<Kept<Incident>> {
  const document = await database.get<IncidentDocument>('incidents', id, ['events', 'settledEvents', 'estateId']);
  if (document === null) throw new Refusal('notFound');
  const incident = fromIncidentDocument(document);
  const context = await underPolicy(await loadEstate(document.estateId, database), incident.policyVersion, database);
  return { subject: incident, settledEvents: document.settledEvents, context };
}

/** PV-01: the desk and those above it; who complained is nobody else's to know. */
const INCIDENT_READER = inRole('服务中心及上级', 'receptionist', 'supervisor', 'manager', 'generalManager', 'quality');
export const mayKnowIncident = (actor: Actor, incident: Pick<Incident, 'estateId'>): boolean =>
  actor.id === 'system' || INCIDENT_READER.test(actor, incident);

const otherFor = async (command: IncidentCommand, { platform }: Scene): Promise<OtherIncident | null> => {
  if (command.name !== 'mergeIncidents') return null;
  const document = await platform.database.get<IncidentDocument>('incidents', command.input.into, ['events']);
  return document === null ? null : fromIncidentDocument(document);
};

const INCIDENTS: Keeper<Incident, IncidentCommand> = {
  collection: 'incidents',
  load: (id, { platform }) => loadIncident(id as IncidentId, platform),
  evolve: evolveIncident,
  decide: async (command, { subject }, asked, scene) =>
    decideIncident(subject, command, {
      ...asked,
      other: await otherFor(command, scene),
      unsayable:
        command.name === 'describeIncident' ? await unsayableOfMembers(subject, scene.platform) : NOTHING_UNSAYABLE,
    }),
  possible: possibleIncidentCommands,
  mayKnow: mayKnowIncident,
  projection: incidentProjection,
  // Whatever happens to it, its complaints are looked at.
  hasEffects: () => true,
  titleOf: (event) => incidentSentenceOf(event).title,
  harmless: new Set(['joined', 'left', 'led', 'described']),
  addsWords: new Set(),
  messagesOf: async () => [],
  alsoFollows: async () => true,
};

/**
 * @returns the incident afterwards; `appended` 0 when it was carried out before or had nothing to do
 * @throws Refusal notFound, or as the table says
 */
export const carryOutOnIncident = (
  order: { id: IncidentId; commandId: CommandId; command: IncidentCommand; actor: Actor; version?: number | undefined },
  scene: Scene,
): Promise<Kept<Incident> & { appended: number }> => carryOutOn(INCIDENTS, order, scene);

/** The incident that a complaint's command has opened; repeating it changes nothing. */
export async function openOnce(
  opening: Opening,
  by: By,
  commandId: CommandId,
  { policy, calendar, estate }: EstateContext,
  { now, platform }: Scene,
): Promise<void> {
  const events = openedIncident(opening, by, {
    now,
    commandId: actOf(SYSTEM, commandId),
    inputDigest: null,
    actor: SYSTEM,
    policy,
    calendar,
    estate,
  });
  await platform.database.insert('incidents', newIncidentDocument(incidentOf(events)));
}
