/** DP-04: the department that was asked signs for its part and may name who does it. */
import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { HandlerField } from './handler-field';
import { onlySubtask, SubtaskField, subtaskProblem, subtasksFor } from './subtask-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';

interface Typed {
  subtaskId: string | null;
  handlerId: string | null;
}
const memory = typedWords<Typed>('signForSubtask');

export function SignForSubtaskForm(props: CommandFormProps) {
  const { view } = props;
  const form = useCommandForm({
    ...props,
    memory,
    initial: { subtaskId: onlySubtask(view, 'signForSubtask'), handlerId: null },
    schema: COMMAND_INPUTS.signForSubtask,
    input: ({ subtaskId, handlerId }) => ({
      subtaskId: subtaskId ?? '',
      ...(handlerId === null ? {} : { handlerId }),
    }),
    send: (input, on) => call('signForSubtask', { ...input, ...on }),
    check: ({ subtaskId }) => subtaskProblem(subtaskId),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('signForSubtask')}>
      <SubtaskField
        subtasks={subtasksFor(view, 'signForSubtask')}
        value={typed.subtaskId}
        onChange={(subtaskId) => change({ subtaskId })}
        error={errors['subtaskId']}
      />
      <HandlerField
        handlers={view.choices.handlers}
        value={typed.handlerId}
        onChange={(handlerId) => change({ handlerId })}
        error={errors['handlerId']}
        optional
      />
    </FormFrame>
  );
}
