import { Refusal } from '../../../types/errors';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { ACTIONS } from './action-keeper';
import { presentAction } from './present-action';

/** One action; to somebody who may not see it, it looks like one that doesn't exist. */
export const getAction: PersonUseCase<'getAction'> = async ({ id }, call) => {
  const actor = actorOf(call.person);
  const kept = await ACTIONS.load(id, call);
  if (!ACTIONS.mayKnow(actor, kept.subject)) throw new Refusal('notFound');
  return presentAction(kept, actor, call);
};
