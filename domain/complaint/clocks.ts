/** How long each clock of a complaint gives (CK-03), and when the timer has to look at the complaint next (CK-08). */
import type { Instant } from '../../types/ids';
import { atLeast, type ClockKind } from '../../types/vocabulary';
import { type Allowed, type Clock, nextFiringAt, startClock } from '../clock/clock';
import { type Calendar, dueAt, type Duration, shortened } from '../clock/duration';
import { highestLevel } from '../clock/ladder';
import type { Policy } from '../policy/defaults';
import { nextAgeAt } from './ageing';
import { wishLaterThan } from './agreed-time';
import { mayBeRead } from './answers';
import type { Complaint } from './complaint';
import { ladderKindOf } from './ladder-kind';
import { waitingEndsAt } from './waiting';
import { isKeyCustomers } from './severity';

/** CK-06: key customers have shorter times. */
const fair = (duration: Duration, complaint: Complaint, policy: Policy): Duration =>
  isKeyCustomers(complaint) ? shortened(duration, policy.keyCustomer.timeFactor) : duration;

/** IN-12: what speaks of danger to life is due now. */
const atOnce = ({ dangers }: Complaint, now: Instant): Allowed | null => (dangers.length > 0 ? { until: now } : null);

/** What the policy, the plan or the resident's wish gives a clock that starts now. */
export function allowedTime(
  kind: ClockKind,
  complaint: Complaint,
  now: Instant,
  policy: Policy,
  calendar: Calendar,
): Allowed {
  const { times } = policy;
  switch (kind) {
    case 'record':
      return atOnce(complaint, now) ?? times.record;
    case 'registration': // RG-01
      return times.registration;
    case 'dispatch':
      return atOnce(complaint, now) ?? fair(times.dispatch, complaint, policy);
    case 'signing':
      return fair(times.signing, complaint, policy);
    case 'resolution': {
      const usual = fair(times.resolution, complaint, policy);
      const wish = wishLaterThan(complaint, dueAt(now, usual, calendar));
      return wish === null ? usual : { until: wish };
    }
    case 'plan': {
      // Rework after the expected time has passed is due the same day (HD-08).
      const expectedAt = complaint.plan?.expectedAt;
      return expectedAt !== undefined && expectedAt > now ? { until: expectedAt } : times.completion;
    }
    case 'planSignature': // HD-02
      return fair(times.planSignature, complaint, policy);
    case 'completion': // HD-08
      return times.completion;
    case 'review': // RV-01
      return fair(times.review, complaint, policy);
    case 'subtask': // DP-04: by the time it was asked for, which its own act gives
      return times.completion;
    case 'inform':
      // IN-11: an answer that its resident can open has until then; told otherwise it is due like every result.
      return mayBeRead(complaint) ? policy.intake.answerReadWithin : times.inform;
    case 'callback':
      return atLeast(complaint.severity, 'important') ? times.callbackImportant : times.callbackOrdinary;
    case 'managerNotice': // DP-02
      return times.managerNotice;
    case 'generalManagerNotice':
      return times.generalManagerNotice;
    case 'qualityNotice':
      return times.qualityNotice;
  }
}

export const startedClock = (
  kind: ClockKind,
  complaint: Complaint,
  now: Instant,
  policy: Policy,
  calendar: Calendar,
): Clock =>
  startClock(
    {
      kind,
      round: complaint.round,
      startedAt: now,
      allowed: allowedTime(kind, complaint, now, policy, calendar),
      warnAtShare: policy.warning.atShare,
      highestLevel: highestLevel(ladderKindOf(kind, complaint)),
    },
    calendar,
  );

/** CB-03: the survey is out and not answered. */
export const surveyPendingUntil = (complaint: Complaint): Instant | null =>
  complaint.state === 'callback' &&
  complaint.callback !== null &&
  complaint.callback.verdict === null &&
  complaint.callback.form === 'survey'
    ? complaint.callback.surveyUntil
    : null;

/** The next instant at which something elapses; null when nothing can. */
export function nextDueAt(complaint: Complaint): Instant | null {
  const times = [
    ...complaint.clocks.map(nextFiringAt),
    surveyPendingUntil(complaint),
    nextAgeAt(complaint),
    waitingEndsAt(complaint),
  ].filter((t) => t !== null);
  return times.sort()[0] ?? null;
}
