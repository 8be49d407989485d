/** DP-06: which department a category goes to in an estate, and who of it deals with it. */
import type { DepartmentId, PersonId } from '../../types/ids';
import type { Category } from '../../types/vocabulary';
import { usualDepartment } from '../classify/routing';
import type { Department, Estate, Route } from './estate';

type Routed = Pick<Estate, 'departments' | 'routing'>;

const departmentOf = ({ departments }: Routed, route: Route | undefined): Department | undefined =>
  departments.find((d) => d.id === route?.departmentId);

/** Where a category goes that has no row of its own: the usual trade, else the table's default, else the desk. */
export const usualFor = (estate: Routed, category: Category): Department | null =>
  estate.departments.find((d) => d.trade === usualDepartment(category)) ??
  departmentOf(estate, estate.routing.otherwise) ??
  estate.departments.find((d) => d.trade === 'serviceDesk') ??
  estate.departments[0] ??
  null;

/** The estate's own routing first; null only for an estate without departments. */
export const departmentFor = (estate: Routed, category: Category): Department | null =>
  departmentOf(estate, estate.routing[category]) ?? usualFor(estate, category);

/** Who deals with a category in a department by the table; null when the table names nobody for it. */
export const handlerFor = (estate: Routed, category: Category, departmentId: DepartmentId | null): PersonId | null => {
  const { routing } = estate;
  const own = routing[category];
  if (own !== undefined) return own.departmentId === departmentId ? own.handlerId : null;
  const { otherwise } = routing;
  return otherwise !== undefined &&
    otherwise.departmentId === departmentId &&
    usualFor(estate, category)?.id === departmentId
    ? otherwise.handlerId
    : null;
};
