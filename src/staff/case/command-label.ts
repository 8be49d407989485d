import { commandRow } from '../../../domain/complaint/lifecycle';
import type { CommandName } from '../../../types/commands';

/** What stands on the button of a command. */
export const commandLabel = (command: CommandName): string => commandRow(command).label;
