import { mayReadPolicy } from '../../../domain/policy/permission';
import { Refusal } from '../../../types/errors';
import type { PersonUseCase } from '../call';
import { loadCompany, policyHead } from '../estate/load-estate';
import { historyPage } from './history-page';
import { policyOwner } from './stored-version';

export const policyHistory: PersonUseCase<'policyHistory'> = async ({ estateId = null, cursor }, call) => {
  const { person, platform } = call;
  if (!mayReadPolicy(person, estateId)) throw new Refusal('notFound');
  const head = policyHead(await loadCompany(platform.database, true), estateId);
  return historyPage(policyOwner(estateId), head, cursor, platform.database);
};
