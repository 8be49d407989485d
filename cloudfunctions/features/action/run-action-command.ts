/** A person's command of the action's lifecycle table; all of them go this way, whatever their name. */
import type { ActionPersonCommand } from '../../../domain/action/decide';
import { ACTION_COMMAND_NAMES, type ActionCommandName } from '../../../types/action-commands';
import type { ParsedInputOf } from '../../../types/procedures';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { carryOutOn } from '../lifecycle/carry-out';
import { settleNowOn } from '../lifecycle/settle';
import { claimPhotos } from '../upload/claim-photos';
import { ACTIONS } from './action-keeper';
import { presentAction } from './present-action';

type AnyInput = ParsedInputOf<ActionCommandName>;

async function run(name: ActionCommandName, input: AnyInput, call: PersonCall) {
  const { actionId, commandId, version, ...rest } = input;
  const actor = actorOf(call.person);
  await claimPhotos('photos' in rest ? rest.photos : [], call.person.id, call.platform.database);
  // The contract parsed `rest` with the schema of this very name.
  const command = { name, input: rest } as unknown as ActionPersonCommand;
  const done = await carryOutOn(ACTIONS, { id: actionId, commandId, command, actor, version }, call);
  await settleNowOn(ACTIONS, done, call);
  return presentAction(done, actor, call);
}

const useCase = <N extends ActionCommandName>(name: N): PersonUseCase<N> =>
  (async (input: AnyInput, call: PersonCall) => run(name, input, call)) as unknown as PersonUseCase<N>;

export const ACTION_LIFECYCLE_USE_CASES = Object.fromEntries(
  ACTION_COMMAND_NAMES.map((name) => [name, useCase(name)]),
) as unknown as { [N in ActionCommandName]: PersonUseCase<N> };
