/** What the rules need to know of an estate. */
import type { CompanyId, DepartmentId, EstateId } from '../../types/ids';
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
  /** DP-06: category → department where it differs from the usual one. */
  routing: Partial<Record<Category, DepartmentId>>;
}
