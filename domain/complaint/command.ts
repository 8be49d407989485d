/** What can be asked of a complaint, and what the rules need to know to answer. */
import type { CommandInput, CommandName } from '../../types/commands';
import type { ComplaintId, EstateId, IncidentId, PersonId } from '../../types/ids';
import type { IncidentState, InformWay, Severity } from '../../types/vocabulary';
import type { Lot } from '../callback/plan-callback';
import type { DecideContext } from '../lifecycle/context';
import type { DecisionOn } from '../lifecycle/subject';
import type { Complaint } from './complaint';
import type { Earlier } from './complained-again';
import type { Payloads, ReasonHeld } from './events';

/** An incident as far as joining it needs. */
export interface IncidentSeen {
  id: IncidentId;
  estateId: EstateId;
  state: IncidentState;
  summary: string;
  /** Homes that stand behind it, with the one that joins. */
  homes: number;
  /** Of its leading complaint, as it is now; null for kinds that carry none, and while nobody leads. */
  leadSeverity: Severity | null;
}

export interface Context extends DecideContext {
  /** Names of those who may be named as handler in the owning department. */
  handlers: readonly { id: PersonId; name: string }[];
  /** What the month's draw says of this complaint, for commands that inform. */
  lot: Lot | null;
  /** What the home complained of before, for commands that correct what it is about; otherwise empty. */
  earlier: readonly Earlier[];
  /** The incident to join, for commands that join one; null when there is none. */
  incident: IncidentSeen | null;
  /** IN-11: the one of the estate's staff who bears exactly the name that is praised; null when nobody or several do. */
  praised: { id: PersonId; name: string } | null;
  /** What its people are called, for commands whose words other residents read; otherwise empty. */
  names: readonly string[];
  /** For an incident that this command opens; tells nothing of the complaint. */
  newIncidentId: IncidentId;
}

export type PersonCommand = { [N in CommandName]: { name: N; input: CommandInput<N> } }[CommandName];
export type SystemCommand =
  | { name: 'resultReached'; how: Extract<InformWay, 'message' | 'read'> }
  | { name: 'resultUndelivered'; why: string }
  | { name: 'surveyLapse' }
  | { name: 'answerLapse' }
  | { name: 'elapse' }
  | { name: 'partWithPerson' | 'endWithoutPerson' }
  | { name: 'noteAlike'; held: ReasonHeld }
  /** `counted`: those by which its reason was found to hold; `held`: by which it holds now, null when they are too few. */
  | { name: 'reviseAlike'; counted: readonly ComplaintId[]; held: ReasonHeld | null; note: string }
  | IncidentOrder;
/** What an incident asks of its complaints. */
export type IncidentOrder =
  | { name: 'reviseIncidentReasons'; incidentId: IncidentId; held: readonly ReasonHeld[]; note: string }
  | { name: 'takeLead'; incidentId: IncidentId }
  | { name: 'shareResult'; incidentId: IncidentId; result: Omit<Payloads['resultShared'], 'incidentId'> }
  | { name: 'moveIncident' | 'countInIncident'; from: IncidentId; to: IncidentId };
export type Command = PersonCommand | SystemCommand;
export type Decision = DecisionOn<Complaint>;
