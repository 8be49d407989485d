/** Who is reached by the duties of a head whose post is vacant (CK-02). */
import {
  departmentsStoodInFor,
  headOrAbove,
  isHeadKey,
  mayStandIn,
  postsBelow,
} from '../../../domain/people/standing-in';
import type { EstateId, PersonId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { estatesOfPerson } from '../estate/estates-of-person';
import { heldAmong } from './load-person';
import type { People } from './people-behind';
import type { StoredPerson } from './stored-person';

/** The person with the departments they head for want of a head; one read besides the estates, for managers alone. */
export async function withStandIns(person: StoredPerson, database: Database): Promise<StoredPerson> {
  if (!mayStandIn(person.posts)) return person;
  const estates = (await estatesOfPerson({ posts: person.posts, homes: [] }, database)).map(({ estate }) => estate);
  const held = await heldAmong(postsBelow(estates), database);
  return { ...person, standsInFor: departmentsStoodInFor(person.posts, estates, held) };
}

/** The keys with those to be looked up besides, for heads whose post is vacant. */
export const orAbove = (keys: readonly string[], estateId: EstateId): string[] =>
  keys.flatMap((key) => (isHeadKey(key) ? headOrAbove(key, estateId).flat() : [key]));

/** Everybody behind these keys; of a vacant head's, whoever stands in. */
export const reachedBy = (keys: readonly string[], estateId: EstateId, people: People): PersonId[] => {
  const holders = (of: readonly string[]) => of.flatMap((key) => people.get(key) ?? []);
  const found = keys.flatMap((key) =>
    isHeadKey(key)
      ? (headOrAbove(key, estateId)
          .map(holders)
          .find((some) => some.length > 0) ?? [])
      : holders([key]),
  );
  return [...new Set(found)];
};
