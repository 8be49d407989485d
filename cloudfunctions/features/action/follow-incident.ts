/** CA-01: an incident of three or more needs a corrective and preventive action, once. */
import { likeKeysOf } from '../../../domain/action/recurrence';
import { type Incident, membersOf } from '../../../domain/incident/incident';
import { departmentFor } from '../../../domain/people/routing';
import { Refusal } from '../../../types/errors';
import type { Scene } from '../clock-part';
import type { ComplaintDocument } from '../complaint/complaint-document';
import type { Kept } from '../lifecycle/keeper';
import { actionIdOf, openAction } from './open-action';

/** May be repeated. The department is the one that handles the leading complaint, before its dispatch the usual one. */
export async function followIncident({ subject: incident, context }: Kept<Incident>, scene: Scene): Promise<void> {
  const { database } = scene.platform;
  const { id, leadId, state, estateId, category, placeText, summary } = incident;
  const count = membersOf(incident).length;
  if (state === 'merged' || state === 'dissolved' || leadId === null) return;
  if (count < context.policy.action.incidentComplaints) return;
  if ((await database.get('actions', actionIdOf({ kind: 'incident', id, number: '' }), ['version'])) !== null) return;
  const lead = await database.get<ComplaintDocument>('complaints', leadId, [
    'number',
    'departmentId',
    'departmentName',
  ]);
  if (lead === null) throw new Refusal('notFound');
  const usual = departmentFor(context.estate, category);
  const department = lead.departmentId === null ? usual : { id: lead.departmentId, name: lead.departmentName };
  if (department === null) return;
  await openAction(
    {
      source: { kind: 'incident', id, number: lead.number },
      departmentId: department.id,
      departmentName: department.name,
      category,
      placeText,
      likeKeys: likeKeysOf({ estateId, category, placeText, homeId: null }),
      summary,
      why: `雷同事件，${count} 起`,
    },
    context,
    scene,
  );
}
