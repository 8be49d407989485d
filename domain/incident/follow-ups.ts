/**
 * What an incident still owes its complaints: the reasons that its number gives, the lead when it has passed on, the result
 * when it is there, the way into another incident. Read off the state of both, so that it can be asked again until nothing is
 * left; each has an id of its own, so that it is done once.
 */
import type { CommandId, ComplaintId } from '../../types/ids';
import { GOING_ON_STATES, type SeverityReasonCode, type State } from '../../types/vocabulary';
import type { Calendar } from '../clock/duration';
import type { IncidentOrder } from '../complaint/command';
import { JOINABLE_STATES } from '../complaint/lifecycle';
import type { Policy } from '../policy/defaults';
import { reasonsOf } from './group';
import { type Incident, membersOf } from './incident';

/** A complaint that says of itself that it belongs to the incident. */
export interface MemberSeen {
  id: ComplaintId;
  state: State;
  /** The codes that it holds because of the incident. */
  reasons: readonly SeverityReasonCode[];
}

export interface FollowUp {
  complaintId: ComplaintId;
  commandId: CommandId;
  command: IncidentOrder;
}

const goesOn = (state: State): boolean => (GOING_ON_STATES as readonly State[]).includes(state);

/** Why reasons that held before don't hold any more. */
const strikeNote = (incident: Incident): string =>
  incident.events.at(-1)?.type === 'collectiveRevoked' ? '不再认定为集体投诉' : `剩余 ${membersOf(incident).length} 件`;

export function followUps(
  incident: Incident,
  members: readonly MemberSeen[],
  policy: Policy,
  calendar: Calendar,
): FollowUp[] {
  const { id, version, result, mergedInto } = incident;
  const own = (what: string): CommandId => `${what}-${id}` as CommandId;
  if (mergedInto !== null)
    return members
      .filter((member) => goesOn(member.state) || member.state === 'closed')
      .map((member) => ({
        complaintId: member.id,
        commandId: own(`incident-moved-${version}`),
        command: {
          name:
            member.state === 'merged' || JOINABLE_STATES.includes(member.state) ? 'moveIncident' : 'countInIncident',
          from: id,
          to: mergedInto,
        },
      }));

  const held = reasonsOf(incident, policy, calendar);
  const codes = held.map((reason) => reason.code);
  return members
    .filter((member) => goesOn(member.state))
    .flatMap((member): FollowUp[] => {
      const found: FollowUp[] = [];
      const complaintId = member.id;
      if (codes.length !== member.reasons.length || codes.some((code) => !member.reasons.includes(code)))
        found.push({
          complaintId,
          commandId: own(`incident-reasons-${version}`),
          command: { name: 'reviseIncidentReasons', incidentId: id, held, note: strikeNote(incident) },
        });
      if (member.state === 'merged' && incident.state === 'open' && incident.leadId === complaintId)
        found.push({
          complaintId,
          commandId: own(`incident-lead-${version}`),
          command: { name: 'takeLead', incidentId: id },
        });
      if (member.state === 'merged' && result !== null)
        found.push({
          complaintId,
          commandId: own(`result-shared-${incident.round}`),
          command: { name: 'shareResult', incidentId: id, result },
        });
      return found;
    });
}
