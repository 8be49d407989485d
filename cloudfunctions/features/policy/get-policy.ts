import { mayReadPolicy } from '../../../domain/policy/permission';
import { Refusal } from '../../../types/errors';
import type { PersonUseCase } from '../call';
import { presentPolicy } from './present-policy';

/** What holds, and whose number each is. Another estate's looks like one that doesn't exist. */
export const getPolicy: PersonUseCase<'policy'> = async ({ estateId = null }, call) => {
  if (!mayReadPolicy(call.person, estateId)) throw new Refusal('notFound');
  return presentPolicy(estateId, call);
};
