/** RG-02: the proposal as the command that would carry it out. */
import { usualDepartment, DEPARTMENTS } from '../../../domain/classify/routing';
import type { InputOf } from '../../../types/procedures';
import type { ComplaintView, NamedDepartment } from '../../../types/views';
import type { Category } from '../../../types/vocabulary';

/** The department that usually deals with a category, when the estate has one of that name. */
export const departmentOf = (category: Category, departments: readonly NamedDepartment[]): NamedDepartment | null => {
  const usual = DEPARTMENTS[usualDepartment(category)];
  return departments.find(({ name }) => name === usual) ?? null;
};

/** What stands on the complaint now, sent to its usual department; null while nobody can say which department that is. */
export const proposedDispatch = (
  view: ComplaintView,
): Omit<InputOf<'dispatch'>, 'complaintId' | 'commandId' | 'version'> | null => {
  const department = view.department ?? departmentOf(view.category, view.choices.departments);
  return department === null
    ? null
    : { kind: view.kind, category: view.category, responsibility: view.responsibility, departmentId: department.id };
};
