import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { findCards } from '../lists/find-cards';
import { knownIncident } from './get-incident';

const PAGE = 30;

/** The complaints that belong to an incident now, in the order of filing. */
export const incidentMembers: PersonUseCase<'incidentMembers'> = async ({ id, cursor }, call) => {
  await knownIncident(id, call);
  return findCards(
    { where: { incidentId: id }, sortedBy: 'filedAt', direction: 1, cursor, limit: PAGE },
    actorOf(call.person),
    call.platform,
  );
};
