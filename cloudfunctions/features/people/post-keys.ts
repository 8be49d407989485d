/** Under which duty keys the holders of a post are found, for something that lies in an estate and a department. */
import type { Post as LadderPost } from '../../../domain/clock/ladder';
import { postKey } from '../../../domain/people/person';
import type { DepartmentId, EstateId } from '../../../types/ids';
import type { Role } from '../../../types/vocabulary';

/** In the estate, or company-wide. */
export const inEstate = (role: Role, { estateId }: { estateId: EstateId }): string[] => [
  postKey(role, estateId),
  postKey(role, '*'),
];

/** None for a post that is named on the case itself. */
export const keyOfLadderPost = (
  post: LadderPost,
  where: { estateId: EstateId; departmentId: DepartmentId | null },
): string[] => {
  if (post.at === 'department') return where.departmentId === null ? [] : [postKey(post.role, where.departmentId)];
  if (post.at === 'case') return [];
  return inEstate(post.role, where);
};
