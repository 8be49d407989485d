/**
 * What an incident owes its complaints, done after saving and again by the clock until nothing is left: reasons by number, the
 * lead, the result; and the action that it needs (CA-01). Each is a command of that complaint with an id of its own, so a function that dies in between loses nothing
 * and doubles nothing.
 */
import type { IncidentOrder } from '../../../domain/complaint/command';
import { followUps } from '../../../domain/incident/follow-ups';
import type { Incident } from '../../../domain/incident/incident';
import { Refusal } from '../../../types/errors';
import type { CommandId, ComplaintId, IncidentId, Instant } from '../../../types/ids';
import { followIncident } from '../action/follow-incident';
import type { Scene } from '../clock-part';
import { eachDue } from '../lifecycle/each-due';
import type { Kept } from '../lifecycle/keeper';
import { loadIncident } from './incident-keeper';
import { membersSeen } from './members-seen';
import { undoMutualMerge } from './undo-mutual-merge';

/** Has a complaint carry out what its incident asks of it, with all that follows. */
export type GiveOrder = (
  order: { complaintId: ComplaintId; commandId: CommandId; command: IncidentOrder },
  scene: Scene,
) => Promise<void>;

/** True when nothing is left of what the incident owes as it is now. */
async function paid(kept: Kept<Incident>, give: GiveOrder, scene: Scene, mayGoOn: () => boolean): Promise<boolean> {
  const { policy, calendar } = kept.context;
  let all = true;
  for (const order of followUps(kept.subject, await membersSeen(kept.subject.id, scene.platform), policy, calendar)) {
    if (!mayGoOn()) return false;
    try {
      await give(order, scene);
    } catch (error) {
      // It has gone on meanwhile: what it is owed then is asked anew.
      if (!(error instanceof Refusal) || error.code !== 'notInThisState') throw error;
      all = false;
    }
  }
  return all;
}

const ROUNDS = 4;

/** @returns whether it is done; otherwise the clock goes on with it */
async function settleIncident(id: IncidentId, give: GiveOrder, scene: Scene, mayGoOn: () => boolean): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const kept = await loadIncident(id, scene.platform);
    const { version, events } = kept.subject;
    if (kept.settledEvents === events.length) return true;
    if (kept.subject.mergedInto !== null) {
      const held = await undoMutualMerge(kept.subject, scene);
      if (held === id) continue;
      if (held !== null) await settleIncident(held, give, scene, mayGoOn);
    }
    await followIncident(kept, scene);
    if (!(await paid(kept, give, scene, mayGoOn))) return false;
    // What came in meanwhile is looked at again.
    const marked = await scene.platform.database.updateIf(
      'incidents',
      { _id: id, version },
      { settledEvents: events.length, unsettledSince: null },
    );
    if (marked === 1) return true;
  }
  return false;
}

/** So many complaints get what they are owed within the act itself; the rest by the clock, within the next minutes. */
const MOST_AT_ONCE = 12;

/** Right after saving. A failure here is only late, never lost. */
export async function settleIncidentNow(id: IncidentId, give: GiveOrder, scene: Scene): Promise<void> {
  let left = MOST_AT_ONCE;
  try {
    await settleIncident(id, give, scene, () => {
      left -= 1;
      return left >= 0;
    });
  } catch (error) {
    scene.platform.log.error('an incident is left unsettled for the clock', error, { incident: id });
  }
}

/** Those that functions left behind, or that were too many for one act. */
export const settleIncidentsLeftBehind = (
  olderThan: Instant,
  give: GiveOrder,
  scene: Scene,
  mayGoOn: () => boolean,
): Promise<number> =>
  eachDue<IncidentId>(
    { collection: 'incidents', field: 'unsettledSince', until: olderThan },
    (id) => settleIncident(id, give, scene, mayGoOn),
    scene,
    mayGoOn,
  );
