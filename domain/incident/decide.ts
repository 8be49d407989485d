/** The rules of an incident: a supervisor's or the desk's command, or what was heard from a complaint, becomes events or a refusal. */
import { Refusal } from '../../types/errors';
import type { ComplaintId, IncidentId } from '../../types/ids';
import type { IncidentCommandInput, IncidentCommandName } from '../../types/incident-commands';
import type { MemberLeft } from '../../types/vocabulary';
import { BY_SYSTEM, byOf } from '../lifecycle/by';
import type { DecideContext } from '../lifecycle/context';
import { DraftOf, type Lifecycle } from '../lifecycle/draft';
import { decided, guard, guardSystem, possibleOf } from '../lifecycle/guard';
import type { By } from '../lifecycle/subject';
import type { Actor } from '../people/actor';
import { standsIn } from '../people/person';
import type { FoundResult, IncidentEvent, Joining, Opening } from './events';
import { evolveIncident } from './evolve';
import { type Incident, membersOf } from './incident';
import { INCIDENT_LIFECYCLE, INCIDENT_SYSTEM_COMMANDS, incidentCommandRow, incidentEventRow } from './lifecycle';
import { checkSummary, type Unsayable } from './public-matter';

/** The other incident, as far as joining it needs. */
export interface OtherIncident {
  id: IncidentId;
  estateId: Incident['estateId'];
  state: Incident['state'];
  summary: string;
}

export interface IncidentContext extends DecideContext {
  /** The incident to merge into; null when it doesn't exist. */
  other: OtherIncident | null;
  /** What its members wrote and are known by, for a command that other residents read; otherwise empty. */
  unsayable: Unsayable;
}

export type IncidentPersonCommand = {
  [N in IncidentCommandName]: { name: N; input: IncidentCommandInput<N> };
}[IncidentCommandName];
export type IncidentSystemCommand =
  /** `waits`: for the incident's result, so that it can lead. */
  | { name: 'memberJoined'; member: Joining; waits: boolean }
  /** `successors`: who could lead instead, the best first. */
  | { name: 'memberLeft'; complaintId: ComplaintId; why: MemberLeft; successors: readonly ComplaintId[] }
  | { name: 'resultFound'; complaintId: ComplaintId; result: FoundResult }
  | { name: 'resumed'; complaintId: ComplaintId }
  /** `leaders`: who could lead, the best first. */
  | { name: 'undoMerge'; into: IncidentId; leaders: readonly ComplaintId[] };
export type IncidentCommand = IncidentPersonCommand | IncidentSystemCommand;

const LIFECYCLE: Lifecycle<Incident> = {
  evolve: evolveIncident,
  eventRow: incidentEventRow,
  startedClock: () => null,
};

/** Commands that this person may give now. */
export const possibleIncidentCommands = (incident: Incident, actor: Actor): IncidentCommandName[] =>
  possibleOf<Incident, IncidentCommandName>(INCIDENT_LIFECYCLE, incident, actor);

type Draft = DraftOf<Incident>;

function personCarriedOut(draft: Draft, command: IncidentPersonCommand, { other, unsayable }: IncidentContext): void {
  const incident = draft.now;
  switch (command.name) {
    case 'confirmCollective':
      return draft.append('collectiveConfirmed', { people: command.input.people ?? null, note: command.input.note });
    case 'revokeCollective':
      return draft.append('collectiveRevoked', command.input);
    case 'describeIncident': {
      const { summary, placeText, publicPlace } = command.input;
      const described = { summary, placeText: placeText ?? '' };
      checkSummary(described, unsayable, incident.summary);
      return draft.append('described', { ...described, publicPlace });
    }
    case 'mergeIncidents': {
      if (other === null || other.estateId !== incident.estateId) throw new Refusal('notFound');
      if (other.id === incident.id || other.state !== 'open')
        throw new Refusal('badInput', { fields: { into: '请选择另一个办理中的事件' } });
      return draft.append('mergedInto', { incidentId: other.id, summary: other.summary });
    }
  }
}

const belongs = (incident: Incident, id: ComplaintId): boolean => membersOf(incident).some((m) => m.complaintId === id);

/** The first of these that belongs to it leads it on; with nobody left it ends. */
function ledOn(draft: Draft, leaders: readonly ComplaintId[]): void {
  const next = leaders.find((id) => belongs(draft.now, id));
  if (next === undefined) draft.append('dissolved', {});
  else if (next !== draft.now.leadId) draft.append('led', { complaintId: next });
}

function systemCarriedOut(draft: Draft, command: IncidentSystemCommand): void {
  const incident = draft.now;
  switch (command.name) {
    case 'memberJoined': {
      const { member, waits } = command;
      if (!belongs(incident, member.complaintId)) draft.append('joined', member);
      // Everyone else had left meanwhile: who comes now leads. What goes on by itself waits for no lead, and leads nobody.
      if (incident.state === 'dissolved' && waits) draft.append('led', { complaintId: member.complaintId });
      return;
    }
    case 'memberLeft': {
      const { complaintId, why, successors } = command;
      if (!belongs(incident, complaintId)) return;
      const led = incident.leadId === complaintId;
      draft.append('left', { complaintId, why });
      return led && incident.state === 'open' ? ledOn(draft, successors) : undefined;
    }
    case 'resultFound':
      if (incident.leadId === command.complaintId) draft.append('resultFound', command.result);
      return;
    case 'resumed':
      if (incident.leadId === command.complaintId) draft.append('resumed', {});
      return;
    case 'undoMerge':
      if (incident.mergedInto !== command.into) return;
      draft.append('mergeUndone', { incidentId: command.into });
      return ledOn(draft, command.leaders);
  }
}

/** What becomes of a command; an empty list means it has nothing left to do. */
export function decideIncident(
  incident: Incident,
  command: IncidentCommand,
  context: IncidentContext,
): readonly IncidentEvent[] | Refusal {
  return decided<Incident>(() => {
    if ('input' in command) {
      guard<Incident, IncidentCommandName>(INCIDENT_LIFECYCLE, incident, command.name, context.actor);
      const held = context.actor.posts.filter((p) => standsIn(p, incident.estateId)).map((p) => p.role);
      const role = incidentCommandRow(command.name).as.find((r) => held.some((h) => h === r)) ?? 'system';
      const draft = new DraftOf(LIFECYCLE, incident, context, byOf(context.actor, role));
      personCarriedOut(draft, command, context);
      return draft.events;
    }
    guardSystem<Incident>(INCIDENT_SYSTEM_COMMANDS[command.name], incident);
    const draft = new DraftOf(LIFECYCLE, incident, context, BY_SYSTEM);
    systemCarriedOut(draft, command);
    return draft.events;
  });
}

/** The incident that a complaint's command has opened. */
export function openedIncident(opening: Opening, by: By, context: DecideContext): readonly IncidentEvent[] {
  const draft = new DraftOf<Incident>(LIFECYCLE, null, context, by);
  draft.append('opened', opening);
  return draft.events;
}
