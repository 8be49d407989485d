/** CA-01: an incident of three or more needs a corrective and preventive action, once; its leading complaint's is enough. */
import { actionNeededBy } from '../../../domain/action/action-source';
import { likeKeysOf } from '../../../domain/action/recurrence';
import { type Incident, membersOf } from '../../../domain/incident/incident';
import { departmentFor } from '../../../domain/people/routing';
import { Refusal } from '../../../types/errors';
import type { Scene } from '../clock-part';
import { type ComplaintDocument, fromDocument } from '../complaint/complaint-document';
import type { Kept } from '../lifecycle/keeper';
import { actionIdOf, noteAlsoNeeded, openAction } from './open-action';
import { openActionOfComplaint } from './open-action-of-complaint';

/** May be repeated. The department is the one that handles the leading complaint, before its dispatch the usual one. */
export async function followIncident({ subject: incident, context }: Kept<Incident>, scene: Scene): Promise<void> {
  const { database } = scene.platform;
  const { id, leadId, state, estateId, category, placeText, summary } = incident;
  const count = membersOf(incident).length;
  if (state === 'merged' || state === 'dissolved' || leadId === null) return;
  if (count < context.policy.action.incidentComplaints) return;
  if ((await database.get('actions', actionIdOf({ kind: 'incident', id, number: '' }), ['version'])) !== null) return;
  const document = await database.get<ComplaintDocument>('complaints', leadId, ['events']);
  if (document === null) throw new Refusal('notFound');
  const lead = fromDocument(document);
  const own = actionNeededBy(lead);
  const why = `雷同事件，${count} 起`;
  if (own?.source.kind === 'complaint') {
    await openActionOfComplaint(own.complaint, context, scene);
    return noteAlsoNeeded(
      actionIdOf(own.source),
      { source: { kind: 'incident', id, number: lead.number }, why },
      scene,
    );
  }
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
      why,
    },
    context,
    scene,
  );
}
