import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './incident-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ reason: string }>('leaveIncident');

export function LeaveIncidentForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { reason: '' },
    schema: COMMAND_INPUTS.leaveIncident,
    input: (typed) => typed,
    send: (input, on) => call('leaveIncident', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('leaveIncident')} danger>
      <WordsField
        label={TEXTS.leaveReason}
        audience="staff"
        placeholder={TEXTS.leavePlaceholder}
        value={form.typed.reason}
        onChange={(reason) => form.change({ reason })}
        error={form.errors['reason']}
      />
    </FormFrame>
  );
}
