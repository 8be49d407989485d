/** RG-02: the proposal as the command that would carry it out. */
import type { InputOf } from '../../../types/procedures';
import type { ComplaintView } from '../../../types/views';
import { proposedDepartment } from '../case/proposed-department';

/** What stands on the complaint now, sent to its usual department; null while nobody can say which department that is. */
export const proposedDispatch = (
  view: ComplaintView,
): Omit<InputOf<'dispatch'>, 'complaintId' | 'commandId' | 'version'> | null => {
  const department = proposedDepartment(view);
  return department === null
    ? null
    : { kind: view.kind, category: view.category, responsibility: view.responsibility, departmentId: department.id };
};
