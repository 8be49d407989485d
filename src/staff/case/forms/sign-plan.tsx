import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { PlanText } from './plan-text';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ note: string }>('signPlan');

export function SignPlanForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { note: '' },
    schema: COMMAND_INPUTS.signPlan,
    input: (typed) => typed,
    send: (input, on) => call('signPlan', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('signPlan')}>
      <PlanText view={props.view} />
      <WordsField
        label={TEXTS.note}
        audience="staff"
        placeholder={TEXTS.notePlaceholder}
        value={form.typed.note}
        onChange={(note) => form.change({ note })}
        error={form.errors['note']}
        optional
      />
    </FormFrame>
  );
}
