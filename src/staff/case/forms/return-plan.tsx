import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { PlanText } from './plan-text';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ reason: string }>('returnPlan');

export function ReturnPlanForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { reason: '' },
    schema: COMMAND_INPUTS.returnPlan,
    input: (typed) => typed,
    send: (input, on) => call('returnPlan', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('returnPlan')} danger>
      <PlanText view={props.view} />
      <WordsField
        label={TEXTS.returnReason}
        audience="staff"
        placeholder={TEXTS.returnPlanPlaceholder}
        value={form.typed.reason}
        onChange={(reason) => form.change({ reason })}
        error={form.errors['reason']}
      />
    </FormFrame>
  );
}
