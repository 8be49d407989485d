/** IN-11: whom of the estate's staff a praise names. */
import type { Estate } from '../../../domain/people/estate';
import { postKey } from '../../../domain/people/person';
import type { NamedPerson } from '../../../types/views';
import type { Kind, Role } from '../../../types/vocabulary';
import type { Database } from '../../platform/database';
import { loadStaffAt } from '../people/load-person';

const OF_ESTATE = ['receptionist', 'supervisor', 'patrol', 'manager'] as const satisfies readonly Role[];
const OF_DEPARTMENT = ['departmentHead', 'handler'] as const satisfies readonly Role[];

/** The one who bears exactly the name under “涉及的人”; null for other kinds, and when nobody or several do. One read. */
export async function praisedPerson(
  { kind, about }: { kind: Kind; about: string },
  estate: Pick<Estate, 'id' | 'departments'>,
  database: Database,
): Promise<NamedPerson | null> {
  const name = about.trim();
  if (kind !== 'praise' || name === '') return null;
  const keys = [
    ...OF_ESTATE.map((role) => postKey(role, estate.id)),
    ...estate.departments.flatMap(({ id }) => OF_DEPARTMENT.map((role) => postKey(role, id))),
  ];
  const [person, ...others] = (await loadStaffAt(keys, database)).filter(({ staffName }) => staffName === name);
  return person === undefined || others.length > 0 ? null : { id: person.id, name };
}
