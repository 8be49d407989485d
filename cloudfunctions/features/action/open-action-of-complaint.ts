/** CA-01: the action that a complaint needs, its own or that of the incident it leads; both are named on it. */
import { actionNeededBy } from '../../../domain/action/action-source';
import { whyNeeded } from '../../../domain/action/needs-action';
import { likeKeysOf } from '../../../domain/action/recurrence';
import type { Complaint } from '../../../domain/complaint/complaint';
import { maskNumbersIn } from '../../../domain/people/mask';
import type { Scene } from '../clock-part';
import type { EstateContext } from '../estate/load-estate';
import { actionIdOf, noteAlsoNeeded, openAction } from './open-action';

const SUMMARY_LENGTH = 60;

/** IN-09: the department never reads a hidden home. */
export const placeForDepartment = ({
  hideIdentity,
  place,
  placeText,
}: Pick<Complaint, 'hideIdentity' | 'place' | 'placeText'>): string => (hideIdentity ? (place.area ?? '') : placeText);

/** May be repeated. @param complaint as it was when it needed one, now or again */
export async function openActionOfComplaint(complaint: Complaint, context: EstateContext, scene: Scene): Promise<void> {
  const needed = actionNeededBy(complaint);
  const { id, number, departmentId, departmentName, category, description } = complaint;
  if (needed === null || departmentId === null) return;
  const { source } = needed;
  const why = whyNeeded(complaint);
  await openAction(
    {
      source,
      departmentId,
      departmentName,
      category,
      placeText: placeForDepartment(complaint),
      likeKeys: likeKeysOf(complaint),
      summary: maskNumbersIn(description).replace(/\s+/g, ' ').slice(0, SUMMARY_LENGTH),
      why,
    },
    context,
    scene,
  );
  await noteAlsoNeeded(actionIdOf(source), { source: { kind: 'complaint', id, number }, why }, scene);
}
