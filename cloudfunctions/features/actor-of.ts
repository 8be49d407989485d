import type { Actor } from '../../domain/people/actor';
import type { PersonId } from '../../types/ids';
import type { StoredPerson } from './people/stored-person';

/** The person as the rules see them. */
export const actorOf = (person: StoredPerson): Actor & { id: PersonId } => ({
  id: person.id,
  staffName: person.staffName,
  posts: person.posts,
  ...(person.standsInFor === undefined ? {} : { standsInFor: person.standsInFor }),
});
