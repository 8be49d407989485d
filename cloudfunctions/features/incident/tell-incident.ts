/** What happened to a complaint, told to its incident: derived after saving, each event once, and again until it is done. */
import type { Complaint } from '../../../domain/complaint/complaint';
import type { IncidentSystemCommand } from '../../../domain/incident/decide';
import { joiningOf, newsOf } from '../../../domain/incident/news';
import { SYSTEM } from '../../../domain/people/actor';
import { Refusal } from '../../../types/errors';
import type { CommandId, ComplaintId, IncidentId } from '../../../types/ids';
import type { Platform } from '../../platform/platform';
import type { Scene } from '../clock-part';
import type { EstateContext } from '../estate/load-estate';
import type { Step } from '../lifecycle/keeper';
import { carryOutOnIncident, openOnce } from './incident-keeper';
import { type GiveOrder, settleIncidentNow } from './settle-incident';

/** Of many who wait the first few are enough: one of them will lead. */
const MOST_SUCCESSORS = 20;

const waiting = async (incidentId: IncidentId, { database }: Platform): Promise<ComplaintId[]> => {
  const found = await database.find<{ _id: ComplaintId }>('complaints', {
    where: { incidentId, state: 'merged' },
    orderBy: [
      ['filedAt', 1],
      ['_id', 1],
    ],
    limit: MOST_SUCCESSORS,
    fields: ['state'],
  });
  return found.map(({ _id }) => _id);
};

const withSuccessors = async (
  command: IncidentSystemCommand,
  incidentId: IncidentId,
  platform: Platform,
): Promise<IncidentSystemCommand> =>
  command.name === 'memberLeft' ? { ...command, successors: await waiting(incidentId, platform) } : command;

export async function tellIncident(
  steps: readonly Step<Complaint>[],
  context: EstateContext,
  give: GiveOrder,
  scene: Scene,
): Promise<void> {
  const touched = new Set<IncidentId>();
  for (const { subject: complaint, event } of steps) {
    if (event.type === 'incidentLed') {
      const { incidentId: id, ...description } = event.data;
      const { companyId, estateId, policyVersion, kind, category } = complaint;
      const opening = { id, companyId, estateId, policyVersion, kind, category, ...description };
      await openOnce(
        { ...opening, lead: joiningOf(complaint) },
        event.by,
        `opened-${event.id}` as CommandId,
        context,
        scene,
      );
      touched.add(id);
    }
    for (const { incidentId: id, commandId, command } of newsOf(complaint, event)) {
      try {
        const whole = await withSuccessors(command, id, scene.platform);
        await carryOutOnIncident({ id, commandId, command: whole, actor: SYSTEM }, scene);
      } catch (error) {
        // The incident has gone on: it has nothing more to hear of this.
        if (!(error instanceof Refusal) || error.code !== 'notInThisState') throw error;
      }
      touched.add(id);
    }
  }
  for (const id of touched) await settleIncidentNow(id, give, scene);
}
