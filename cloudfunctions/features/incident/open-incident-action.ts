/** CA-01, 程序: an incident of 3 or more needs a corrective and preventive action; opened once, however often it is derived. */
import { likeKeysOf } from '../../../domain/action/recurrence';
import { type Incident, membersOf } from '../../../domain/incident/incident';
import { departmentFor } from '../../../domain/people/routing';
import type { Scene } from '../clock-part';
import { openAction } from '../action/open-action';
import { type ComplaintDocument, fromDocument } from '../complaint/complaint-document';
import type { Kept } from '../lifecycle/keeper';

export const needsIncidentAction = (incident: Incident, least: number): boolean =>
  (incident.state === 'open' || incident.state === 'closed') && membersOf(incident).length >= least;

/** With the department of its leading complaint, or the one that its category usually goes to. */
export async function openIncidentAction({ subject: incident, context }: Kept<Incident>, scene: Scene): Promise<void> {
  const { id, leadId, category, summary, placeText } = incident;
  if (leadId === null || !needsIncidentAction(incident, context.policy.action.incidentComplaints)) return;
  const document = await scene.platform.database.get<ComplaintDocument>('complaints', leadId, ['events']);
  if (document === null) return;
  const lead = fromDocument(document);
  const usual = departmentFor(context.estate, category);
  const departmentId = lead.departmentId ?? usual?.id ?? null;
  if (departmentId === null) return;
  await openAction(
    {
      source: { kind: 'incident', id, number: `${lead.number}-LT` },
      departmentId,
      departmentName: lead.departmentId === null ? (usual?.name ?? '') : lead.departmentName,
      category,
      placeText,
      likeKeys: likeKeysOf(lead),
      summary,
      why: `雷同事件，${membersOf(incident).length} 件`,
    },
    context,
    scene,
  );
}
