import { usualFor } from '../../../domain/people/routing';
import { mayChangeRouting } from '../../../domain/policy/permission';
import type { RoutingView } from '../../../types/api/routing';
import type { EstateId } from '../../../types/ids';
import { Category } from '../../../types/vocabulary';
import type { PersonCall } from '../call';
import { handlersOfDepartments, loadRouting } from './routing-table';

/** @throws Refusal notFound */
export async function presentRouting(estateId: EstateId, { person, platform }: PersonCall): Promise<RoutingView> {
  const { estate, head, routing } = await loadRouting(estateId, platform.database);
  const handlers = await handlersOfDepartments(estate, platform.database);
  const row = (matter: keyof typeof routing, usual: string) => ({
    matter,
    departmentId: routing[matter]?.departmentId ?? null,
    handlerId: routing[matter]?.handlerId ?? null,
    usual,
  });
  const withDefault = { departments: estate.departments, routing };
  const withoutDefault = { departments: estate.departments, routing: {} };
  return {
    estateId,
    name: estate.name,
    version: head?.version ?? 0,
    mayChange: mayChangeRouting(person, estateId),
    departments: estate.departments.map(({ id, name }) => ({ id, name, handlers: [...(handlers.get(id) ?? [])] })),
    rows: [
      ...Category.options.map((category) => row(category, usualFor(withDefault, category)?.name ?? '')),
      row('otherwise', deskOf(withoutDefault)),
    ],
  };
}

const deskOf = ({ departments }: Parameters<typeof usualFor>[0]): string =>
  (departments.find(({ trade }) => trade === 'serviceDesk') ?? departments[0])?.name ?? '';
