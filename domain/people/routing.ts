/** DP-06: which department a category goes to in an estate. */
import type { Category } from '../../types/vocabulary';
import { usualDepartment } from '../classify/routing';
import type { Department, Estate } from './estate';

/** The estate's own routing, else the usual trade, else the desk; null only for an estate without departments. */
export const departmentFor = (estate: Estate, category: Category): Department | null =>
  estate.departments.find((d) => d.id === estate.routing[category]) ??
  estate.departments.find((d) => d.trade === usualDepartment(category)) ??
  estate.departments.find((d) => d.trade === 'serviceDesk') ??
  estate.departments[0] ??
  null;
