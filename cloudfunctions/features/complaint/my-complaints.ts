import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { findCards } from '../lists/find-cards';

const PAGE = 20;

/** What this person filed, newest first. */
export const myComplaints: PersonUseCase<'myComplaints'> = async (input, call) => {
  const where = { filerIds: call.person.id, ...(input.show === 'all' ? {} : { open: input.show === 'open' }) };
  return findCards(
    { where, sortedBy: 'filedAt', direction: -1, cursor: input.cursor, limit: PAGE },
    actorOf(call.person),
    call.platform,
  );
};
