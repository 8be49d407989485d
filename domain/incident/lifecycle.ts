/**
 * The incident's life as two tables, in the form of the complaint's (domain/complaint/lifecycle.ts). Opening an incident,
 * joining it and leaving it are commands of the complaint: nobody belongs to two.
 */
import type { IncidentCommandName } from '../../types/incident-commands';
import type { CommandRowOf, EventRowOf, SystemRowOf } from '../lifecycle/rows';
import { supervises, worksAtServiceDesk } from '../people/policy';
import type { EventType } from './events';
import type { Incident } from './incident';

const together = { test: (incident: Incident) => incident.collective !== null, says: '已确认为集体投诉' };
const separate = { test: (incident: Incident) => incident.collective === null, says: '未确认为集体投诉' };

// biome-ignore format: a table reads row by row
export const INCIDENT_LIFECYCLE = {
  confirmCollective: { label: '确认为集体投诉', duty: '确认集体投诉', from: ['open', 'closed'], who: supervises, as: ['supervisor'], when: separate, appends: ['collectiveConfirmed'] }, // SV-04, SV-14
  revokeCollective: { label: '撤销集体认定', duty: '撤销集体认定', from: ['open', 'closed'], who: supervises, as: ['supervisor'], when: together, appends: ['collectiveRevoked'] }, // SV-04, SV-14
  describeIncident: { label: '修改公开概述', duty: '修改公开概述', from: ['open'], who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], appends: ['described'] }, // IN-07
  mergeIncidents: { label: '并入另一事件', duty: '合并雷同事件', from: ['open'], who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], appends: ['mergedInto'] },
} as const satisfies Record<IncidentCommandName, CommandRowOf<Incident>>;

const ANY_STATE = ['open', 'closed', 'merged', 'dissolved'] as const;

/** What the incident hears from its complaints. */
// biome-ignore format: a table reads row by row
export const INCIDENT_SYSTEM_COMMANDS = {
  /** Also after its end: whoever was slower is led on from there. */
  memberJoined: { from: ANY_STATE, appends: ['joined', 'led'] },
  memberLeft: { from: ANY_STATE, appends: ['left', 'led', 'dissolved'] },
  resultFound: { from: ['open'], appends: ['resultFound'] },
  resumed: { from: ['closed'], appends: ['resumed'] },
  /** It and the one it was merged into were merged into each other at the same moment: one of them goes on. */
  undoMerge: { from: ['merged'], appends: ['mergeUndone', 'led', 'dissolved'] },
} as const satisfies Record<string, SystemRowOf<Incident>>;

// biome-ignore format: a table reads row by row
export const INCIDENT_EVENTS = {
  opened: { to: 'open' },
  joined: {},
  left: {},
  led: { to: 'open' },
  described: {},
  collectiveConfirmed: {},
  collectiveRevoked: {},
  resultFound: { to: 'closed' },
  resumed: { to: 'open' },
  mergedInto: { to: 'merged' },
  mergeUndone: { to: 'open' },
  dissolved: { to: 'dissolved' },
} as const satisfies Record<EventType, EventRowOf<Incident, never>>;

export const incidentEventRow = (type: EventType): EventRowOf<Incident, never> => INCIDENT_EVENTS[type];
export const incidentCommandRow = (name: IncidentCommandName): CommandRowOf<Incident> => INCIDENT_LIFECYCLE[name];
