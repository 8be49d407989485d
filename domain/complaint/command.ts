/** What can be asked of a complaint, and what the rules need to know to answer. */
import type { CommandInput, CommandName } from '../../types/commands';
import type { PersonId } from '../../types/ids';
import type { InformWay } from '../../types/vocabulary';
import type { Lot } from '../callback/plan-callback';
import type { DecideContext } from '../lifecycle/context';
import type { DecisionOn } from '../lifecycle/subject';
import type { Complaint } from './complaint';

export interface Context extends DecideContext {
  /** Names of those who may be named as handler in the owning department. */
  handlers: readonly { id: PersonId; name: string }[];
  /** What the month's draw says of this complaint, for commands that inform. */
  lot: Lot | null;
}

export type PersonCommand = { [N in CommandName]: { name: N; input: CommandInput<N> } }[CommandName];
export type SystemCommand =
  | { name: 'resultReached'; how: Extract<InformWay, 'message' | 'read'> }
  | { name: 'resultUndelivered'; why: string }
  | { name: 'surveyLapse' }
  | { name: 'elapse' };
export type Command = PersonCommand | SystemCommand;
export type Decision = DecisionOn<Complaint>;
