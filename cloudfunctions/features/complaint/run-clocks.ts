/**
 * The timer's share of a complaint's life: clocks that have come due and surveys that were not answered (CK-02, CK-07…09).
 * Asks the index for what is due, page by page until nothing is left; the cost grows with what is due, not with what exists.
 */
import { createHash } from 'node:crypto';
import { surveyPendingUntil } from '../../../domain/complaint/clocks';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { SystemCommand } from '../../../domain/complaint/command';
import { dueFiringsOf } from '../../../domain/lifecycle/elapse';
import { SYSTEM } from '../../../domain/people/actor';
import { firingKey } from '../../../domain/clock/clock';
import type { CommandId, ComplaintId, Instant } from '../../../types/ids';
import { _ } from '../../platform/operators';
import { carryOut, loadComplaint, type Scene } from './carry-out';
import { settleNow } from './settle-now';

const PAGE = 50;

/** The same elapsed levels are the same act, whichever run notices them. */
const actOf = (complaint: Complaint, now: Instant): { command: SystemCommand; commandId: CommandId } | null => {
  const firings = dueFiringsOf(complaint, now);
  if (firings.length > 0) {
    const key = firings.map(({ clock, firing }) => `${firingKey(clock, firing)}@${clock.startedAt}`).join('|');
    return {
      command: { name: 'elapse' },
      commandId: `clock-${createHash('sha256').update(key).digest('hex').slice(0, 24)}` as CommandId,
    };
  }
  const until = surveyPendingUntil(complaint);
  return until !== null && until <= now
    ? { command: { name: 'surveyLapse' }, commandId: `survey-lapse-${complaint.round}` as CommandId }
    : null;
};

/** @returns how many complaints were moved on */
export async function runClocks(scene: Scene, mayGoOn: () => boolean): Promise<number> {
  const { platform, now } = scene;
  let moved = 0;
  let after: { at: Instant; id: ComplaintId } | null = null;
  while (mayGoOn()) {
    const where =
      after === null
        ? { nextDueAt: _.gt('').and(_.lte(now)) }
        : _.or([{ nextDueAt: _.gt(after.at).and(_.lte(now)) }, { nextDueAt: after.at, _id: _.gt(after.id) }]);
    const due: { _id: ComplaintId; nextDueAt: Instant }[] = await platform.database.find('complaints', {
      where,
      orderBy: [
        ['nextDueAt', 1],
        ['_id', 1],
      ],
      limit: PAGE,
      fields: ['nextDueAt'],
    });
    for (const { _id, nextDueAt } of due) {
      after = { at: nextDueAt, id: _id };
      try {
        moved += await moveOn(_id, scene);
      } catch (error) {
        platform.log.error('a clock could not be moved on', error, { complaint: _id });
      }
    }
    if (due.length < PAGE) break;
  }
  return moved;
}

async function moveOn(id: ComplaintId, scene: Scene): Promise<number> {
  const { complaint } = await loadComplaint(id, scene);
  const act = actOf(complaint, scene.now);
  if (act === null) return 0;
  const done = await carryOut({ complaintId: id, ...act, actor: SYSTEM }, scene);
  await settleNow(done, scene);
  return done.appended > 0 ? 1 : 0;
}
