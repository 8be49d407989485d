/**
 * Waiting for the resident – an appointment, an answer – pauses the resolution clock, with a reason that the resident sees
 * (CK-05). It ends when they answer, at the time agreed, when the days for it are used up, or when the handler goes on.
 *
 * The plan's clock runs on: its time was promised to the resident, and a promise is moved only by saying so (HD-05). So does
 * that of the manager's signature: it isn't the resident whom the plan waits for. The severity by age runs on too (CK-04).
 */
import type { Instant } from '../../types/ids';
import { PAUSE_REFUSALS, pauseClock, resumeClock } from '../clock/clock';
import { endText } from '../clock/describe';
import type { DecideContext } from '../lifecycle/context';
import { runningClock } from '../lifecycle/running';
import type { Complaint } from './complaint';
import type { Draft } from './draft';
import type { Payloads } from './events';
import { refused } from './refused';

/** @throws Refusal pauseRefused; badInput when it can't be waited for so long */
export function paused(
  draft: Draft,
  { reason, until }: { reason: string; until: Instant | null },
  { now, policy, calendar }: DecideContext,
): void {
  const clock = runningClock(draft.now, 'resolution');
  if (clock === undefined) return refused('pauseRefused', { message: PAUSE_REFUSALS.stopped });
  const most = pauseClock(clock, now, reason, policy.pauses, calendar);
  if (!most.ok) return refused('pauseRefused', { message: PAUSE_REFUSALS[most.why] });
  const longest = most.clock.pauses.at(-1)?.endsBy ?? now;
  if (until !== null && until > longest)
    return refused('badInput', { fields: { until: `最多还能等到 ${endText(longest, calendar)}` } });
  const shorter = until === null ? most : pauseClock(clock, now, reason, policy.pauses, calendar, until);
  if (!shorter.ok) return refused('pauseRefused', { message: PAUSE_REFUSALS[shorter.why] });
  draft.append('paused', { reason, until, endsBy: until ?? longest }, [shorter.clock]);
}

/** Runs on, if it is waited for the resident; otherwise without effect. */
export function resumed(
  draft: Draft,
  because: Payloads['resumed']['because'],
  note: string,
  { now, calendar }: Pick<DecideContext, 'now' | 'calendar'>,
): void {
  if (draft.now.waiting === null) return;
  const clock = runningClock(draft.now, 'resolution');
  draft.append('resumed', { because, note }, clock === undefined ? [] : [resumeClock(clock, now, calendar)]);
}

/** When waiting ends by itself; null while nobody is waited for. */
export const waitingEndsAt = ({ waiting }: Pick<Complaint, 'waiting'>): Instant | null => waiting?.endsBy ?? null;

export const isWaitingOver = (complaint: Pick<Complaint, 'waiting'>, now: Instant): boolean =>
  complaint.waiting !== null && complaint.waiting.endsBy <= now;
