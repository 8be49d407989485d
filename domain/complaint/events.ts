/**
 * What can happen to a complaint. Events are appended and never changed (HD-03); the complaint is their sum
 * (`evolve`). Each carries who, in which role, when, and for work done without signal when it was written down.
 */
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
  ClockKind,
  CloseReason,
  InformWay,
  Kind,
  NoticeClock,
  Outcome,
  Responsibility,
  Satisfaction,
  Severity,
  SeverityReasonCode,
} from '../../types/vocabulary';
import type { Danger } from '../classify/danger';
import type { ClockPassed } from '../lifecycle/elapse';
import type { EventOfPayloads } from '../lifecycle/subject';

export interface ReasonHeld {
  code: SeverityReasonCode;
  /** The words, count or event that made it hold. */
  evidence: string;
  /** When it began to hold, which may be before it was noticed (CK-07). */
  trueAt?: Instant;
  /** It holds by the number of an incident, and ends with it (SV-04, SV-14, SV-22). */
  incidentId?: IncidentId;
  /** It holds by these complaints that read alike, itself among them, and only as long as enough of them do (SV-22). */
  alike?: readonly ComplaintId[];
}

/** Who decides where it goes: the desk; after a second return the supervisor (DP-03); after repeated reopening those above (IF-03). */
export type Dispatcher = 'desk' | 'supervisor' | 'manager' | 'generalManager';

/** An earlier complaint of the same matter. */
export interface Follows {
  id: ComplaintId;
  number: string;
}

/** What is known when a complaint comes in. */
export interface Filing {
  id: ComplaintId;
  number: string;
  companyId: CompanyId;
  estateId: EstateId;
  policyVersion: string;
  kind: Kind;
  channel: Channel;
  description: string;
  photos: readonly PhotoId[];
  place: Place;
  placeText: string;
  occurredAt: Instant | null;
  about: string;
  wish: string;
  wishBy: Instant | null;
  groupSize: number | null;
  /** Who files; null when staff record for somebody without an account. */
  filerId: PersonId | null;
  homeId: HomeId | null;
  homeText: string;
  hideIdentity: boolean;
  /** IN-13: whom it is filed for, when not oneself. */
  onBehalfOf: string;
  /** IN-13: their own account, if they have one of the same home. */
  onBehalfOfId?: PersonId | null;
  /** IN-02: name and phone that staff took down, sealed; empty when none. */
  sealedCaller: string;
  /** IN-02: the first-contact person 首问责任人. */
  firstContact: { personId: PersonId; name: string } | null;
  /** SV-24 */
  keyCustomer: boolean;
  /** IF-03: filed again after the time for reopening was over. */
  follows?: Follows | null;
  /** IN-04: the opening of the suggestion box in which the letter was found. */
  boxId?: RoutineId | null;
}

/** An incident 雷同事件 as its complaint knows it. */
export interface IncidentJoined {
  incidentId: IncidentId;
  summary: string;
  /** Homes that stood behind it with this one. */
  homes: number;
  /** How grave the complaint was that led it then. */
  leadSeverity: Severity | null;
  /** The incident that it belonged to until now. */
  from: IncidentId | null;
}

/** CK-04: from when on a complaint that is still unresolved has this reason. */
export interface AgeStep {
  code: 'SV-21' | 'SV-13' | 'SV-03';
  at: Instant;
}

/** With what the policy that it was registered under says of its age. */
export interface Filed extends Filing {
  ages: readonly AgeStep[];
  /** IN-12: the dangers that the words speak of, most urgent first. */
  dangers: readonly Danger[];
}

/** Type → what is particular to it. */
export interface Payloads {
  /** Registered at once: by the resident, or by the service desk itself. */
  filed: Filed;
  /** Heard by somebody else of the staff; the desk has to confirm it (IN-02). */
  recorded: Filed;
  confirmed: { note: string };
  proposed: { proposal: Proposal };
  classified: { kind: Kind; category: Category; responsibility: Responsibility; corrected: boolean };
  reasonAdded: ReasonHeld;
  reasonStruck: { code: SeverityReasonCode; note: string };
  /** Another level, or a new round: what it demands starts, what it no longer demands stops. `notices`: which started. */
  severityChanged: { from: Severity | null; to: Severity | null; notices: readonly NoticeClock[] };
  /** DP-02: those who hold the post opened it. */
  acknowledged: { notices: readonly NoticeClock[] };
  dispatched: { departmentId: DepartmentId; departmentName: string; note: string; automatic: boolean };
  signedFor: Record<never, never>;
  returnedToDesk: { reason: string; decides: Dispatcher };
  /** IF-03: reopened so often that somebody above the desk decides who handles it. */
  referredUp: { to: Exclude<Dispatcher, 'desk'>; why: string };
  /** IN-11: to the person praised, or to the department's head when nobody is named. */
  praiseForwarded: {
    departmentId: DepartmentId;
    departmentName: string;
    personId: PersonId | null;
    personName: string;
    note: string;
  };
  handlerNamed: { handlerId: PersonId; handlerName: string; note: string };
  investigated: {
    findings: string;
    spokeTo: string;
    valid: boolean;
    responsibility: Responsibility;
    photos: readonly PhotoId[];
  };
  planned: { measures: string; expectedAt: Instant; needsSignature: boolean };
  planSigned: { note: string };
  planReturned: { reason: string };
  workStarted: { expectedAt: Instant };
  progressed: { text: string; photos: readonly PhotoId[] };
  postponed: { reason: string; from: Instant; to: Instant; overdue: boolean };
  /** CK-05: waits for the resident. `until`: the time agreed; `endsBy`: when it ends by itself. */
  paused: { reason: string; until: Instant | null; endsBy: Instant };
  resumed: { because: 'answered' | 'over' | 'goesOn' | 'noLonger'; note: string };
  /** HD-08: done on site; its form is still to be filled in. */
  workDone: { text: string; photos: readonly PhotoId[] };
  completed: {
    outcome: Outcome;
    result: string;
    explanation: string;
    photos: readonly PhotoId[];
    noPhotoReason: string;
    /** When it was done, which may be before it was declared (HD-08). */
    doneAt: Instant;
    signature: PhotoId | null;
  };
  subtaskAsked: { subtaskId: string; departmentId: DepartmentId; departmentName: string; what: string; dueAt: Instant };
  subtaskSigned: { subtaskId: string; departmentName: string; handlerId: PersonId | null; handlerName: string };
  subtaskDone: { subtaskId: string; departmentName: string; result: string; photos: readonly PhotoId[] };
  subtaskWithdrawn: { subtaskId: string; departmentName: string; reason: string };
  reviewPassed: { note: string };
  sentBack: { reason: string };
  informed: { how: InformWay; words: string };
  /** The result message couldn't be delivered: somebody has to phone (IF-01, MS-02). */
  resultUndelivered: { why: string };
  /** IN-11: nobody opened the answer until then. */
  answerUnread: { until: Instant };
  callbackPlanned: {
    drawn: boolean;
    why: 'severity' | 'emotion' | 'lot' | 'notDrawn' | 'recentlySurveyed';
    position: number;
    form: CallbackForm;
    surveyUntil: Instant | null;
  };
  surveyLapsed: Record<never, never>;
  /** The severity rose before the callback was made: in person and sooner (CB-01, CB-02). */
  callbackRaised: { form: CallbackForm };
  callbackAttempted: { form: CallbackForm; attempt: number; words: string };
  calledBack: {
    form: CallbackForm;
    solved: boolean;
    satisfaction: Satisfaction;
    wantsFollowUp: boolean;
    opinions: string;
    photos: readonly PhotoId[];
    signature: PhotoId | null;
    place: string;
  };
  /** CB-04: what a callback said that came too late to count. */
  callbackNoted: {
    form: CallbackForm;
    reached: boolean;
    solved: boolean | null;
    satisfaction: Satisfaction | null;
    wantsFollowUp: boolean | null;
    opinions: string;
    photos: readonly PhotoId[];
    signature: PhotoId | null;
    place: string;
  };
  closed: { reason: CloseReason };
  reopened: {
    why: string;
    round: number;
    /** Who decides where it goes; `desk` = to the owner at once. */
    decides: Dispatcher;
    photos: readonly PhotoId[];
    departmentId: DepartmentId;
    departmentName: string;
  };
  /** It is the complaint of the incident that is handled; the desk opened the incident with it. */
  incidentLed: { incidentId: IncidentId; summary: string; placeText: string; publicPlace: boolean };
  /** It belongs to the incident and goes on by itself. */
  incidentJoined: IncidentJoined;
  /** It waits for the incident's result. */
  mergedInto: IncidentJoined;
  /** It belongs to no incident any more and goes on by itself. */
  incidentLeft: { incidentId: IncidentId; reason: string };
  /** It is handled on its own again, from the desk on. */
  splitOff: { incidentId: IncidentId; reason: string };
  /** The one that led is gone: this one is handled now. */
  leadTaken: { incidentId: IncidentId; summary: string };
  /** The incident's result, for this resident too. */
  resultShared: {
    incidentId: IncidentId;
    outcome: Outcome;
    result: string;
    explanation: string;
    photos: readonly PhotoId[];
    noPhotoReason: string;
    doneAt: Instant;
    departmentId: DepartmentId | null;
    departmentName: string;
    handlerId: PersonId | null;
    handlerName: string;
    workedBy: readonly PersonId[];
  };
  /** IN-12 */
  dangerReported: { dangers: readonly Danger[] };
  wordsAdded: { text: string; photos: readonly PhotoId[] };
  urged: { words: string };
  /** HD-03: `entryId` is the event that was wrong. */
  entryStruck: { entryId: string; entryType: 'progressed' | 'noted'; reason: string };
  /** CB-08: the head of this department has read what was said. */
  opinionRead: { departmentId: DepartmentId; note: string };
  archived: { note: string };
  noted: { text: string; photos: readonly PhotoId[] };
  withdrawn: { reason: string };
  /** PV-03: whoever filed it, or whom it was filed for, has been erased; what the other events told of them is gone. */
  personErased: Record<never, never>;
  clockWarned: ClockPassed<ClockKind>;
  clockMissed: ClockPassed<ClockKind>;
}

export type EventType = keyof Payloads;

export type EventOf<T extends EventType> = EventOfPayloads<Payloads, ClockKind, T>;
export type ComplaintEvent = EventOf<EventType>;
