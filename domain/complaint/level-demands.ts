/**
 * What a level demands starts at the moment it is reached, once (section 3): notices that the manager, the general manager and
 * quality have to open (DP-02), a callback in person and sooner (CB-01, CB-02), the shorter times of key customers (CK-06).
 * The plan's signature needs nothing here: a plan asks for the level when it is written (HD-02), and work under way goes on.
 */
import type { Instant } from '../../types/ids';
import {
  atLeast,
  type CallbackForm,
  type ClockKind,
  type NoticeClock,
  OPEN_STATES,
  type State,
} from '../../types/vocabulary';
import { type Clock, isRunning, reallowClock, stopClock } from '../clock/clock';
import { dueAt } from '../clock/duration';
import type { DecideContext } from '../lifecycle/context';
import { runningClock } from '../lifecycle/running';
import { allowedTime, startedClock } from './clocks';
import type { Complaint } from './complaint';
import type { Draft } from './draft';
import { isPassedOnByLead } from './graver-than-lead';
import { pendingNotices } from './notices-to-open';
import { isKeyCustomers } from './severity';

const isOpen = ({ state }: Complaint): boolean => (OPEN_STATES as readonly State[]).includes(state);

/** DP-02, 标准 4(2), 规程 5.3.4 */
const demandedNotices = (complaint: Complaint): NoticeClock[] => {
  // Thirty notices of one lift would tell nobody more.
  if (isPassedOnByLead(complaint)) return [];
  if (!(isOpen(complaint) || complaint.state === 'merged') || !atLeast(complaint.severity, 'important')) return [];
  return complaint.severity === 'major'
    ? ['managerNotice', 'generalManagerNotice', 'qualityNotice']
    : ['managerNotice', 'qualityNotice'];
};

/** The clocks whose times are shorter for key customers, under the time that now holds; what has elapsed stays (CK-05). */
const keyCustomerTimes = (after: Complaint, { now, policy, calendar }: DecideContext): Clock[] =>
  (['dispatch', 'signing', 'resolution', 'planSignature', 'review'] as const).flatMap((kind: ClockKind) => {
    const clock = runningClock(after, kind);
    if (clock === undefined || 'until' in clock.allowed) return [];
    return [reallowClock(clock, now, allowedTime(kind, after, clock.startedAt, policy, calendar), calendar)];
  });

/** Compares the complaint with how it was before the command, and adds what follows from its level to the same command. */
export function demandedByLevel(draft: Draft, before: Complaint | null, context: DecideContext): void {
  const { now, policy, calendar } = context;
  const after = draft.now;
  const system = draft.bySystem();
  const from = before?.severity ?? null;
  const demanded = demandedNotices(after);
  const opened = after.acknowledged.filter(({ round }) => round === after.round).map(({ notice }) => notice);
  const pending = pendingNotices(after);
  const notices = demanded.filter((kind) => !opened.includes(kind) && !pending.includes(kind));
  const started = notices.map((kind) => startedClock(kind, after, now, policy, calendar));
  const stopped = after.clocks
    .filter((c) => isRunning(c) && pending.some((kind) => kind === c.kind) && !demanded.some((kind) => kind === c.kind))
    .map((c) => stopClock(c, now, calendar));
  const becameKey = isKeyCustomers(after) !== (before !== null && isKeyCustomers(before));
  const clocks = [...started, ...stopped, ...(becameKey && isOpen(after) ? keyCustomerTimes(after, context) : [])];
  const levelChanged = from !== after.severity && (atLeast(from, 'important') || atLeast(after.severity, 'important'));
  if (levelChanged || clocks.length > 0)
    system.append('severityChanged', { from, to: after.severity, notices }, clocks);
  if (atLeast(after.severity, 'important') && !atLeast(from, 'important')) callbackInPerson(system, now, context);
}

/** A callback planned and not made yet becomes one in person, due by the shorter time from now on if that is sooner. */
function callbackInPerson(draft: Draft, now: Instant, { policy, calendar }: DecideContext): void {
  const complaint = draft.now;
  const clock = runningClock(complaint, 'callback');
  if (complaint.state !== 'callback' || complaint.callback?.verdict !== null || clock === undefined) return;
  const sooner = dueAt(now, policy.times.callbackImportant, calendar);
  const form: CallbackForm = complaint.homeId === null ? 'phone' : 'visit';
  draft.append(
    'callbackRaised',
    { form },
    sooner < clock.dueAt ? [reallowClock(clock, now, { until: sooner }, calendar)] : [],
  );
}
