/** How the actions that are possible now are laid out: the first as the main button, at most three in the bar, the rest behind 更多. */
import type { CommandName } from '../../../types/commands';
import { COMMAND_FORMS } from './command-form';

const MOST_IN_BAR = 3;

export interface ActionOrder {
  main: CommandName | null;
  beside: CommandName[];
  more: CommandName[];
}

/** Commands that staff carry out from the case: with a form here, or the visit page. */
export const staffActions = (actions: readonly CommandName[]): CommandName[] =>
  actions.filter((command) => command === 'recordCallback' || COMMAND_FORMS[command] !== null);

export const orderActions = (actions: readonly CommandName[]): ActionOrder => {
  const [main = null, ...rest] = staffActions(actions);
  const fits = rest.length < MOST_IN_BAR;
  return { main, beside: fits ? rest : rest.slice(0, 1), more: fits ? [] : rest.slice(1) };
};
