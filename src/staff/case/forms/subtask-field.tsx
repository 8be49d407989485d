/** Which of the parts that other departments do; chosen by itself when there is only one. */
import type { CommandName } from '../../../../types/commands';
import type { ComplaintView } from '../../../../types/views';
import { ChoiceField } from './choice-field';
import { TEXTS } from './form-texts';

type Subtask = ComplaintView['subtasks'][number];

export const subtasksFor = (view: ComplaintView, command: CommandName): Subtask[] =>
  view.subtasks.filter((subtask) => subtask.actions.includes(command));

export const onlySubtask = (view: ComplaintView, command: CommandName): string | null => {
  const [first, ...others] = subtasksFor(view, command);
  return first === undefined || others.length > 0 ? null : first.id;
};

export const subtaskProblem = (subtaskId: string | null): Record<string, string> =>
  subtaskId === null ? { subtaskId: TEXTS.pickSubtask } : {};

interface Props {
  subtasks: readonly Subtask[];
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
}

export function SubtaskField({ subtasks, value, onChange, error }: Props) {
  return (
    <ChoiceField
      label={TEXTS.subtask}
      options={subtasks.map(({ id, departmentName, what }) => ({ value: id, text: `${departmentName}：${what}` }))}
      value={subtasks.find(({ id }) => id === value)?.id ?? null}
      onChange={onChange}
      error={error}
    />
  );
}
