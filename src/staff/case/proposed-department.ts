/** DP-06 as far as a screen can know it: the department that usually deals with a category, by its usual name. */
import { DEPARTMENTS, usualDepartment } from '../../../domain/classify/routing';
import type { ComplaintView, NamedDepartment } from '../../../types/views';
import type { Category } from '../../../types/vocabulary';

/** Departments are written 物业管理部（环境）, 物业管理部・环境 …; only the words count. */
const bare = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '');

/** Null when the estate has no department of that name. */
export const departmentOf = (category: Category, departments: readonly NamedDepartment[]): NamedDepartment | null => {
  const usual = DEPARTMENTS[usualDepartment(category)];
  return departments.find(({ name }) => bare(name) === bare(usual)) ?? null;
};

/** DP-03: why a department has returned it, the latest reason; null when none has. */
export const returnReason = (view: Pick<ComplaintView, 'timeline'>): string | null =>
  view.timeline.filter((entry) => entry.type === 'returnedToDesk').at(-1)?.detail ?? null;

/** Where it stands now, or where its category usually goes; null for one that came back, which a person has to decide. */
export const proposedDepartment = (view: ComplaintView): NamedDepartment | null =>
  view.department ?? (returnReason(view) === null ? departmentOf(view.category, view.choices.departments) : null);
