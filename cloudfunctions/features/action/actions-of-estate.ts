import { estatesOf, standsIn } from '../../../domain/people/person';
import { seesEveryAction } from '../../../domain/action/lifecycle';
import { Refusal } from '../../../types/errors';
import type { EstateId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { loadEveryEstate } from '../estate/load-estate';
import { findActionCards } from './find-action-cards';

/** An estate's actions, newest first; whoever doesn't see all of them sees their own departments'. */
export const actionsOfEstate: PersonUseCase<'actionsOfEstate'> = async (input, call) => {
  const { state, cursor, limit } = input;
  const actor = actorOf(call.person);
  const estateId = input.estateId ?? (await firstEstate(call));
  if (!call.person.posts.some((post) => standsIn(post, estateId)))
    throw new Refusal('notAllowed', { message: '您不在这个小区任职。' });
  const departments = actor.posts.flatMap(({ departmentId }) => departmentId ?? []);
  const seesAll = seesEveryAction.test(actor, { estateId });
  if (!seesAll && departments.length === 0) throw new Refusal('notAllowed');
  const { items, cursor: next } = await findActionCards(
    {
      where: { estateId, state, ...(seesAll ? {} : { departmentId: _.in(departments) }) },
      sortedBy: 'openedAt',
      direction: -1,
      cursor,
      limit,
    },
    actor,
    call.platform,
  );
  return { items, cursor: next };
};

/** The first of the person's. */
async function firstEstate({ person, platform }: PersonCall): Promise<EstateId> {
  const mine = estatesOf(person);
  const first = mine === 'all' ? (await loadEveryEstate(platform.database))[0]?.estate.id : mine[0];
  if (first === undefined) throw new Refusal('notAllowed');
  return first;
}
