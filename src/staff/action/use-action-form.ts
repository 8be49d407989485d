/** One form of a command on an action. */
import type * as z from 'zod/mini';
import { actionCommandRow } from '../../../domain/action/lifecycle';
import { ActionCommandName } from '../../../types/action-commands';
import type { ActionView } from '../../../types/api/action';
import type { ActionId } from '../../../types/ids';
import { ACTION_STATES, ActionState } from '../../../types/vocabulary';
import type { ApiError } from '../../services/api-error';
import { type Act, type ActForm, type ActFormOptions, useActForm } from '../case/forms/use-act-form';
import { isStale } from '../case/refusal-text';

export type ActionFormProps = Pick<ActFormOptions<ActionView, object, z.ZodMiniType>, 'view' | 'onDone' | 'onStale'>;

const labelOf = (command: unknown): string => {
  const name = ActionCommandName.safeParse(command);
  return name.success ? actionCommandRow(name.data).label : '';
};

/** Says what state it is in and what can be done; otherwise the refusal's own text. */
export const actionRefusalText = ({
  code,
  message,
  details,
}: Pick<ApiError, 'code' | 'message' | 'details'>): string => {
  const state = ActionState.safeParse(details['state']);
  if (code !== 'notInThisState' || !state.success) return message;
  const possible = Array.isArray(details['possible'])
    ? details['possible'].map(labelOf).filter((label) => label !== '')
    : [];
  return `这条措施现在是“${ACTION_STATES[state.data]}”，不能进行此操作。${possible.length > 0 ? `可以：${possible.join('、')}。` : ''}`;
};

interface Options<T, S extends z.ZodMiniType> extends Omit<ActFormOptions<ActionView, T, S>, 'send' | 'refusal'> {
  send: (input: z.input<S>, on: Act & { actionId: ActionId }) => Promise<ActionView>;
}

export const useActionForm = <T extends object, S extends z.ZodMiniType>({
  send,
  ...options
}: Options<T, S>): ActForm<T> =>
  useActForm({
    ...options,
    send: (input, act) => send(input, { actionId: options.view.id, ...act }),
    refusal: { text: actionRefusalText, isStale },
  });
