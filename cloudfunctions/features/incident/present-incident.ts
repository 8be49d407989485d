/** What leaves the server of an incident. */
import { publicProgress } from '../../../domain/complaint/public-progress';
import { possibleIncidentCommands } from '../../../domain/incident/decide';
import { incidentSentenceOf } from '../../../domain/incident/sentence';
import type { Incident } from '../../../domain/incident/incident';
import type { Actor } from '../../../domain/people/actor';
import type { IncidentCard, IncidentView } from '../../../types/api/incident';
import type { ComplaintId } from '../../../types/ids';
import { INCIDENT_STATES } from '../../../types/vocabulary';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import type { Scene } from '../clock-part';
import type { CardFields } from '../complaint/complaint-document';
import type { Kept } from '../lifecycle/keeper';
import { type IncidentFields, incidentProjection } from './incident-document';

type Lead = Pick<CardFields, '_id' | 'state' | 'departmentName' | 'dutyDueAt'>;

/** How far the leading complaints are, one read for all. */
async function leadsOf(
  incidents: readonly Pick<IncidentFields, 'leadId' | 'state'>[],
  { database }: Platform,
): Promise<ReadonlyMap<ComplaintId, Lead>> {
  const ids = incidents.flatMap(({ leadId }) => (leadId === null ? [] : [leadId]));
  if (ids.length === 0) return new Map();
  const found = await database.find<Lead>('complaints', {
    where: { _id: _.in(ids) },
    limit: ids.length,
    fields: ['state', 'departmentName', 'dutyDueAt'],
  });
  return new Map(found.map((lead) => [lead._id, lead]));
}

const progressText = ({ state }: IncidentFields, lead: Lead | undefined): string => {
  const step = state === 'open' && lead !== undefined ? publicProgress(lead) : null;
  return step === null ? INCIDENT_STATES[state] : `${step.who}：${step.text}`;
};

const cardOf = (incident: IncidentFields, lead: Lead | undefined): IncidentCard => {
  const { _id, estateId, state, kind, category, summary, placeText, homes, complaints, collective, offered, openedAt } =
    incident;
  return {
    id: _id,
    estateId,
    state,
    kind,
    category,
    summary,
    placeText,
    homes,
    complaints,
    collective,
    offered,
    openedAt,
    progressText: progressText(incident, lead),
    dueAt: state === 'open' ? (lead?.dutyDueAt ?? null) : null,
  };
};

export async function presentIncidentCards(
  incidents: readonly IncidentFields[],
  platform: Platform,
): Promise<IncidentCard[]> {
  const leads = await leadsOf(incidents, platform);
  return incidents.map((incident) =>
    cardOf(incident, incident.leadId === null ? undefined : leads.get(incident.leadId)),
  );
}

export async function presentIncident(
  { subject: incident, context }: Pick<Kept<Incident>, 'subject' | 'context'>,
  actor: Actor,
  { platform }: Scene,
): Promise<IncidentView> {
  const fields = { ...incident, ...incidentProjection(incident), _id: incident.id };
  const [card] = await presentIncidentCards([fields], platform);
  if (card === undefined) throw new Error('an incident has a card');
  const numbers = new Map<string, string>(incident.members.map((member) => [member.complaintId, member.number]));
  const { collective } = incident;
  return {
    ...card,
    version: incident.version,
    utcOffsetMinutes: context.calendar.utcOffsetMinutes,
    leadId: incident.leadId,
    publicPlace: incident.publicPlace,
    size: fields.size,
    confirmed:
      collective === null
        ? null
        : { people: collective.people, note: collective.note, byName: collective.by.name, at: collective.at },
    mergedInto: incident.mergedInto,
    history: incident.events.map((event) => ({
      id: event.id,
      at: event.at,
      byName: event.by.role === 'system' ? '系统' : event.by.name,
      ...incidentSentenceOf(event, (id) => numbers.get(id) ?? ''),
    })),
    actions: possibleIncidentCommands(incident, actor),
  };
}
