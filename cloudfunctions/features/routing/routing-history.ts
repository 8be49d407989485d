import { mayReadRouting } from '../../../domain/policy/permission';
import { Refusal } from '../../../types/errors';
import type { PersonUseCase } from '../call';
import { historyPage } from '../policy/history-page';
import { loadRouting } from './routing-table';

export const routingHistory: PersonUseCase<'routingHistory'> = async ({ estateId, cursor }, call) => {
  const { database } = call.platform;
  if (!mayReadRouting(call.person, estateId)) throw new Refusal('notFound');
  const { head } = await loadRouting(estateId, database);
  return historyPage(`routing:${estateId}`, head, cursor, database);
};
