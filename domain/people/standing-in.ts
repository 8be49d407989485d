/**
 * A vacant post passes upward (CK-02): where a department has no head, the estate's manager does what is the head's, and where
 * nobody manages the estate, the general manager. It lasts as long as the post is vacant and is written down nowhere: what they
 * did meanwhile stands in the record under their own role.
 */
import type { DepartmentId } from '../../types/ids';
import type { Estate } from './estate';
import { type DutyKey, type Post, postKey, standsIn } from './person';

type Place = Pick<Estate, 'id' | 'departments'>;

const headOf = (departmentId: DepartmentId): DutyKey => postKey('departmentHead', departmentId);
const managersOf = ({ id }: Place): DutyKey[] => [postKey('manager', id), postKey('manager', '*')];

/** Whether anybody with these posts may have to stand in for a head. */
export const mayStandIn = (posts: readonly Post[]): boolean =>
  posts.some(({ role }) => role === 'manager' || role === 'generalManager');

/** Of which posts it has to be known whether somebody holds them. */
export const postsBelow = (estates: readonly Place[]): DutyKey[] =>
  estates.flatMap((estate) => [...managersOf(estate), ...estate.departments.map(({ id }) => headOf(id))]);

/**
 * The departments that somebody with these posts heads for want of a head.
 * @param held the keys of all posts that somebody holds, of those that `postsBelow` names
 */
export const departmentsStoodInFor = (
  posts: readonly Post[],
  estates: readonly Place[],
  held: ReadonlySet<DutyKey>,
): DepartmentId[] =>
  estates.flatMap((estate) => {
    const next = managersOf(estate).some((key) => held.has(key)) ? 'manager' : 'generalManager';
    return posts.some((post) => post.role === next && standsIn(post, estate.id))
      ? estate.departments.flatMap(({ id }) => (held.has(headOf(id)) ? [] : [id]))
      : [];
  });

/** Whose duty something is that is a head's, first post first: the first that somebody holds has it. */
export const headOrAbove = (key: DutyKey, estateId: Place['id']): (readonly DutyKey[])[] => [
  [key],
  managersOf({ id: estateId, departments: [] }),
  [postKey('generalManager', estateId), postKey('generalManager', '*')],
];
export const isHeadKey = (key: DutyKey): boolean => key.startsWith('departmentHead@');
