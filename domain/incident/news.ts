/** What an incident has to hear of its complaints, read off their events. */
import type { CommandId, IncidentId } from '../../types/ids';
import type { Complaint } from '../complaint/complaint';
import type { ComplaintEvent, EventType } from '../complaint/events';
import { maskNumbersIn } from '../people/mask';
import type { FoundResult, Joining } from './events';
import type { IncidentSystemCommand } from './decide';

const NEWS: ReadonlySet<EventType> = new Set<EventType>([
  'incidentLed',
  'incidentJoined',
  'mergedInto',
  'incidentLeft',
  'splitOff',
  'withdrawn',
  'reviewPassed',
  'reopened',
]);
export const isNewsToIncident = (type: EventType): boolean => NEWS.has(type);

export interface News {
  incidentId: IncidentId;
  /** Derived from complaint and event, so that the incident hears of it once. */
  commandId: CommandId;
  /** Who could lead instead is found by the one who tells it. */
  command: IncidentSystemCommand;
}

export const joiningOf = ({
  id,
  number,
  kind,
  homeId,
  filerId,
  filedAt,
}: Pick<Complaint, 'id' | 'number' | 'kind' | 'homeId' | 'filerId' | 'filedAt'>): Joining => ({
  complaintId: id,
  number,
  kind,
  homeId,
  filerId,
  filedAt,
});

/** Other residents read it: no number that was written into it, and no photo, which may show a home or a face (IN-14). */
const foundBy = (complaint: Complaint): FoundResult | null => {
  const { result, departmentId, departmentName, handlerId, handlerName, workedBy } = complaint;
  if (result === null) return null;
  const { outcome, result: words, explanation, noPhotoReason, doneAt } = result;
  return {
    outcome,
    result: maskNumbersIn(words),
    explanation: maskNumbersIn(explanation),
    photos: [],
    noPhotoReason: maskNumbersIn(noPhotoReason),
    doneAt,
    departmentId,
    departmentName,
    handlerId,
    handlerName,
    workedBy,
  };
};

/** @param complaint as it was just after the event; opening an incident is not among it (`incidentLed`) */
export function newsOf(complaint: Complaint, event: ComplaintEvent): News[] {
  const told = (what: string, incidentId: IncidentId, command: IncidentSystemCommand): News => ({
    incidentId,
    commandId: `${what}-${complaint.id}-${event.id}` as CommandId,
    command,
  });
  const left = (incidentId: IncidentId, why: 'withdrawn' | 'split' | 'moved'): News =>
    told('left', incidentId, { name: 'memberLeft', complaintId: complaint.id, why, successors: [] });
  const { incident } = complaint;
  switch (event.type) {
    case 'incidentJoined':
    case 'mergedInto': {
      const { incidentId, from } = event.data;
      const joined = told('joined', incidentId, {
        name: 'memberJoined',
        member: joiningOf(complaint),
        waits: event.type === 'mergedInto',
      });
      return from === null || from === incidentId ? [joined] : [left(from, 'moved'), joined];
    }
    case 'incidentLeft':
    case 'splitOff':
      return [left(event.data.incidentId, 'split')];
    case 'withdrawn':
      return incident === null ? [] : [left(incident.id, 'withdrawn')];
    case 'reviewPassed': {
      const result = foundBy(complaint);
      return incident?.leads !== true || result === null
        ? []
        : [told('found', incident.id, { name: 'resultFound', complaintId: complaint.id, result })];
    }
    case 'reopened':
      return incident?.leads === true
        ? [told('resumed', incident.id, { name: 'resumed', complaintId: complaint.id })]
        : [];
    default:
      return [];
  }
}
