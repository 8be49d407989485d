/** People and their posts: who stands where in an estate. */
import type { DepartmentId, EstateId, HomeId, Instant, PersonId } from '../../types/ids';
import type { Role } from '../../types/vocabulary';

/** A role in a named place. A company-wide post has no estate; only heads and handlers (and specialists) name a department. */
export interface Post {
  role: Exclude<Role, 'resident'>;
  estateId: EstateId | null;
  departmentId: DepartmentId | null;
}

export interface Person {
  id: PersonId;
  /** What colleagues and residents call a member of staff; residents' names are sealed and not here. */
  staffName: string;
  posts: readonly Post[];
  homes: readonly HomeId[];
  consent: { version: string; at: Instant } | null;
}

/** True when the post counts in this estate. */
export const standsIn = (post: Post, estateId: EstateId): boolean =>
  post.estateId === null || post.estateId === estateId;

/** The roles a person holds in an estate. */
export const rolesIn = (person: Pick<Person, 'posts'>, estateId: EstateId): Role[] =>
  person.posts.filter((p) => standsIn(p, estateId)).map((p) => p.role);

/** The estates where a person holds any post, or `'all'` with a company-wide one. */
export const estatesOf = (person: Pick<Person, 'posts'>): 'all' | EstateId[] =>
  person.posts.some((p) => p.estateId === null)
    ? 'all'
    : [...new Set(person.posts.flatMap((p) => (p.estateId === null ? [] : [p.estateId])))];

/**
 * The addresses under which a duty can be put so that its people find it by one indexed query:
 * `receptionist@estate`, `departmentHead@department`, `person:id`. A company-wide post has the estate `*`.
 */
export type DutyKey = string;
export const postKey = (role: Role, place: EstateId | DepartmentId | '*'): DutyKey => `${role}@${place}`;
export const personKey = (id: PersonId): DutyKey => `person:${id}`;
/** Every key that reaches this person. */
export const dutyKeysOf = (
  person: Pick<Person, 'id' | 'posts'> & { standsInFor?: readonly DepartmentId[] },
): DutyKey[] => [
  personKey(person.id),
  ...new Set(
    person.posts.map((p) =>
      postKey(
        p.role,
        (p.role === 'departmentHead' || p.role === 'handler' ? p.departmentId : null) ?? p.estateId ?? '*',
      ),
    ),
  ),
  ...(person.standsInFor ?? []).map((departmentId) => postKey('departmentHead', departmentId)),
];
