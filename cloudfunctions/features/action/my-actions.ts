import { dutyKeysOf } from '../../../domain/people/person';
import { _ } from '../../platform/operators';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { findActionCards } from './find-action-cards';

/** What this person has to do about actions, what is due first on top. */
export const myActions: PersonUseCase<'myActions'> = async ({ cursor, limit }, { person, platform }) => {
  const actor = actorOf(person);
  const page = await findActionCards(
    { where: { dutyKeys: _.in(dutyKeysOf(person)) }, sortedBy: 'dutyDueAt', direction: 1, cursor, limit },
    actor,
    platform,
  );
  // What the desk has to verify, but not those of it who worked on it (CA-02).
  return { items: page.items.filter((card) => card.duty !== null), cursor: page.cursor };
};
