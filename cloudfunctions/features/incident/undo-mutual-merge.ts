/**
 * Two incidents that were merged into each other at the same moment would leave nobody to handle the matter. Whoever settles
 * one of them finds the ring; the same one is taken back to being handled, and the others follow it.
 */
import { UNANSWERED_STATES } from '../../../domain/complaint/lifecycle';
import type { Incident } from '../../../domain/incident/incident';
import { heldInRing } from '../../../domain/incident/mutual-merge';
import { SYSTEM } from '../../../domain/people/actor';
import { Refusal } from '../../../types/errors';
import type { CommandId, IncidentId } from '../../../types/ids';
import type { Scene } from '../clock-part';
import { carryOutOnIncident, loadIncident } from './incident-keeper';
import { membersSeen } from './members-seen';

/** Longer chains are not made by people who act at the same moment. */
const LONGEST_WAY = 20;

/** @returns the incident whose merge was undone, by this run or another; null when it wasn't merged in a ring */
export async function undoMutualMerge(incident: Incident, scene: Scene): Promise<IncidentId | null> {
  const way: Incident[] = [incident];
  for (let next = incident.mergedInto; next !== null && way.length < LONGEST_WAY; ) {
    if (way.some(({ id }) => id === next)) break;
    const { subject } = await loadIncident(next, scene.platform);
    way.push(subject);
    next = subject.mergedInto;
  }
  const held = heldInRing(way);
  if (held === null || held.mergedInto === null) return null;
  const { id, mergedInto: into, version, leadId } = held;
  const members = await membersSeen(id, scene.platform);
  const leading = members.filter((member) => member.id === leadId && UNANSWERED_STATES.includes(member.state));
  const waiting = members.filter(({ state }) => state === 'merged');
  const leaders = [...leading, ...waiting].map((member) => member.id);
  try {
    const commandId = `merge-undone-${id}-${version}` as CommandId;
    await carryOutOnIncident({ id, commandId, command: { name: 'undoMerge', into, leaders }, actor: SYSTEM }, scene);
  } catch (error) {
    // Somebody else has undone it already.
    if (!(error instanceof Refusal) || error.code !== 'notInThisState') throw error;
  }
  return id;
}
