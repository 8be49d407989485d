/** RG-02, RG-03: the proposal, or what else it might be, as the command that would carry it out. */
import type { InputOf } from '../../../types/procedures';
import type { ComplaintView, NamedDepartment } from '../../../types/views';
import type { Category } from '../../../types/vocabulary';
import { departmentOf, proposedDepartment, returnReason } from '../case/proposed-department';

type Dispatch = Omit<InputOf<'dispatch'>, 'complaintId' | 'commandId' | 'version'>;

/** What stands on the complaint now, sent to its usual department; null while nobody can say which department that is. */
export const proposedDispatch = (view: ComplaintView): Dispatch | null => {
  const department = proposedDepartment(view);
  return department === null
    ? null
    : { kind: view.kind, category: view.category, responsibility: view.responsibility, departmentId: department.id };
};

export interface SecondGuess {
  category: Category;
  department: NamedDepartment;
  dispatch: Dispatch;
}

/**
 * The second likely category as a correction by one tap; null when a person has decided already, when it was given back, and
 * when no department takes it.
 */
export function secondGuess(view: ComplaintView): SecondGuess | null {
  const { proposal, category: now } = view;
  if (proposal === null || proposal.category.value !== now || returnReason(view) !== null) return null;
  const category = proposal.category.runnerUp;
  const department = departmentOf(category, view.choices.departments);
  if (department === null || category === now) return null;
  const { kind, responsibility } = view;
  return { category, department, dispatch: { kind, category, responsibility, departmentId: department.id } };
}
