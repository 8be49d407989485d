import { COMMAND_INPUTS } from '../../../../types/commands';
import { INFORM_WAYS } from '../../../../types/vocabulary';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { ResidentCall } from '../resident-call';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const HOW = ['phone', 'visit'] as const;
type How = (typeof HOW)[number];
const WAYS: { value: How; text: string }[] = HOW.map((value) => ({ value, text: INFORM_WAYS[value] }));
interface Typed {
  how: How;
  words: string;
}
const memory = typedWords<Typed>('informResident');
const UNTOUCHED: Typed = { how: 'phone', words: '' };

export function InformResidentForm(props: CommandFormProps) {
  const { view } = props;
  const form = useCommandForm({
    ...props,
    memory,
    initial: UNTOUCHED,
    schema: COMMAND_INPUTS.informResident,
    input: (typed) => typed,
    send: (input, on) => call('informResident', { ...input, ...on }),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('informResident')}>
      <ResidentCall view={view} />
      <ChoiceField
        label={TEXTS.how}
        options={WAYS}
        value={typed.how}
        onChange={(how) => how && change({ how })}
        error={errors['how']}
      />
      <WordsField
        label={TEXTS.informWords}
        audience="resident"
        placeholder={TEXTS.informPlaceholder}
        value={typed.words}
        onChange={(words) => change({ words })}
        error={errors['words']}
        optional
      />
    </FormFrame>
  );
}
