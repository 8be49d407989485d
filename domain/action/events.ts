/** What can happen to a corrective and preventive action. Events are appended and never changed; the action is their sum. */
import type {
  ActionId,
  ComplaintId,
  DepartmentId,
  EstateId,
  IncidentId,
  Instant,
  PersonId,
  PhotoId,
} from '../../types/ids';
import type { ActionClock, Category } from '../../types/vocabulary';
import type { ClockPassed } from '../lifecycle/elapse';
import type { EventOfPayloads } from '../lifecycle/subject';

/** What made it necessary; `number` as people call it. */
export type ActionSource =
  | { kind: 'complaint'; id: ComplaintId; number: string }
  | { kind: 'incident'; id: IncidentId; number: string };

/** CA-01: what is known when an action becomes necessary. */
export interface Opening {
  id: ActionId;
  number: string;
  estateId: EstateId;
  /** Of the policy it was opened under; it keeps that one. */
  policyVersion: string;
  source: ActionSource;
  /** The department that has to write it. */
  departmentId: DepartmentId;
  departmentName: string;
  category: Category;
  /** As the department may read it (IN-09). */
  placeText: string;
  /** Under which a like complaint finds it (CA-04). */
  likeKeys: readonly string[];
  /** What it is about, in a line. */
  summary: string;
  /** Why it is needed, e.g. 有效投诉，重要. */
  why: string;
}

/** CA-04: a like complaint after the action was proved effective. */
export interface Recurrence {
  complaintId: ComplaintId;
  number: string;
  filedAt: Instant;
  placeText: string;
  /** Alike by the home alone: whoever may not know whose complaints these are would learn it from that (IN-09). */
  byHome: boolean;
}

export interface ActionPayloads {
  opened: Opening;
  written: {
    cause: string;
    correction: string;
    prevention: string;
    inCharge: { id: PersonId; name: string };
    plannedAt: Instant;
  };
  postponed: { reason: string; from: Instant; to: Instant; overdue: boolean };
  reportedDone: { report: string; photos: readonly PhotoId[] };
  provedEffective: { findings: string };
  provedIneffective: { findings: string; round: number };
  /** Another matter that would have needed an action of its own: a leading complaint beside its incident, or the other way round. */
  alsoNeeded: { source: ActionSource; why: string };
  /** What it came from doesn't need it any more, or needs it again. */
  foundUnneeded: { why: string };
  foundNeeded: Record<never, never>;
  dropped: { reason: string };
  /** CA-03: what it had settled came back, or what it was dropped for turned out otherwise. */
  startedAgain: { why: string; round: number };
  /** CA-04 */
  recurred: Recurrence;
  clockWarned: ClockPassed<ActionClock>;
  clockMissed: ClockPassed<ActionClock>;
}

export type ActionEventType = keyof ActionPayloads;
export type ActionEventOf<T extends ActionEventType> = EventOfPayloads<ActionPayloads, ActionClock, T>;
export type ActionEvent = ActionEventOf<ActionEventType>;
