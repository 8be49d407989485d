/** What each command of a person appends, once the table has let it through; by the phases of the complaint's life. */
import type { CommandName } from '../../types/commands';
import type { Act, Acts } from './acts/act';
import { ALONG_ACTS } from './acts/along-acts';
import { DISPATCH_ACTS } from './acts/dispatch-acts';
import { ENDING_ACTS } from './acts/ending-acts';
import { HANDLING_ACTS } from './acts/handling-acts';
import { INCIDENT_ACTS } from './acts/incident-acts';
import { SUBTASK_ACTS } from './acts/subtask-acts';
import type { Context, PersonCommand } from './command';
import type { Draft } from './draft';

const ACTS: Acts = {
  ...DISPATCH_ACTS,
  ...HANDLING_ACTS,
  ...SUBTASK_ACTS,
  ...ENDING_ACTS,
  ...INCIDENT_ACTS,
  ...ALONG_ACTS,
};

export function carriedOut(draft: Draft, command: PersonCommand, context: Context): void {
  // Name and input belong together in every member of the union.
  (ACTS[command.name] as Act<CommandName>)(draft, command.input, context);
}
