import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { HandlerField } from './handler-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ handlerId: string | null; note: string }>('nameHandler');

export function NameHandlerForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { handlerId: props.view.handler?.id ?? null, note: '' },
    schema: COMMAND_INPUTS.nameHandler,
    input: ({ handlerId, note }) => ({ handlerId: handlerId ?? '', note }),
    send: (input, on) => call('nameHandler', { ...input, ...on }),
    check: ({ handlerId }): Record<string, string> => (handlerId === null ? { handlerId: TEXTS.pickHandler } : {}),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('nameHandler')}>
      <HandlerField
        handlers={props.view.choices.handlers}
        value={typed.handlerId}
        onChange={(handlerId) => change({ handlerId })}
        error={errors['handlerId']}
      />
      <WordsField
        label={TEXTS.note}
        audience="staff"
        placeholder={TEXTS.notePlaceholder}
        value={typed.note}
        onChange={(note) => change({ note })}
        error={errors['note']}
        rows={2}
        optional
      />
    </FormFrame>
  );
}
