import type { Routing } from '../../../domain/people/estate';
import { mayChangeRouting, mayReadRouting } from '../../../domain/policy/permission';
import { Refusal } from '../../../types/errors';
import type { ParsedInputOf } from '../../../types/procedures';
import { _ } from '../../platform/operators';
import type { PersonUseCase } from '../call';
import { forgetEstates } from '../estate/load-estate';
import { changeVersion } from '../policy/change-version';
import { presentRouting } from './present-routing';
import { type Handlers, handlersOfDepartments, loadRouting, type RoutingTable } from './routing-table';

/** DP-06: by an admin or supervisor of the estate, from the version they were looking at, with a reason. */
export const changeRouting: PersonUseCase<'changeRouting'> = async (input, call) => {
  const { estateId, rows, why, version, commandId } = input;
  const { database } = call.platform;
  if (!mayReadRouting(call.person, estateId)) throw new Refusal('notFound');
  if (!mayChangeRouting(call.person, estateId)) throw new Refusal('notAllowed');
  const load = async () => {
    const table = await loadRouting(estateId, database);
    const handlers = await handlersOfDepartments(table.estate, database);
    return {
      head: table.head,
      next: () => changed(table, rows, handlers),
      replace: async (next: NonNullable<RoutingTable['head']>) => {
        const seen =
          table.head === undefined ? { routingHead: _.exists(false) } : { 'routingHead.version': table.head.version };
        const updated = await database.updateIf('estates', { _id: estateId, ...seen }, { routingHead: next });
        if (updated === 1) forgetEstates();
        return updated === 1;
      },
    };
  };
  const owner = `routing:${estateId}` as const;
  await changeVersion({ owner, commandId, seen: version, why, sent: { rows, why }, load }, call);
  return presentRouting(estateId, call);
};

/** @throws Refusal badInput by `rows.<matter>` */
function changed(table: RoutingTable, rows: ParsedInputOf<'changeRouting'>['rows'], handlers: Handlers) {
  const { departments } = table.estate;
  const fields: Record<string, string> = {};
  const content: Routing = { ...table.routing };
  for (const { matter, departmentId, handlerId } of rows) {
    const people = departmentId === null ? [] : (handlers.get(departmentId) ?? []);
    if (departmentId !== null && !departments.some(({ id }) => id === departmentId))
      fields[`rows.${matter}`] = '没有这个部门';
    else if (handlerId !== null && !people.some(({ id }) => id === handlerId))
      fields[`rows.${matter}`] = '请选择这个部门的处理人';
    if (departmentId === null) delete content[matter];
    else content[matter] = { departmentId, handlerId };
  }
  // Names as they are today: people and departments may be gone when the history is read.
  const said = (routing: Routing, matter: keyof Routing): string | undefined => {
    const route = routing[matter];
    if (route === undefined) return undefined;
    const department = departments.find(({ id }) => id === route.departmentId)?.name ?? route.departmentId;
    const person = handlers.get(route.departmentId)?.find(({ id }) => id === route.handlerId)?.name;
    return person === undefined ? department : `${department}（${person}）`;
  };
  const changes = [...new Set(rows.map(({ matter }) => matter))].flatMap((matter) => {
    const [before, after] = [said(table.routing, matter), said(content, matter)];
    return before === after ? [] : [{ path: matter, before, after }];
  });
  if (Object.keys(fields).length === 0 && changes.length === 0) fields.rows = '没有任何修改';
  if (Object.keys(fields).length > 0) throw new Refusal('badInput', { fields });
  return { content, changes };
}
