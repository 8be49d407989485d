/** Who reads and who changes the policy of a company or an estate (RP-09). */
import { POLICY_READERS, ROUTING_READERS } from '../../types/contract';
import type { EstateId } from '../../types/ids';
import type { Role } from '../../types/vocabulary';
import { type Person, standsIn } from '../people/person';

type Posts = Pick<Person, 'posts'>;

/** A role that counts in the estate; for the company (null) only a company-wide post does. */
export const holdsAt = ({ posts }: Posts, estateId: EstateId | null, roles: readonly Role[]): boolean =>
  posts.some(
    (post) => roles.includes(post.role) && (estateId === null ? post.estateId === null : standsIn(post, estateId)),
  );

const READERS: readonly Role[] = POLICY_READERS;

/** Those who answer for the numbers; what the company has set is known to every estate's. */
export const mayReadPolicy = (person: Posts, estateId: EstateId | null): boolean =>
  estateId === null ? person.posts.some((post) => READERS.includes(post.role)) : holdsAt(person, estateId, READERS);

export const mayChangePolicy = (person: Posts, estateId: EstateId | null): boolean =>
  holdsAt(person, estateId, ['admin']);

/** DP-06: the routing table of an estate. */
export const mayChangeRouting = (person: Posts, estateId: EstateId): boolean =>
  holdsAt(person, estateId, ['admin', 'supervisor']);
export const mayReadRouting = (person: Posts, estateId: EstateId): boolean =>
  holdsAt(person, estateId, ROUTING_READERS);
