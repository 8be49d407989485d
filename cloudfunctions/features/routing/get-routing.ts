import { mayReadRouting } from '../../../domain/policy/permission';
import { Refusal } from '../../../types/errors';
import type { PersonUseCase } from '../call';
import { presentRouting } from './present-routing';

export const getRouting: PersonUseCase<'routing'> = async ({ estateId }, call) => {
  if (!mayReadRouting(call.person, estateId)) throw new Refusal('notFound');
  return presentRouting(estateId, call);
};
