import type { Actor } from '../../../domain/people/actor';
import { postKey } from '../../../domain/people/person';
import type { DepartmentId, PersonId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import type { Identity } from '../call';
import { NOT_ERASED, type PersonDocument, type StoredPerson } from './stored-person';

const fromDocument = ({ _id, ...person }: PersonDocument): StoredPerson => ({ ...person, id: _id as PersonId });

/**
 * The person behind an identity, by one indexed read, or null for a visitor. When WeChat names a new account of a known
 * person (joined by unionid), it is written down once.
 */
export const loadPersonBehind = async (identity: Identity, database: Database): Promise<StoredPerson | null> => {
  const documents = await database.find<PersonDocument>('people', {
    where: { identityKeys: _.in(identity.keys) },
    limit: 2,
  });
  // Two only if both accounts agreed before WeChat named the unionid: the older record is the person.
  const [document] = documents.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  if (document === undefined) return null;
  const unknown = identity.keys.filter((key) => !document.identityKeys.includes(key));
  if (unknown.length > 0 && documents.length === 1)
    await database.updateIf('people', { _id: document._id, ...NOT_ERASED }, { identityKeys: _.addToSet(unknown) });
  return fromDocument(document);
};

/** One person by id, or null. */
export const loadPerson = async (id: PersonId, database: Database): Promise<StoredPerson | null> => {
  const document = await database.get<PersonDocument>('people', id);
  return document === null ? null : fromDocument(document);
};

/** People by id, in no order; unknown ids are left out. One read for up to 1,000. */
export const loadPeople = async (ids: readonly PersonId[], database: Database): Promise<StoredPerson[]> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return (await database.find<PersonDocument>('people', { where: { _id: _.in(wanted) }, limit: 1000 })).map(
    fromDocument,
  );
};

/** Staff whom any of these addresses reaches (`postKey` in domain/people/person.ts). One read. */
export const loadStaffAt = async (dutyKeys: readonly string[], database: Database): Promise<StoredPerson[]> => {
  if (dutyKeys.length === 0) return [];
  const found = await database.find<PersonDocument>('people', {
    where: { dutyKeys: _.in([...new Set(dutyKeys)]) },
    limit: 1000,
  });
  return found.map(fromDocument);
};

/** Those of these addresses that reach anybody. One read. */
export const heldAmong = async (dutyKeys: readonly string[], database: Database): Promise<ReadonlySet<string>> => {
  if (dutyKeys.length === 0) return new Set();
  const found = await database.find<Pick<PersonDocument, '_id' | 'dutyKeys'>>('people', {
    where: { dutyKeys: _.in([...new Set(dutyKeys)]) },
    limit: 1000,
    fields: ['dutyKeys'],
  });
  return new Set(found.flatMap((person) => person.dutyKeys));
};

/** Handlers and heads of a department: who may be given its work; and whoever stands in for its head. One read. */
export const workersOf = async (
  departmentId: DepartmentId,
  by: Actor,
  database: Database,
): Promise<{ id: PersonId; name: string }[]> => {
  const staff = await loadStaffAt(
    [postKey('handler', departmentId), postKey('departmentHead', departmentId)],
    database,
  );
  const named = staff.map(({ id, staffName }) => ({ id, name: staffName }));
  const { id: self } = by;
  const standsIn = self !== 'system' && by.standsInFor?.includes(departmentId) === true;
  return standsIn && named.every(({ id }) => id !== self) ? [...named, { id: self, name: by.staffName }] : named;
};

/** People who bound this home. One read. */
export const loadResidentsOf = async (homeIds: readonly string[], database: Database): Promise<StoredPerson[]> => {
  if (homeIds.length === 0) return [];
  const found = await database.find<PersonDocument>('people', { where: { homes: _.in(homeIds) }, limit: 1000 });
  return found.map(fromDocument);
};
