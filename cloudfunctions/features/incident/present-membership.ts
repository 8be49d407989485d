/** The incident on the page of one of its complaints: how many, how far – never who. */
import type { Complaint } from '../../../domain/complaint/complaint';
import type { NextStep } from '../../../domain/complaint/next-step';
import { publicProgress } from '../../../domain/complaint/public-progress';
import type { ComplaintView } from '../../../types/views';
import type { Platform } from '../../platform/platform';
import type { ComplaintDocument } from '../complaint/complaint-document';
import type { IncidentFields } from './incident-document';

export interface Membership {
  view: NonNullable<ComplaintView['incident']>;
  /** While it waits for the incident's result: what happens to the complaint that leads. */
  next: NextStep | null;
}

/** Null when it belongs to none. */
export async function presentMembership(
  { incident, state }: Complaint,
  { database }: Platform,
): Promise<Membership | null> {
  if (incident === null) return null;
  const { id, leads } = incident;
  const kept = await database.get<IncidentFields>('incidents', id, ['summary', 'homes', 'leadId']);
  const view = { id, leads, summary: kept?.summary ?? incident.summary, homes: kept?.homes ?? incident.homes };
  if (state !== 'merged' || kept === null || kept.leadId === null) return { view, next: null };
  const lead = await database.get<ComplaintDocument>('complaints', kept.leadId, [
    'state',
    'departmentName',
    'dutyDueAt',
  ]);
  const step = lead === null ? null : publicProgress(lead);
  return { view, next: step === null ? null : { ...step, dueAt: lead?.dutyDueAt ?? null } };
}
