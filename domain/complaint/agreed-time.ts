/**
 * HD-06, 标准 4(2)③: resolved within the policy's time, or by the time the resident asked for, as agreed. A wish for later than
 * the policy's time holds at once: it gives nobody less. A wish for sooner is agreed to by the department, with a plan that
 * promises to be done by then; a time that nobody has agreed to is no promise, however soon it was wished for.
 */
import type { Instant } from '../../types/ids';
import { type Clock, reallowClock } from '../clock/clock';
import type { Calendar } from '../clock/duration';
import { runningClock } from '../lifecycle/running';
import type { Complaint } from './complaint';

/** The wish, while it counts: of the first round, for later than this time. */
export const wishLaterThan = ({ wishBy, round }: Pick<Complaint, 'wishBy' | 'round'>, time: Instant): Instant | null =>
  wishBy !== null && round === 1 && wishBy > time ? wishBy : null;

/** The resolution clock with the sooner time that the plan agrees to; empty when it agrees to none. */
export function agreedClock(complaint: Complaint, expectedAt: Instant, now: Instant, calendar: Calendar): Clock[] {
  const clock = runningClock(complaint, 'resolution');
  const wish = wishLaterThan(complaint, now);
  if (clock === undefined || wish === null || wish >= clock.dueAt || expectedAt > wish) return [];
  return [reallowClock(clock, now, { until: wish }, calendar)];
}
