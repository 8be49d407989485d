/** What both ways of filing check before anything is written. */
import { Refusal } from '../../../types/errors';
import type { EstateId, HomeId, Instant } from '../../../types/ids';
import type { Platform } from '../../platform/platform';
import { type HomeDocument, loadHome } from '../estate/home-document';

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

/** @throws Refusal notFound also for a home of another estate */
export async function homeIn(id: HomeId, estateId: EstateId | null, { database }: Platform): Promise<HomeDocument> {
  const home = await loadHome(id, database);
  if (home === null || (estateId !== null && home.estateId !== estateId))
    throw new Refusal('notFound', { message: '没有找到这个房屋。' });
  return home;
}
