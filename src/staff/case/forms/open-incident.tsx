import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { Field } from '../../../ui/Field';
import { Switch } from '../../../ui/Switch';
import { TextInput } from '../../../ui/TextInput';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './incident-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';

interface Typed {
  summary: string;
  placeText: string;
  publicPlace: boolean;
}
const memory = typedWords<Typed>('openIncident');

/** IN-07: what other residents will read is written here, by the desk. */
export function OpenIncidentForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { summary: '', placeText: '', publicPlace: false },
    schema: COMMAND_INPUTS.openIncident,
    input: (typed) => typed,
    send: (input, on) => call('openIncident', { ...input, ...on }),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('openIncident')}>
      <Field label={TEXTS.summary} hint={TEXTS.summaryHint} error={errors['summary']}>
        <TextInput
          value={typed.summary}
          placeholder={TEXTS.summaryPlaceholder}
          maxLength={40}
          onChange={(summary) => change({ summary })}
        />
      </Field>
      <Field label={TEXTS.placeText} error={errors['placeText']} optional>
        <TextInput
          value={typed.placeText}
          placeholder={TEXTS.placePlaceholder}
          maxLength={30}
          onChange={(placeText) => change({ placeText })}
        />
      </Field>
      <Switch
        title={TEXTS.publicPlace}
        note={TEXTS.publicPlaceNote}
        on={typed.publicPlace}
        onChange={(publicPlace) => change({ publicPlace })}
      />
    </FormFrame>
  );
}
