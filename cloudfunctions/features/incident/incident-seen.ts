/** The incident that a complaint joins or is moved to, as the complaint's rules have to know it. */
import { createHash } from 'node:crypto';
import type { Command, IncidentSeen } from '../../../domain/complaint/command';
import { complainants } from '../../../domain/incident/group';
import { type Incident, membersOf } from '../../../domain/incident/incident';
import { joiningOf } from '../../../domain/incident/news';
import type { ComplaintId, IncidentId } from '../../../types/ids';
import type { Platform } from '../../platform/platform';
import type { ComplaintDocument } from '../complaint/complaint-document';
import { fromIncidentDocument, type IncidentDocument } from './incident-document';

type Joins = Parameters<typeof joiningOf>[0];

export async function seenBy(incident: Incident, joins: Joins, { database }: Platform): Promise<IncidentSeen> {
  const { id, estateId, state, summary, leadId } = incident;
  const lead = leadId === null ? null : await database.get<ComplaintDocument>('complaints', leadId, ['severity']);
  const homes = complainants([...membersOf(incident), joiningOf(joins)]);
  return { id, estateId, state, summary, homes, leadSeverity: lead?.severity ?? null };
}

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
  platform: Platform,
): Promise<IncidentSeen | null> {
  const id = wanted(command);
  const document = id === null ? null : await platform.database.get<IncidentDocument>('incidents', id, ['events']);
  return document === null ? null : seenBy(fromIncidentDocument(document), joins, platform);
}
