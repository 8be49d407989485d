/** The incident that a complaint joins or is moved to, as the complaint's rules have to know it. */
import { createHash } from 'node:crypto';
import type { Command, IncidentSeen } from '../../../domain/complaint/command';
import { complainants } from '../../../domain/incident/group';
import { type Incident, membersOf } from '../../../domain/incident/incident';
import { joiningOf } from '../../../domain/incident/news';
import type { ComplaintId, IncidentId } from '../../../types/ids';
import type { Platform } from '../../platform/platform';
import { fromIncidentDocument, type IncidentDocument } from './incident-document';

type Joins = Parameters<typeof joiningOf>[0];

export const seenBy = (incident: Incident, joins: Joins): IncidentSeen => {
  const { id, estateId, state, summary } = incident;
  return { id, estateId, state, summary, homes: complainants([...membersOf(incident), joiningOf(joins)]) };
};

/** The same act opens the same incident; residents read the id, so it tells nothing of complaint or person. */
export const newIncidentId = (complaintId: ComplaintId, commandId: string): IncidentId =>
  `i${createHash('sha256').update(`${complaintId}|${commandId}`).digest('hex').slice(0, 23)}` as IncidentId;

const wanted = (command: Command): IncidentId | null =>
  command.name === 'mergeIntoIncident'
    ? command.input.incidentId
    : command.name === 'moveIncident' || command.name === 'countInIncident'
      ? command.to
      : null;

/** Null when the command joins none, or there is none. */
export async function incidentSeenFor(
  command: Command,
  joins: Joins,
  { database }: Platform,
): Promise<IncidentSeen | null> {
  const id = wanted(command);
  const document = id === null ? null : await database.get<IncidentDocument>('incidents', id, ['events']);
  return document === null ? null : seenBy(fromIncidentDocument(document), joins);
}
