/** The routing table of an estate as it stands in the database now, with the people it may name. */
import type { Routing } from '../../../domain/people/estate';
import { postKey } from '../../../domain/people/person';
import { Refusal } from '../../../types/errors';
import type { DepartmentId, EstateId } from '../../../types/ids';
import type { NamedPerson } from '../../../types/views';
import type { Database } from '../../platform/database';
import type { EstateDocument } from '../estate/load-estate';
import { loadStaffAt } from '../people/load-person';
import type { StoredVersion } from '../policy/stored-version';

export interface RoutingTable {
  estate: Omit<EstateDocument, 'routingHead'>;
  head: StoredVersion<Routing> | undefined;
  routing: Routing;
}

/** @throws Refusal notFound */
export async function loadRouting(estateId: EstateId, database: Database): Promise<RoutingTable> {
  const document = await database.get<EstateDocument>('estates', estateId);
  if (document === null) throw new Refusal('notFound');
  const { routingHead: head, ...estate } = document;
  return { estate, head, routing: head?.content ?? estate.routing };
}

export type Handlers = ReadonlyMap<DepartmentId, readonly NamedPerson[]>;

/** Who may be named as handler, per department; one read. */
export async function handlersOfDepartments(
  { departments }: Pick<EstateDocument, 'departments'>,
  database: Database,
): Promise<Handlers> {
  const keysOf = (id: DepartmentId) => [postKey('handler', id), postKey('departmentHead', id)];
  const staff = await loadStaffAt(
    departments.flatMap(({ id }) => keysOf(id)),
    database,
  );
  return new Map(
    departments.map(({ id }) => [
      id,
      staff
        .filter(({ dutyKeys }) => keysOf(id).some((key) => dutyKeys.includes(key)))
        .map((person) => ({ id: person.id, name: person.staffName })),
    ]),
  );
}
