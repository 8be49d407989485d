/** DP-04: the owner doesn't need the help any more. */
import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { onlySubtask, SubtaskField, subtaskProblem, subtasksFor } from './subtask-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

interface Typed {
  subtaskId: string | null;
  reason: string;
}
const memory = typedWords<Typed>('withdrawSubtask');

export function WithdrawSubtaskForm(props: CommandFormProps) {
  const { view } = props;
  const form = useCommandForm({
    ...props,
    memory,
    initial: { subtaskId: onlySubtask(view, 'withdrawSubtask'), reason: '' },
    schema: COMMAND_INPUTS.withdrawSubtask,
    input: ({ subtaskId, reason }) => ({ subtaskId: subtaskId ?? '', reason }),
    send: (input, on) => call('withdrawSubtask', { ...input, ...on }),
    check: ({ subtaskId }) => subtaskProblem(subtaskId),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('withdrawSubtask')}>
      <SubtaskField
        subtasks={subtasksFor(view, 'withdrawSubtask')}
        value={typed.subtaskId}
        onChange={(subtaskId) => change({ subtaskId })}
        error={errors['subtaskId']}
      />
      <WordsField
        label={TEXTS.withdrawSubtaskReason}
        audience="staff"
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        error={errors['reason']}
        rows={2}
      />
    </FormFrame>
  );
}
