/** DP-06 as far as a screen can know it: the department that usually deals with a category, by its usual name. */
import { DEPARTMENTS, usualDepartment } from '../../../domain/classify/routing';
import type { ComplaintView, NamedDepartment } from '../../../types/views';
import type { Category } from '../../../types/vocabulary';

/** Null when the estate has no department of that name. */
export const departmentOf = (category: Category, departments: readonly NamedDepartment[]): NamedDepartment | null => {
  const usual = DEPARTMENTS[usualDepartment(category)];
  return departments.find(({ name }) => name === usual) ?? null;
};

/** Where it stands now, or where its category usually goes. */
export const proposedDepartment = (view: ComplaintView): NamedDepartment | null =>
  view.department ?? departmentOf(view.category, view.choices.departments);
