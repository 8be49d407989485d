import { Text } from '@tarojs/components';
import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ note: string }>('resume');

export function ResumeForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { note: '' },
    schema: COMMAND_INPUTS.resume,
    input: (typed) => typed,
    send: (input, on) => call('resume', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('resume')}>
      {props.view.waiting ? <Text className="hs-case__soft">{TEXTS.waitedFor(props.view.waiting.reason)}</Text> : null}
      <WordsField
        label={TEXTS.note}
        placeholder={TEXTS.resumePlaceholder}
        value={form.typed.note}
        onChange={(note) => form.change({ note })}
        error={form.errors['note']}
        audience="resident"
        optional
      />
    </FormFrame>
  );
}
