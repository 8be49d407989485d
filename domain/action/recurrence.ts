/** CA-04, 程序, 制度: a like complaint – same category and same place or home – soon after an action was proved effective. */
import type { EstateId, HomeId, Instant } from '../../types/ids';
import type { Place } from '../../types/place';
import type { Category } from '../../types/vocabulary';
import { type Calendar, dueAt } from '../clock/duration';
import type { Policy } from '../policy/defaults';

export interface Like {
  estateId: EstateId;
  category: Category;
  placeText: string;
  homeId: HomeId | null;
}

const flat = (place: string): string => place.replace(/\s+/g, '').toLowerCase();

/** Under any of these both are alike; what has neither place nor home is like nothing. */
export const likeKeysOf = ({ estateId, category, placeText, homeId }: Like): string[] => [
  ...(flat(placeText) === '' ? [] : [`${estateId}|${category}|place:${flat(placeText)}`]),
  ...(homeId === null ? [] : [`${estateId}|${category}|home:${homeId}`]),
];

/** Under which it is alike without telling whose home it is (IN-09). */
export const openLikeKeysOf = ({ place, ...like }: Like & { place: Place }): string[] =>
  place.homeId !== undefined || (place.room ?? '') !== '' ? [] : likeKeysOf({ ...like, homeId: null });

/** Whether a complaint filed then falls into the time in which the effect has to last. */
export const withinRecurrenceTime = (
  effectiveAt: Instant,
  filedAt: Instant,
  policy: Policy,
  calendar: Calendar,
): boolean =>
  filedAt >= effectiveAt && filedAt <= dueAt(effectiveAt, { days: policy.action.recurrenceWithinDays }, calendar);
