import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { HandlerField } from './handler-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';

const memory = typedWords<{ handlerId: string | null }>('signFor');

export function SignForForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { handlerId: props.view.handler?.id ?? props.view.choices.usualHandlerId },
    schema: COMMAND_INPUTS.signFor,
    input: ({ handlerId }) => (handlerId === null ? {} : { handlerId }),
    send: (input, on) => call('signFor', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('signFor')}>
      <HandlerField
        handlers={props.view.choices.handlers}
        value={form.typed.handlerId}
        onChange={(handlerId) => form.change({ handlerId })}
        error={form.errors['handlerId']}
        optional
      />
    </FormFrame>
  );
}
