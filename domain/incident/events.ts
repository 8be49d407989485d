/**
 * What can happen to an incident 雷同事件. Who belongs to it is decided by each complaint for itself; the incident hears of it
 * afterwards and counts. Nothing here is a resident's words, name or photo: the summary is written by the desk (IN-07).
 */
import type {
  CompanyId,
  ComplaintId,
  DepartmentId,
  EstateId,
  HomeId,
  IncidentId,
  Instant,
  PersonId,
  PhotoId,
} from '../../types/ids';
import type { Category, Kind, MemberLeft, Outcome } from '../../types/vocabulary';
import type { EventOfPayloads } from '../lifecycle/subject';

/** One complaint of an incident, with what tells complainants apart. */
export interface Joining {
  complaintId: ComplaintId;
  number: string;
  kind: Kind;
  homeId: HomeId | null;
  filerId: PersonId | null;
  filedAt: Instant;
}

/** What residents may read of it, in the desk's words. */
export interface Description {
  summary: string;
  /** The shared place, e.g. 3栋电梯; empty when the summary says it. */
  placeText: string;
  /** The desk has confirmed that it is a matter of a shared place and about nobody in person. */
  publicPlace: boolean;
}

/** The leading complaint's result, for everyone who joined. */
export interface FoundResult {
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
  /** Who worked on it: they call nobody back about it (CB-10). */
  workedBy: readonly PersonId[];
}

export interface Opening extends Description {
  id: IncidentId;
  companyId: CompanyId;
  estateId: EstateId;
  policyVersion: string;
  kind: Kind;
  category: Category;
  lead: Joining;
}

export interface Payloads {
  opened: Opening;
  joined: Joining;
  left: { complaintId: ComplaintId; why: MemberLeft };
  /** Another complaint leads from now on. */
  led: { complaintId: ComplaintId };
  described: Description;
  /** SV-04, SV-14: the supervisor confirms that they complain together; `people` where more signed than filed. */
  collectiveConfirmed: { people: number | null; note: string };
  collectiveRevoked: { note: string };
  /** The leading complaint's result has passed review. */
  resultFound: FoundResult;
  /** The leading complaint was opened again. */
  resumed: Record<never, never>;
  mergedInto: { incidentId: IncidentId; summary: string };
  /** The other was merged into this one at the same moment; this one is handled, the other follows it. */
  mergeUndone: { incidentId: IncidentId };
  /** Nobody is left to lead it. */
  dissolved: Record<never, never>;
}

export type EventType = keyof Payloads;
export type EventOf<T extends EventType> = EventOfPayloads<Payloads, never, T>;
export type IncidentEvent = EventOf<EventType>;
