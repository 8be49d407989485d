/** What the rules need to know of an estate. */
import type { CompanyId, DepartmentId, EstateId, PersonId } from '../../types/ids';
import type { Category } from '../../types/vocabulary';

/** The usual kinds of department, by which the default routing finds one in an estate that has its own names. */
export const DEPARTMENT_TRADES = [
  'serviceDesk',
  'service',
  'engineering',
  'environment',
  'order',
  'marketing',
  'other',
] as const;
export type DepartmentTrade = (typeof DEPARTMENT_TRADES)[number];

export interface Department {
  id: DepartmentId;
  name: string;
  trade: DepartmentTrade;
}

/** Where complaints of a category go, and who deals with them unless the head names somebody else. */
export interface Route {
  departmentId: DepartmentId;
  handlerId: PersonId | null;
}

/** DP-06: a row per category; `otherwise` for those without a row for which the estate has no usual department. */
export type Routing = Partial<Record<RoutedMatter, Route>>;
export type RoutedMatter = Category | 'otherwise';

export interface Estate {
  id: EstateId;
  companyId: CompanyId;
  /** Short code in complaint numbers, e.g. CH. */
  code: string;
  name: string;
  servicePhone: string;
  emergency: readonly { label: string; phone: string }[];
  buildings: readonly string[];
  publicPlaces: readonly string[];
  departments: readonly Department[];
  /** DP-06: where it differs from the usual. */
  routing: Routing;
}
