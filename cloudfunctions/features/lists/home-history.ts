import { standsIn } from '../../../domain/people/person';
import { Refusal } from '../../../types/errors';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { homeIn } from '../complaint/filing-checks';
import { findCards } from './find-cards';

const PAGE = 10;

/** Earlier complaints of a home; what was hidden from departments stays off this list for them. */
export const homeHistory: PersonUseCase<'homeHistory'> = async (input, call) => {
  const home = await homeIn(input.homeId, null, call.platform);
  if (!call.person.posts.some((p) => standsIn(p, home.estateId))) throw new Refusal('notFound');
  const seesHidden = call.person.posts.some(
    (p) => p.role !== 'departmentHead' && p.role !== 'handler' && standsIn(p, home.estateId),
  );
  const where = { homeId: home._id, ...(seesHidden ? {} : { hideIdentity: false }) };
  return findCards(
    { where, sortedBy: 'filedAt', direction: -1, cursor: input.cursor, limit: PAGE },
    actorOf(call.person),
    call.platform,
  );
};
