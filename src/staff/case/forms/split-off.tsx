import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './incident-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ reason: string }>('splitOff');

export function SplitOffForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { reason: '' },
    schema: COMMAND_INPUTS.splitOff,
    input: (typed) => typed,
    send: (input, on) => call('splitOff', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('splitOff')} danger>
      <WordsField
        label={TEXTS.splitReason}
        audience="staff"
        placeholder={TEXTS.splitPlaceholder}
        value={form.typed.reason}
        onChange={(reason) => form.change({ reason })}
        error={form.errors['reason']}
        hint={TEXTS.splitHint}
      />
    </FormFrame>
  );
}
