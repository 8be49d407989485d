import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { proposedDepartment } from '../proposed-department';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ departmentId: string | null; note: string }>('forwardPraise');

/** IN-11 */
export function ForwardPraiseForm(props: CommandFormProps) {
  const { view } = props;
  const form = useCommandForm({
    ...props,
    memory,
    initial: { departmentId: proposedDepartment(view)?.id ?? null, note: '' },
    schema: COMMAND_INPUTS.forwardPraise,
    input: ({ departmentId, note }) => ({ departmentId: departmentId ?? '', note }),
    send: (input, on) => call('forwardPraise', { ...input, ...on }),
    check: ({ departmentId }): Record<string, string> =>
      departmentId === null ? { departmentId: TEXTS.pickDepartment } : {},
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('forwardPraise')}>
      <ChoiceField
        label={TEXTS.forwardTo}
        options={view.choices.departments.map(({ id, name }) => ({ value: id, text: name }))}
        value={view.choices.departments.find(({ id }) => id === typed.departmentId)?.id ?? null}
        onChange={(departmentId) => change({ departmentId })}
        error={errors['departmentId']}
        hint={TEXTS.forwardHint}
      />
      <WordsField
        label={TEXTS.forwardNote}
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
