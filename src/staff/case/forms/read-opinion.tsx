/** CB-08: the head marks what a callback said as read. */
import { Text } from '@tarojs/components';
import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ note: string }>('readOpinion');

export function ReadOpinionForm(props: CommandFormProps) {
  const opinion = props.view.callback?.verdict?.opinions ?? '';
  const form = useCommandForm({
    ...props,
    memory,
    initial: { note: '' },
    schema: COMMAND_INPUTS.readOpinion,
    input: (typed) => typed,
    send: (input, on) => call('readOpinion', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('readOpinion')}>
      {opinion === '' ? null : <Text className="hs-form__faint">{`“${opinion}”`}</Text>}
      <Text className="hs-form__faint">{TEXTS.readOpinionNote}</Text>
      <WordsField
        label={TEXTS.note}
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
