import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ reason: string }>('sendBack');

export function SendBackForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { reason: '' },
    schema: COMMAND_INPUTS.sendBack,
    input: (typed) => typed,
    send: (input, on) => call('sendBack', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('sendBack')} danger>
      <WordsField
        label={TEXTS.sendBackReason}
        audience="staff"
        placeholder={TEXTS.sendBackPlaceholder}
        value={form.typed.reason}
        onChange={(reason) => form.change({ reason })}
        error={form.errors['reason']}
      />
    </FormFrame>
  );
}
