/** What both ways of filing check before anything is written. */
import type { Complaint } from '../../../domain/complaint/complaint';
import type { Follows } from '../../../domain/complaint/events';
import { Refusal } from '../../../types/errors';
import type { ComplaintId, EstateId, HomeId, Instant } from '../../../types/ids';
import type { Platform } from '../../platform/platform';
import { type HomeDocument, loadHome } from '../estate/home-document';
import { loadComplaint, type Scene } from './carry-out';

/** @throws Refusal badInput: the event can't lie ahead, the wished time can't lie behind */
export function checkTimes(
  { occurredAt, wishBy }: { occurredAt?: Instant | undefined; wishBy?: Instant | undefined },
  now: Instant,
): void {
  const fields: Record<string, string> = {};
  if (occurredAt !== undefined && occurredAt > now) fields.occurredAt = '发生时间不能晚于现在';
  if (wishBy !== undefined && wishBy <= now) fields.wishBy = '希望完成的时间要晚于现在';
  if (Object.keys(fields).length > 0) throw new Refusal('badInput', { fields });
}

/**
 * IF-03: the complaint that a new one goes on from.
 * @param mayFollow whether it may be named here; what a person may not know isn't there for them
 * @throws Refusal notFound
 */
export async function followed(
  id: ComplaintId | undefined,
  mayFollow: (earlier: Complaint) => boolean,
  scene: Pick<Scene, 'platform'>,
): Promise<Follows | null> {
  if (id === undefined) return null;
  const { complaint } = await loadComplaint(id, scene);
  if (!mayFollow(complaint)) throw new Refusal('notFound', { message: '没有找到之前的那一条。' });
  return { id: complaint.id, number: complaint.number };
}

/** @throws Refusal notFound also for a home of another estate */
export async function homeIn(id: HomeId, estateId: EstateId | null, { database }: Platform): Promise<HomeDocument> {
  const home = await loadHome(id, database);
  if (home === null || (estateId !== null && home.estateId !== estateId))
    throw new Refusal('notFound', { message: '没有找到这个房屋。' });
  return home;
}
