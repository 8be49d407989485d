/**
 * What follows for actions from what happened to a complaint: it needs one (CA-01), or it is the recurrence of what one had
 * settled (CA-04). Derived after saving and, after a death in between, again by the clock; repeating it changes nothing.
 */
import { actionNeededBy } from '../../../domain/action/action-source';
import type { Need } from '../../../domain/action/decide';
import { mattersForActions, needsAction, whyUnneeded } from '../../../domain/action/needs-action';
import { likeKeysOf, openLikeKeysOf, withinRecurrenceTime } from '../../../domain/action/recurrence';
import { DAY_MS, epoch, instant } from '../../../domain/clock/zone';
import type { Complaint } from '../../../domain/complaint/complaint';
import { SYSTEM } from '../../../domain/people/actor';
import { Refusal } from '../../../types/errors';
import type { CommandId, Instant } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { Scene } from '../clock-part';
import type { EstateContext } from '../estate/load-estate';
import { carryOutOn } from '../lifecycle/carry-out';
import type { Step } from '../lifecycle/keeper';
import { settleNowOn } from '../lifecycle/settle';
import { ACTIONS } from './action-keeper';
import type { ActionDocument } from './action-document';
import { openActionOfComplaint, placeForDepartment } from './open-action-of-complaint';
import { actionIdOf } from './open-action';

export async function followComplaint(
  steps: readonly Step<Complaint>[],
  context: EstateContext,
  scene: Scene,
): Promise<void> {
  for (const { before, subject: complaint, event } of steps) {
    if (needsAction(complaint) && (before === null || !needsAction(before))) {
      await openActionOfComplaint(complaint, context, scene);
      await needAgain(complaint, event.id, scene);
    } else if (mattersForActions(event)) await needNoMore(complaint, event.id, scene);
    // Before somebody or the classifier is sure of the category, nothing can be said to be alike.
    if (event.type === 'classified') await noteRecurrences(complaint, context, scene);
  }
}

/** CA-03: what was proved effective came back, when the complaint was reopened and found valid again. */
const needAgain = (complaint: Complaint, eventId: string, scene: Scene): Promise<void> => {
  const { number, round, events } = complaint;
  const reopenedAt = events.filter(({ type }) => type === 'reopened').at(-1)?.at ?? null;
  const why = reopenedAt === null ? `${number} 仍需要措施` : `${number} 第 ${round} 轮重新打开，查明仍属实`;
  return reviseNeed(complaint, { needed: true, why, reopenedAt }, eventId, scene);
};

async function needNoMore(complaint: Complaint, eventId: string, scene: Scene): Promise<void> {
  const why = whyUnneeded(complaint);
  if (why !== null) await reviseNeed(complaint, { needed: false, why: `${complaint.number} ${why}` }, eventId, scene);
}

/** Nothing, if the complaint never needed one; the same event asks once. */
async function reviseNeed(complaint: Complaint, need: Need, eventId: string, scene: Scene): Promise<void> {
  const asked = actionNeededBy(complaint);
  if (asked === null) return;
  const order = {
    id: actionIdOf(asked.source),
    commandId: `need-${eventId}` as CommandId,
    command: { name: 'reviseNeed' as const, need },
    actor: SYSTEM,
  };
  try {
    await settleNowOn(ACTIONS, await carryOutOn(ACTIONS, order, scene), scene);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'notFound')) throw error;
  }
}

/** More actions than these are not proved effective for one place and category within the time. */
const MOST_ALIKE = 100;

type Alike = Pick<ActionDocument, '_id' | 'likeKeys'> & { effectiveAt: Instant };

async function noteRecurrences(complaint: Complaint, context: EstateContext, scene: Scene): Promise<void> {
  const keys = likeKeysOf(complaint);
  if (keys.length === 0) return;
  const { policy, calendar } = context;
  // A day more than the time itself; the calendar decides.
  const since = instant(epoch(complaint.filedAt) - (policy.action.recurrenceWithinDays + 1) * DAY_MS);
  const alike = await scene.platform.database.find<Alike>('actions', {
    where: { likeKeys: _.in(keys), effectiveAt: _.gte(since).and(_.lte(complaint.filedAt)) },
    orderBy: [
      ['effectiveAt', -1],
      ['_id', -1],
    ],
    limit: MOST_ALIKE,
    fields: ['effectiveAt', 'likeKeys'],
  });
  const openKeys = openLikeKeysOf(complaint);
  for (const { _id, effectiveAt, likeKeys } of alike) {
    if (!withinRecurrenceTime(effectiveAt, complaint.filedAt, policy, calendar)) continue;
    const { id: complaintId, number, filedAt } = complaint;
    const placeText = placeForDepartment(complaint);
    const byHome = !openKeys.some((key) => likeKeys.includes(key));
    const done = await carryOutOn(
      ACTIONS,
      {
        id: _id,
        commandId: `recurrence-${complaintId}` as CommandId,
        command: { name: 'noteRecurrence', recurrence: { complaintId, number, filedAt, placeText, byHome } },
        actor: SYSTEM,
      },
      scene,
    );
    await settleNowOn(ACTIONS, done, scene);
  }
}
