import { mayChangePolicy } from '../../../domain/policy/permission';
import { Refusal } from '../../../types/errors';
import { actOf } from '../act';
import type { PersonUseCase } from '../call';
import type { ModelDocument } from './classifier-state';
import { makeLive } from './make-live';
import { presentClassifier } from './present-classifier';

/** RG-03: an administrator of the company goes back to an earlier model, or takes a released one again. */
export const chooseModel: PersonUseCase<'chooseModel'> = async ({ commandId, version, seen, why }, call) => {
  const { person, platform, now } = call;
  if (!mayChangePolicy(person, null)) throw new Refusal('notAllowed');
  if (version !== null && (await platform.database.get<ModelDocument>('models', version, ['at'])) === null)
    throw new Refusal('notFound');
  const by = { personId: person.id, name: person.staffName };
  await makeLive({ version, at: now, by, why, commandId: actOf(person, commandId) }, seen, platform.database);
  return presentClassifier(call);
};
