/** One complaint as the sum of its events. Built only by `evolve`. */
import type {
  ComplaintId,
  CompanyId,
  DepartmentId,
  EstateId,
  HomeId,
  IncidentId,
  Instant,
  PersonId,
  PhotoId,
  RoutineId,
} from '../../types/ids';
import type { Place } from '../../types/place';
import type { Proposal } from '../../types/proposal';
import type {
  CallbackForm,
  Category,
  Channel,
  CloseReason,
  InformWay,
  Kind,
  NoticeClock,
  Outcome,
  Responsibility,
  Satisfaction,
  Severity,
  SeverityReasonCode,
  State,
} from '../../types/vocabulary';
import type { Danger } from '../classify/danger';
import type { Clock } from '../clock/clock';
import type { By } from '../lifecycle/subject';
import type { AgeStep, ComplaintEvent, Dispatcher, Follows } from './events';

export interface Reason {
  code: SeverityReasonCode;
  evidence: string;
  /** The incident by whose number it holds; null when it holds by itself. */
  incidentId: IncidentId | null;
  /** The complaints that were counted, itself among them, the one that was counted around first; empty when it holds otherwise. */
  alike: readonly ComplaintId[];
  by: By;
  /** Struck with a note, by a supervisor or because what gave it ended; it stays in the history. */
  struck: { note: string; by: By } | null;
}

export interface Postponement {
  reason: string;
  from: Instant;
  to: Instant;
  at: Instant;
  /** HD-05: declared after the expected time. */
  overdue: boolean;
}

export interface Verdict {
  form: CallbackForm;
  solved: boolean;
  satisfaction: Satisfaction;
  wantsFollowUp: boolean;
  opinions: string;
  at: Instant;
  by: By;
}

/** DP-04: a part of it that another department does. */
export interface Subtask {
  id: string;
  departmentId: DepartmentId;
  departmentName: string;
  what: string;
  dueAt: Instant;
  asked: { by: By; at: Instant };
  signed: { by: By; at: Instant } | null;
  handlerId: PersonId | null;
  handlerName: string;
  done: { result: string; photos: readonly PhotoId[]; by: By; at: Instant } | null;
  withdrawn: { reason: string; by: By; at: Instant } | null;
}

/** CB-08: what a callback said, for the head of the department concerned. */
export interface Opinion {
  departmentId: DepartmentId;
  at: Instant;
  read: { by: By; at: Instant } | null;
}

export interface Complaint {
  id: ComplaintId;
  number: string;
  companyId: CompanyId;
  estateId: EstateId;
  policyVersion: string;
  /** One more with every command; the compare-and-set of the store. */
  version: number;
  state: State;
  /** 1 at first, one more with every reopening. */
  round: number;
  kind: Kind;
  category: Category;
  responsibility: Responsibility;
  proposal: Proposal | null;
  /** Derived from the reasons, never typed; null for kinds that carry none (IN-11). */
  severity: Severity | null;
  reasons: readonly Reason[];
  /** CK-04: when its age raises it while it is unresolved. */
  ages: readonly AgeStep[];
  /** DP-02: who opened which notice, in which round. */
  acknowledged: readonly { notice: NoticeClock; round: number; by: By; at: Instant }[];
  channel: Channel;
  filedAt: Instant;
  description: string;
  photos: readonly PhotoId[];
  place: Place;
  placeText: string;
  occurredAt: Instant | null;
  about: string;
  wish: string;
  wishBy: Instant | null;
  filerId: PersonId | null;
  homeId: HomeId | null;
  homeText: string;
  hideIdentity: boolean;
  onBehalfOf: string;
  onBehalfOfId: PersonId | null;
  /** IN-12 */
  dangers: readonly Danger[];
  /** IF-03: the earlier complaint that it goes on from. */
  follows: Follows | null;
  /** IN-04: the opening of the suggestion box in which the letter was found. */
  boxId: RoutineId | null;
  sealedCaller: string;
  firstContact: { personId: PersonId; name: string; confirmed: boolean } | null;
  departmentId: DepartmentId | null;
  departmentName: string;
  /** Every department that owns it or owned it. */
  owners: readonly DepartmentId[];
  /** How often a department gave it back in this round (DP-03). */
  returns: number;
  /** Who decides the next dispatch (DP-03, IF-03). */
  dispatcher: Dispatcher;
  /** Dispatched by somebody above the desk: not to be given back again. */
  dispatchFinal: boolean;
  handlerId: PersonId | null;
  handlerName: string;
  /** IN-11: to whom by name the praise was forwarded. */
  praisedId: PersonId | null;
  subtasks: readonly Subtask[];
  investigation: {
    findings: string;
    spokeTo: string;
    valid: boolean;
    responsibility: Responsibility;
    photos: readonly PhotoId[];
    by: By;
    at: Instant;
  } | null;
  plan: {
    measures: string;
    expectedAt: Instant;
    needsSignature: boolean;
    by: By;
    at: Instant;
    signedBy: By | null;
    postponements: readonly Postponement[];
  } | null;
  result: {
    outcome: Outcome;
    result: string;
    explanation: string;
    photos: readonly PhotoId[];
    noPhotoReason: string;
    doneAt: Instant;
    signature: PhotoId | null;
    by: By;
    at: Instant;
  } | null;
  /** CK-05: what the resident is waited for, since when, until when at most. */
  waiting: { reason: string; since: Instant; until: Instant | null; endsBy: Instant } | null;
  informed: { how: InformWay; by: By; at: Instant } | null;
  /** The result message failed; a phone call is owed. */
  mustPhone: boolean;
  callback: {
    drawn: boolean;
    why: string;
    form: CallbackForm;
    surveyUntil: Instant | null;
    attempts: number;
    lastAttemptAt: Instant | null;
    verdict: Verdict | null;
  } | null;
  opinions: readonly Opinion[];
  closedAt: Instant | null;
  closeReason: CloseReason | null;
  /** The incident 雷同事件 that it belongs to; it leads it, or waits for its result while `merged`. */
  incident: {
    id: IncidentId;
    summary: string;
    leads: boolean;
    homes: number;
    /** Of the leading complaint when this one joined; null for the leading one itself. */
    leadSeverity: Severity | null;
    /** The result it has is the incident's. */
    answered: boolean;
  } | null;
  lastUrgedAt: Instant | null;
  /** Everyone who worked on it, over all rounds: they neither review nor call back (RV-01, CB-10). */
  workedBy: readonly PersonId[];
  clocks: readonly Clock[];
  events: readonly ComplaintEvent[];
}
