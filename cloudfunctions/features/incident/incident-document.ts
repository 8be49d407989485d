/** An incident in the database: its events, and beside them what queries and lists need, derived here and nowhere else. */
import { entryKeys, inEstate } from '../../../domain/incident/alike-index';
import type { IncidentEvent } from '../../../domain/incident/events';
import { incidentOf } from '../../../domain/incident/evolve';
import { complainants, groupSize } from '../../../domain/incident/group';
import { type Incident, membersOf } from '../../../domain/incident/incident';
import { type Matter, matterOf } from '../../../domain/incident/matter';
import { isOffered } from '../../../domain/incident/public-matter';
import type { ComplaintId, EstateId, IncidentId, Instant } from '../../../types/ids';
import type { Category, IncidentState, Kind } from '../../../types/vocabulary';

/** What a list shows of an incident. */
export interface IncidentFields {
  _id: IncidentId;
  version: number;
  estateId: EstateId;
  state: IncidentState;
  kind: Kind;
  category: Category;
  summary: string;
  placeText: string;
  /** IN-07: residents are offered to join. */
  offered: boolean;
  leadId: ComplaintId | null;
  /** Different complainants. */
  homes: number;
  /** Homes, or people where the supervisor confirmed that more stand behind it. */
  size: number;
  complaints: number;
  collective: boolean;
  openedAt: Instant;
}

export interface IncidentDocument extends IncidentFields {
  /** IN-07: what it is about, and under which keys alike complaints find it. */
  matter: Matter;
  alikeKeys: string[];
  /** Set while its complaints have not all got what it owes them. */
  unsettledSince: Instant | null;
  settledEvents: number;
  events: readonly IncidentEvent[];
}

export const INCIDENT_FIELDS = [
  'version',
  'estateId',
  'state',
  'kind',
  'category',
  'summary',
  'placeText',
  'offered',
  'leadId',
  'homes',
  'size',
  'complaints',
  'collective',
  'openedAt',
] as const satisfies readonly (keyof IncidentFields)[];

/** The fields that are derived anew with every command. */
export const incidentProjection = (incident: Incident) => {
  const members = membersOf(incident);
  const matter = matterOf(`${incident.placeText}，${incident.summary}`, {
    registered: { categories: [incident.category], kind: incident.kind },
  });
  return {
    version: incident.version,
    state: incident.state,
    summary: incident.summary,
    placeText: incident.placeText,
    offered: isOffered(incident),
    leadId: incident.leadId,
    homes: complainants(members),
    size: groupSize(incident),
    complaints: members.length,
    collective: incident.collective !== null,
    matter,
    alikeKeys: inEstate(incident.estateId, entryKeys(matter)),
  };
};

export const newIncidentDocument = (incident: Incident): IncidentDocument => ({
  _id: incident.id,
  estateId: incident.estateId,
  kind: incident.kind,
  category: incident.category,
  openedAt: incident.openedAt,
  unsettledSince: incident.openedAt,
  settledEvents: 0,
  events: incident.events,
  ...incidentProjection(incident),
});

export const fromIncidentDocument = (document: Pick<IncidentDocument, 'events'>): Incident =>
  incidentOf(document.events);
