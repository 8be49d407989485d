/** What can be asked of a complaint, and what the rules need to know to answer. */
import type { CommandInput, CommandName } from '../../types/commands';
import type { Refusal } from '../../types/errors';
import type { Instant, PersonId } from '../../types/ids';
import type { InformWay } from '../../types/vocabulary';
import type { Lot } from '../callback/plan-callback';
import type { Calendar } from '../clock/duration';
import type { Actor } from '../people/actor';
import type { Estate } from '../people/estate';
import type { Policy } from '../policy/defaults';
import type { ComplaintEvent } from './events';

export interface Context {
  now: Instant;
  /** Unique for this act of this actor. */
  commandId: string;
  /** Digest of the input, written down to tell a repetition from another act; null for the system. */
  inputDigest: string | null;
  actor: Actor;
  policy: Policy;
  calendar: Calendar;
  estate: Estate;
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
export type Decision = readonly ComplaintEvent[] | Refusal;
