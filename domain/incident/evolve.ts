/** An incident is `events.reduce(evolve)`: bookkeeping, no rule is decided here. */
import { appended, sumOf } from '../lifecycle/evolve';
import type { IncidentEvent, Joining, Opening } from './events';
import type { Incident, Member } from './incident';
import { incidentEventRow } from './lifecycle';

const member = (joining: Joining, joinedAt: Member['joinedAt']): Member => ({ ...joining, joinedAt, left: null });

const opened = (event: IncidentEvent, { lead, ...opening }: Opening): Incident => ({
  ...opening,
  version: 0,
  state: 'open',
  round: 1,
  members: [member(lead, event.at)],
  leadId: lead.complaintId,
  collective: null,
  result: null,
  mergedInto: null,
  openedAt: event.at,
  openedBy: event.by,
  clocks: [],
  events: [],
});

function changed(incident: Incident, event: IncidentEvent): Incident {
  const { at, by } = event;
  switch (event.type) {
    case 'opened':
    case 'dissolved':
      return incident;
    case 'joined':
      return { ...incident, members: [...incident.members, member(event.data, at)] };
    case 'left': {
      const { complaintId, why } = event.data;
      return {
        ...incident,
        leadId: incident.leadId === complaintId ? null : incident.leadId,
        members: incident.members.map((m) =>
          m.complaintId === complaintId && m.left === null ? { ...m, left: { why, at } } : m,
        ),
      };
    }
    case 'led':
      return { ...incident, leadId: event.data.complaintId };
    case 'described':
      return { ...incident, ...event.data };
    case 'collectiveConfirmed':
      return { ...incident, collective: { ...event.data, by, at } };
    case 'collectiveRevoked':
      return { ...incident, collective: null };
    case 'resultFound':
      return { ...incident, result: { ...event.data, at } };
    case 'resumed':
      return { ...incident, result: null, round: incident.round + 1 };
    case 'mergedInto':
      return { ...incident, mergedInto: event.data.incidentId };
    case 'mergeUndone':
      return { ...incident, mergedInto: null };
  }
}

/** The incident after one more event. The first must be `opened`. */
export function evolveIncident(incident: Incident | null, event: IncidentEvent): Incident {
  const before = incident ?? (event.type === 'opened' ? opened(event, event.data) : null);
  if (before === null) throw new Error(`an incident can't begin with ${event.type}`);
  return appended(before, changed(before, event), event, incidentEventRow(event.type).to);
}

export const incidentOf = (events: readonly IncidentEvent[]): Incident => sumOf<Incident>(events, evolveIncident);
