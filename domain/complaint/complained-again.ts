/** SV-12: the same home complains of the same matter again within 90 days of its closing (规程). */
import type { ComplaintId, Instant } from '../../types/ids';
import type { Category } from '../../types/vocabulary';
import { DAY_MS, epoch, localDate, type Zone } from '../clock/zone';
import type { Policy } from '../policy/defaults';
import type { Follows, ReasonHeld } from './events';

/** An earlier complaint of the home, as far as the rule asks. */
export interface Earlier {
  id: ComplaintId;
  number: string;
  category: Category;
  closedAt: Instant | null;
}

/**
 * @param matter the new complaint's category, and the complaint that it says it goes on from
 * @returns the reason with the old number as its evidence; null when none of them was closed recently
 */
export function complainedAgain(
  earlier: readonly Earlier[],
  matter: { category: Category; follows: Follows | null },
  now: Instant,
  policy: Policy,
  zone: Zone,
): ReasonHeld | null {
  const since = epoch(now) - policy.severity.complainedAgainWithinDays * DAY_MS;
  const again = earlier.find(
    ({ id, category, closedAt }) =>
      closedAt !== null &&
      epoch(closedAt) >= since &&
      (id === matter.follows?.id || (category === matter.category && category !== 'other')),
  );
  return again === undefined || again.closedAt === null
    ? null
    : {
        code: 'SV-12',
        evidence: `${again.number} 于 ${localDate(epoch(again.closedAt), zone)} 关闭后再次反映`,
      };
}
