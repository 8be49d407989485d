/** One incident as the sum of its events. Built only by `evolve`. */
import type { CompanyId, ComplaintId, EstateId, IncidentId, Instant } from '../../types/ids';
import type { Category, IncidentState, Kind, MemberLeft } from '../../types/vocabulary';
import type { By } from '../lifecycle/subject';
import type { FoundResult, IncidentEvent, Joining } from './events';

export interface Member extends Joining {
  joinedAt: Instant;
  /** Null while it belongs to the incident. */
  left: { why: MemberLeft; at: Instant } | null;
}

export interface Incident {
  id: IncidentId;
  companyId: CompanyId;
  estateId: EstateId;
  policyVersion: string;
  version: number;
  state: IncidentState;
  /** 1 at first, one more whenever its leading complaint is opened again. */
  round: number;
  kind: Kind;
  category: Category;
  summary: string;
  placeText: string;
  publicPlace: boolean;
  /** Everyone who ever joined, in the order of joining. */
  members: readonly Member[];
  /** The complaint that is handled; null once nobody is left. */
  leadId: ComplaintId | null;
  collective: { people: number | null; note: string; by: By; at: Instant } | null;
  result: (FoundResult & { at: Instant }) | null;
  mergedInto: IncidentId | null;
  openedAt: Instant;
  openedBy: By;
  /** An incident waits for nobody itself: its leading complaint has the clocks. */
  clocks: readonly never[];
  events: readonly IncidentEvent[];
}

/** Who belongs to it now. */
export const membersOf = ({ members }: Pick<Incident, 'members'>): readonly Member[] =>
  members.filter((member) => member.left === null);
