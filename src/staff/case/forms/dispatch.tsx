import { View } from '@tarojs/components';
import { useState } from 'react';
import { COMMAND_INPUTS } from '../../../../types/commands';
import type { ComplaintView } from '../../../../types/views';
import { CATEGORIES, Category, KINDS, Kind, RESPONSIBILITIES, Responsibility } from '../../../../types/vocabulary';
import { call } from '../../../services/api';
import { Button } from '../../../ui/Button';
import { commandLabel } from '../command-label';
import { departmentOf, proposedDepartment } from '../proposed-department';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { optionsOf } from './vocabulary-options';
import { WordsField } from './words-field';

interface Typed {
  kind: Kind;
  category: Category;
  responsibility: Responsibility;
  departmentId: string | null;
  note: string;
}
const memory = typedWords<Typed>('dispatch');

/** IN-11: praise is forwarded. */
const DISPATCHED = Kind.options.filter((kind) => kind !== 'praise');

/** RG-02, RG-03: the proposal stands preselected; what is changed here is kept as a correction. */
export function DispatchForm(props: CommandFormProps) {
  const { view } = props;
  const form = useCommandForm({
    ...props,
    memory,
    initial: {
      kind: view.kind === 'praise' ? 'complaint' : view.kind,
      category: view.category,
      responsibility: view.responsibility,
      departmentId: proposedDepartment(view)?.id ?? null,
      note: '',
    },
    schema: COMMAND_INPUTS.dispatch,
    input: ({ departmentId, ...typed }) => ({ ...typed, departmentId: departmentId ?? '' }),
    send: (input, on) => call('dispatch', { ...input, ...on }),
    check: ({ departmentId }): Record<string, string> =>
      departmentId === null ? { departmentId: TEXTS.pickDepartment } : {},
  });
  const { typed, change, errors } = form;
  // DP-03, IF-03: whoever decides above the desk says why.
  const above = view.dispatcher !== 'desk';
  // The department follows the category as long as nobody chose another.
  const chooseCategory = (category: Category) => {
    const follows =
      typed.departmentId === null ||
      typed.departmentId === (departmentOf(typed.category, view.choices.departments)?.id ?? null);
    change({
      category,
      ...(follows ? { departmentId: departmentOf(category, view.choices.departments)?.id ?? typed.departmentId } : {}),
    });
  };
  const corrected = (field: 'kind' | 'category' | 'responsibility') =>
    view.proposal && view.proposal[field].value !== typed[field] ? TEXTS.corrected : undefined;
  return (
    <FormFrame form={form} submit={commandLabel('dispatch')}>
      <ChoiceField
        label={TEXTS.department}
        options={view.choices.departments.map(({ id, name }) => ({ value: id, text: name }))}
        value={view.choices.departments.find(({ id }) => id === typed.departmentId)?.id ?? null}
        onChange={(departmentId) => change({ departmentId })}
        error={errors['departmentId']}
      />
      <CategoryField
        view={view}
        value={typed.category}
        onChange={chooseCategory}
        error={errors['category']}
        hint={corrected('category')}
      />
      <ChoiceField
        label={TEXTS.kind}
        options={optionsOf(KINDS, DISPATCHED)}
        value={typed.kind}
        onChange={(kind) => kind && change({ kind })}
        hint={corrected('kind')}
      />
      <ChoiceField
        label={TEXTS.responsibility}
        options={optionsOf(RESPONSIBILITIES, Responsibility.options)}
        value={typed.responsibility}
        onChange={(responsibility) => responsibility && change({ responsibility })}
        hint={corrected('responsibility')}
      />
      <WordsField
        label={above ? TEXTS.decision : TEXTS.dispatchNote}
        audience="staff"
        placeholder={above ? TEXTS.decisionPlaceholder : TEXTS.dispatchNotePlaceholder}
        value={typed.note}
        onChange={(note) => change({ note })}
        error={errors['note']}
        rows={2}
        optional={!above}
      />
    </FormFrame>
  );
}

const ALL = '全部类别';

/** The likely categories first; all nineteen on request. */
function CategoryField({
  view,
  value,
  onChange,
  error,
  hint,
}: {
  view: ComplaintView;
  value: Category;
  onChange: (value: Category) => void;
  error: string | undefined;
  hint: string | undefined;
}) {
  const likely = [
    ...new Set(
      [view.category, view.proposal?.category.value, view.proposal?.category.runnerUp, value].filter(
        (category) => category !== undefined && category !== null,
      ),
    ),
  ];
  const [all, setAll] = useState(false);
  return (
    <View className="hs-form__group">
      <ChoiceField
        label={TEXTS.category}
        options={optionsOf(CATEGORIES, all ? Category.options : likely)}
        value={value}
        onChange={(category) => category && onChange(category)}
        error={error}
        hint={hint}
      />
      {all ? null : <Button text={ALL} tone="quiet" size="small" icon="down" onPress={() => setAll(true)} />}
    </View>
  );
}
