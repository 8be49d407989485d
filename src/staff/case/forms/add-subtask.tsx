/** DP-04: another department is asked to do a part of it, by its own deadline. */
import { COMMAND_INPUTS } from '../../../../types/commands';
import type { Instant } from '../../../../types/ids';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { TimeField } from './time-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

interface Typed {
  departmentId: string | null;
  what: string;
  dueAt: Instant | null;
}
const memory = typedWords<Typed>('addSubtask');

const check = ({ departmentId, dueAt }: Typed): Record<string, string> => ({
  ...(departmentId === null ? { departmentId: TEXTS.pickHelper } : {}),
  ...(dueAt === null ? { dueAt: TEXTS.pickTime } : {}),
});

export function AddSubtaskForm(props: CommandFormProps) {
  const { view } = props;
  const form = useCommandForm({
    ...props,
    memory,
    initial: { departmentId: null, what: '', dueAt: null },
    schema: COMMAND_INPUTS.addSubtask,
    input: ({ departmentId, what, dueAt }) => ({ departmentId: departmentId ?? '', what, dueAt: dueAt ?? '' }),
    send: (input, on) => call('addSubtask', { ...input, ...on }),
    check,
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('addSubtask')}>
      <ChoiceField
        label={TEXTS.helper}
        options={view.choices.departments.map(({ id, name }) => ({ value: id, text: name }))}
        value={view.choices.departments.find(({ id }) => id === typed.departmentId)?.id ?? null}
        onChange={(departmentId) => change({ departmentId })}
        error={errors['departmentId']}
        hint={TEXTS.helperHint}
      />
      <WordsField
        label={TEXTS.helpWhat}
        audience="staff"
        placeholder={TEXTS.helpWhatPlaceholder}
        value={typed.what}
        onChange={(what) => change({ what })}
        error={errors['what']}
      />
      <TimeField
        label={TEXTS.helpDueAt}
        value={typed.dueAt}
        onChange={(dueAt) => change({ dueAt })}
        zone={view.estate}
        error={errors['dueAt']}
      />
    </FormFrame>
  );
}
