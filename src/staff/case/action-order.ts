/** How the actions that are possible now are laid out: the next step as the main button, at most three in the bar, the rest behind 更多. */
import { commandRow } from '../../../domain/complaint/lifecycle';
import type { CommandName } from '../../../types/commands';
import type { ComplaintView } from '../../../types/views';
import { GOING_ON_STATES, OPEN_STATES, type State } from '../../../types/vocabulary';

const MOST_IN_BAR = 3;

export interface ActionOrder {
  /** The step that takes the complaint on; null when only side acts are possible. */
  main: CommandName | null;
  beside: CommandName[];
  more: CommandName[];
}

/**
 * The resident's own acts; staff who filed something themselves find them on the resident's page. And what is done by
 * opening the case (DP-02).
 */
const WITHOUT_BUTTON: ReadonlySet<CommandName> = new Set<CommandName>([
  'answerSurvey',
  'urge',
  'withdraw',
  'acknowledge',
]);

/** Commands that staff carry out from the case. */
export const staffActions = (actions: readonly CommandName[]): CommandName[] =>
  actions.filter((command) => !WITHOUT_BUTTON.has(command));

type Facts = Pick<ComplaintView, 'actions' | 'handler' | 'investigation' | 'plan'>;

/** What stands there already can be done again, but isn't what is missing. */
const isThere = (command: CommandName, { handler, investigation, plan }: Facts): boolean =>
  (command === 'nameHandler' && handler !== null) ||
  (command === 'recordInvestigation' && investigation !== null) ||
  (command === 'writePlan' && plan !== null);

/** What may be done in any open state, or undoes an ending, is never the next step. */
const isSideAct = (command: CommandName): boolean =>
  SIDE_STATES.has(commandRow(command).from) || SIDE_ACTS.has(command);
const SIDE_STATES: ReadonlySet<readonly State[]> = new Set<readonly State[]>([OPEN_STATES, GOING_ON_STATES]);
const SIDE_ACTS: ReadonlySet<CommandName> = new Set<CommandName>([
  'reopen',
  'reassign',
  'openIncident',
  'mergeIntoIncident',
  'splitOff',
]);

export const orderActions = (view: Facts): ActionOrder => {
  const possible = staffActions(view.actions);
  const steps = possible.filter((command) => !isSideAct(command));
  const main = steps.find((command) => !isThere(command, view)) ?? steps[0] ?? null;
  const rest = possible.filter((command) => command !== main);
  const room = main === null ? MOST_IN_BAR : MOST_IN_BAR - 1;
  if (rest.length <= room) return { main, beside: rest, more: [] };
  return { main, beside: rest.slice(0, room - 1), more: rest.slice(room - 1) };
};
