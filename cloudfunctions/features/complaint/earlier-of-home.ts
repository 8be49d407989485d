import type { Earlier } from '../../../domain/complaint/complained-again';
import type { HomeId } from '../../../types/ids';
import type { Platform } from '../../platform/platform';
import type { CardFields } from './complaint-document';

/** Older ones of a home than these are not looked at. */
const MOST_EARLIER = 60;

/** SV-12: the complaints that this home had before, newest first; one read. */
export async function earlierOfHome(homeId: HomeId, { platform }: { platform: Platform }): Promise<Earlier[]> {
  const found = await platform.database.find<CardFields>('complaints', {
    where: { homeId },
    orderBy: [
      ['filedAt', -1],
      ['_id', -1],
    ],
    limit: MOST_EARLIER,
    fields: ['number', 'category', 'closedAt'],
  });
  return found.map(({ _id, number, category, closedAt }) => ({ id: _id, number, category, closedAt }));
}
