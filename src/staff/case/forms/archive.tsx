/** CB-09: an archived form is only read from then on. */
import { Text } from '@tarojs/components';
import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ note: string }>('archive');

export function ArchiveForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { note: '' },
    schema: COMMAND_INPUTS.archive,
    input: (typed) => typed,
    send: (input, on) => call('archive', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('archive')}>
      <Text className="hs-form__faint">{TEXTS.archiveNote}</Text>
      <WordsField
        label={TEXTS.note}
        audience="staff"
        placeholder={TEXTS.notePlaceholder}
        value={form.typed.note}
        onChange={(note) => form.change({ note })}
        error={form.errors['note']}
        rows={2}
        optional
      />
    </FormFrame>
  );
}
