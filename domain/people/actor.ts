/** Who acts on a complaint: a person with posts, or the system on behalf of a rule. */
import type { DepartmentId, PersonId } from '../../types/ids';
import type { Post } from './person';

export interface Actor {
  id: PersonId | 'system';
  /** A member of staff's name; empty for residents. */
  staffName: string;
  posts: readonly Post[];
  /** CK-02: the departments they head while the head's post is vacant. */
  standsInFor?: readonly DepartmentId[];
}

export const SYSTEM: Actor = { id: 'system', staffName: '系统', posts: [] };
