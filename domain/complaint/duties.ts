/**
 * Who must do what next about a complaint. Every open complaint has at least one duty, so nothing waits for nobody; only an
 * answer that its resident can open waits for them alone, until it lapses (IN-11).
 */
import type { CommandName } from '../../types/commands';
import type { DepartmentId, Instant, PersonId } from '../../types/ids';
import { type ClockKind, isNoticeClock, type Role } from '../../types/vocabulary';
import type { Clock } from '../clock/clock';
import { pressingClock, runningClock } from '../lifecycle/running';
import { type DutyKey, personKey, postKey } from '../people/person';
import { surveyPendingUntil } from './clocks';
import { openSubtasks, unreadOpinions } from '../people/policy';
import { answerReadUntil, isAnswered } from './answers';
import { climbedTo } from './climbed';
import type { Complaint } from './complaint';
import type { Dispatcher } from './events';
import { ladderKindOf } from './ladder-kind';
import { openedBy, pendingNotices } from './notices-to-open';
import { isForwardable } from './praise';

export interface Duty {
  command: CommandName;
  /** Whose duty: any one of them. */
  keys: readonly DutyKey[];
  dueAt: Instant;
  clock: ClockKind | null;
  /** Which of its clocks, where several of a kind run at once. */
  of?: string;
}

const POSTS: Record<Dispatcher | 'patrol', readonly Role[]> = {
  desk: ['receptionist', 'supervisor'],
  patrol: ['patrol'],
  manager: ['manager'],
  supervisor: ['supervisor'],
  generalManager: ['generalManager'],
};

/** What has to be done now, by whom, by when: the main duty first, then others' help, the notices to be opened and what the head has to read. */
export function dutiesOf(complaint: Complaint): Duty[] {
  return [
    ...mainDuties(complaint),
    ...subtaskDuties(complaint),
    ...noticeDuties(complaint),
    ...opinionDuties(complaint),
  ];
}

/** The handler's, and the head's too once its time is over (CK-02): a handler may have left. */
const handlersOrHeads = (
  handlerId: PersonId | null,
  head: readonly DutyKey[],
  clock: Pick<Clock, 'fired'> | undefined,
): readonly DutyKey[] => {
  if (handlerId === null) return head;
  return clock?.fired.includes(1) === true ? [personKey(handlerId), ...head] : [personKey(handlerId)];
};

/** DP-04: of the departments that were asked for help. */
const subtaskDuties = (complaint: Complaint): Duty[] =>
  mayBeHelped(complaint)
    ? openSubtasks(complaint).map(({ id, departmentId, signed, handlerId, dueAt }) => ({
        command: signed === null ? 'signForSubtask' : 'completeSubtask',
        keys: handlersOrHeads(
          handlerId,
          [postKey('departmentHead', departmentId)],
          complaint.clocks.find((clock) => clock.kind === 'subtask' && clock.of === id),
        ),
        dueAt,
        clock: 'subtask',
        of: id,
      }))
    : [];
const mayBeHelped = ({ state }: Complaint): boolean => state === 'investigating' || state === 'handling';

/** DP-02 */
const noticeDuties = (complaint: Complaint): Duty[] =>
  pendingNotices(complaint).flatMap((notice) => {
    const clock = runningClock(complaint, notice);
    const keys = openedBy(complaint, notice).flatMap((role) => [postKey(role, complaint.estateId), postKey(role, '*')]);
    return clock === undefined ? [] : [{ command: 'acknowledge' as const, keys, dueAt: clock.dueAt, clock: notice }];
  });

/** Where a duty without a deadline stands: behind all that have one, never late. */
const NO_DEADLINE: Instant = '2100-01-01T00:00:00.000Z';

/** CB-08: nothing else waits for it. */
const opinionDuties = (complaint: Complaint): Duty[] => {
  const departments = new Set(unreadOpinions(complaint).map(({ departmentId }) => departmentId));
  return complaint.state === 'archived'
    ? []
    : [...departments].map((departmentId) => ({
        command: 'readOpinion',
        keys: [postKey('departmentHead', departmentId)],
        clock: null,
        dueAt: NO_DEADLINE,
      }));
};

/** Whose act an event waits for: that of its clock, if it is somebody's own, otherwise what has to be done mainly. */
export function dutiesFor(complaint: Complaint, clock: { kind: ClockKind; of?: string | undefined } | null): Duty[] {
  const own =
    clock === null ? [] : dutiesOf(complaint).filter((duty) => duty.clock === clock.kind && duty.of === clock.of);
  return own.length > 0 ? own : mainDuties(complaint);
}

function mainDuties(complaint: Complaint): Duty[] {
  const atEstate = (posts: keyof typeof POSTS) =>
    POSTS[posts].flatMap((role) => [postKey(role, complaint.estateId), postKey(role, '*')]);
  const head = (departmentId: DepartmentId | null) =>
    departmentId === null ? atEstate('desk') : [postKey('departmentHead', departmentId)];
  const duty = (command: CommandName, keys: readonly DutyKey[], clock: ClockKind): Duty => {
    const own = complaint.clocks.filter((c) => !isNoticeClock(c.kind) && c.kind !== 'subtask');
    const running = runningClock(complaint, clock) ?? pressingClock({ clocks: own });
    return {
      command,
      keys,
      clock: running?.kind ?? null,
      dueAt: running?.dueAt ?? complaint.events.at(-1)?.at ?? complaint.filedAt,
    };
  };

  const handlersDuty = (command: CommandName, clock: ClockKind): Duty => {
    const own = duty(command, [], clock);
    const running = own.clock === null ? undefined : runningClock(complaint, own.clock);
    return { ...own, keys: handlersOrHeads(complaint.handlerId, head(complaint.departmentId), running) };
  };

  /** Nobody below may be allowed to (RV-01, CB-10): it climbs with its clock's ladder, so that somebody finds it who is (CK-02). */
  const climbing = (own: Duty): Duty => {
    const clock = own.clock === null ? undefined : runningClock(complaint, own.clock);
    const above = clock === undefined ? [] : climbedTo(clock, ladderKindOf(clock.kind, complaint)).flatMap(atEstate);
    return { ...own, keys: [...new Set([...own.keys, ...above])] };
  };

  switch (complaint.state) {
    case 'received':
      return [duty('confirmRecord', atEstate('desk'), 'record')];
    case 'registered':
      if (isForwardable(complaint)) return [duty('forwardPraise', atEstate('desk'), 'dispatch')];
      return [dispatchDuty()];
    case 'dispatched':
      return [duty('signFor', head(complaint.departmentId), 'signing')];
    case 'investigating':
      if (complaint.handlerId === null) return [duty('nameHandler', head(complaint.departmentId), 'resolution')];
      if (isAnswered(complaint.kind)) return [handlersDuty('writeAnswer', 'resolution')];
      if (complaint.investigation === null) return [handlersDuty('recordInvestigation', 'resolution')];
      if (complaint.plan === null) return [handlersDuty('writePlan', 'resolution')];
      return [climbing(duty('signPlan', atEstate('manager'), 'planSignature'))];
    case 'handling':
      if (isAnswered(complaint.kind)) return [handlersDuty('writeAnswer', 'plan')];
      return [handlersDuty('complete', runningClock(complaint, 'completion') === undefined ? 'plan' : 'completion')];
    case 'reviewing':
      // HD-07: what can't be solved is reviewed by the manager.
      return [
        climbing(duty('passReview', atEstate(complaint.result?.outcome === 'declined' ? 'manager' : 'desk'), 'review')),
      ];
    case 'informing':
      return answerReadUntil(complaint) === null ? [duty('informResident', atEstate('desk'), 'inform')] : [];
    case 'callback':
      return [callbackDuty()];
    case 'closed':
    case 'archived':
    case 'withdrawn':
    case 'merged':
      return [];
  }

  /** DP-03, IF-03: what somebody above the desk decides passes to those above them; the desk's own doesn't leave it. */
  function dispatchDuty(): Duty {
    const own = duty('dispatch', atEstate(complaint.dispatcher), 'dispatch');
    return complaint.dispatcher === 'desk' ? own : climbing(own);
  }

  /** CB-03: while the survey is out it is the resident's turn. */
  function callbackDuty(): Duty {
    const until = surveyPendingUntil(complaint);
    if (until === null || complaint.filerId === null)
      return climbing(duty('recordCallback', atEstate('patrol'), 'callback'));
    return { command: 'answerSurvey', keys: [personKey(complaint.filerId)], clock: 'callback', dueAt: until };
  }
}
