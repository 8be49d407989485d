/** Who acts on a complaint: a person with posts, or the system on behalf of a rule. */
import type { PersonId } from '../../types/ids';
import type { Post } from './person';

export interface Actor {
  id: PersonId | 'system';
  /** A member of staff's name; empty for residents. */
  staffName: string;
  posts: readonly Post[];
}

export const SYSTEM: Actor = { id: 'system', staffName: '系统', posts: [] };
