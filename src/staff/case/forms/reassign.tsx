/** A complaint that a department can't or doesn't take on is given to another. */
import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

interface Typed {
  departmentId: string | null;
  reason: string;
}
const memory = typedWords<Typed>('reassign');

const check = ({ departmentId }: Typed): Record<string, string> =>
  departmentId === null ? { departmentId: TEXTS.pickReassigned } : {};

export function ReassignForm(props: CommandFormProps) {
  const { view } = props;
  const others = view.choices.departments.filter(({ id }) => id !== view.department?.id);
  const form = useCommandForm({
    ...props,
    memory,
    initial: { departmentId: null, reason: '' },
    schema: COMMAND_INPUTS.reassign,
    input: ({ departmentId, reason }) => ({ departmentId: departmentId ?? '', reason }),
    send: (input, on) => call('reassign', { ...input, ...on }),
    check,
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('reassign')}>
      <ChoiceField
        label={TEXTS.reassignTo}
        options={others.map(({ id, name }) => ({ value: id, text: name }))}
        value={others.find(({ id }) => id === typed.departmentId)?.id ?? null}
        onChange={(departmentId) => change({ departmentId })}
        error={errors['departmentId']}
        hint={TEXTS.reassignHint}
      />
      <WordsField
        label={TEXTS.reassignReason}
        audience="staff"
        placeholder={TEXTS.reassignReasonPlaceholder}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        error={errors['reason']}
      />
    </FormFrame>
  );
}
