/**
 * Inquiries and suggestions are answered instead of handled (IN-11): no investigation, no plan, no callback. The reviewed answer
 * waits until its resident has read it, at most some days.
 */
import type { Instant } from '../../types/ids';
import type { ClockKind, Kind } from '../../types/vocabulary';
import { type Clock, stopClock } from '../clock/clock';
import type { DecideContext } from '../lifecycle/context';
import { runningClock } from '../lifecycle/running';
import type { Complaint } from './complaint';
import type { Draft } from './draft';

export const isAnswered = (kind: Kind): boolean => kind === 'inquiry' || kind === 'suggestion';

/** It can be read: somebody filed it with an account, and the message about it didn't fail. */
export const mayBeRead = ({ kind, filerId, mustPhone }: Pick<Complaint, 'kind' | 'filerId' | 'mustPhone'>): boolean =>
  isAnswered(kind) && filerId !== null && !mustPhone;

/** Until when the answer waits to be read; null when none does. */
export const answerReadUntil = (complaint: Complaint): Instant | null =>
  complaint.state === 'informing' && mayBeRead(complaint) ? (runningClock(complaint, 'inform')?.dueAt ?? null) : null;

/** It can be opened from now on; when it is read is its resident's own time and nobody's delay. @returns the clock that ends with it */
export const resolvedByAnswer = (complaint: Complaint, { now, calendar }: DecideContext): Clock<ClockKind>[] => {
  const resolution = runningClock(complaint, 'resolution');
  return resolution === undefined || !mayBeRead(complaint) ? [] : [stopClock(resolution, now, calendar)];
};

/** Notes, once, that the time for reading is over, with the time at which it was; a late run of the timer is nobody's delay. */
export function answerLeftUnread(draft: Draft, { now, calendar }: DecideContext): boolean {
  const until = answerReadUntil(draft.now);
  const clock = runningClock(draft.now, 'inform');
  if (until === null || clock === undefined || now < until) return false;
  draft.append('answerUnread', { until }, [stopClock(clock, until, calendar)]);
  return true;
}
