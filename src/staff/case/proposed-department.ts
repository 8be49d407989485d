/** DP-06: the department that the estate's routing table sends a category to, as the server says it. */
import type { ComplaintView, DispatchTarget, NamedDepartment } from '../../../types/views';
import type { Category } from '../../../types/vocabulary';

/** Null when no department of the estate takes the category. */
export const departmentOf = (category: Category, departments: readonly DispatchTarget[]): NamedDepartment | null =>
  departments.find(({ categories }) => categories.includes(category)) ?? null;

/** DP-03: why a department has returned it, the latest reason; null when none has. */
export const returnReason = (view: Pick<ComplaintView, 'timeline'>): string | null =>
  view.timeline.filter((entry) => entry.type === 'returnedToDesk').at(-1)?.detail ?? null;

/** Where it stands now, or where its category usually goes; null for one that came back, which a person has to decide. */
export const proposedDepartment = (view: ComplaintView): NamedDepartment | null =>
  view.department ?? (returnReason(view) === null ? departmentOf(view.category, view.choices.departments) : null);
