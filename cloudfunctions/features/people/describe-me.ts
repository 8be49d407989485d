import type { Me, PostView } from '../../../types/views';
import { ROLES } from '../../../types/vocabulary';
import type { Database } from '../../platform/database';
import type { Platform } from '../../platform/platform';
import { homeViews, loadHomes } from '../estate/home-document';
import { loadEstates } from '../estate/load-estate';
import { creditsOf } from '../message/credits';
import { unreadOf } from '../message/unread';
import { nameOf, phoneOf, type StoredPerson } from './stored-person';

const NOBODY: Me = {
  personId: null,
  name: '',
  phone: '',
  consentVersion: null,
  consentAt: null,
  homes: [],
  posts: [],
  staff: false,
  unread: 0,
  credits: [],
};

const postViews = async (person: StoredPerson, database: Database): Promise<PostView[]> => {
  const estates = await loadEstates(
    person.posts.flatMap((post) => post.estateId ?? []),
    database,
  );
  return person.posts.map(({ role, estateId, departmentId }) => {
    const estate = estates.find((context) => context.estate.id === estateId)?.estate;
    return {
      role,
      roleText: ROLES[role],
      estateId,
      estateName: estate?.name ?? '',
      departmentId,
      departmentName: estate?.departments.find((department) => department.id === departmentId)?.name ?? '',
    };
  });
};

/** The person as they see themselves; at most three reads besides the estates. */
export const describeMe = async (
  person: StoredPerson | null,
  { database, seal, config }: Pick<Platform, 'database' | 'seal' | 'config'>,
): Promise<Me> => {
  if (person === null) return NOBODY;
  const staff = person.posts.length > 0;
  const [homes, posts, unread, credits] = await Promise.all([
    loadHomes(person.homes, database).then((found) => homeViews(found, database)),
    postViews(person, database),
    unreadOf(person.id, database),
    creditsOf(person.id, staff, database, config),
  ]);
  return {
    personId: person.id,
    name: nameOf(person, seal),
    phone: phoneOf(person, seal),
    consentVersion: person.consent?.version ?? null,
    consentAt: person.consent?.at ?? null,
    homes,
    posts,
    staff,
    unread,
    credits,
  };
};
