import { estatesOf } from '../../../domain/people/person';
import type { Database } from '../../platform/database';
import type { StoredPerson } from '../people/stored-person';
import { loadHomes } from './home-document';
import { type EstateContext, loadEstates, loadEveryEstate } from './load-estate';

/** The estates where somebody has a home or a post. One read besides the estates, for those who have homes. */
export const estatesOfPerson = async (
  person: Pick<StoredPerson, 'posts' | 'homes'>,
  database: Database,
): Promise<EstateContext[]> => {
  const posted = estatesOf(person);
  if (posted === 'all') return loadEveryEstate(database);
  const homes = await loadHomes(person.homes, database);
  return loadEstates([...homes.map((home) => home.estateId), ...posted], database);
};
