import { COMMAND_INPUTS } from '../../../../types/commands';
import type { PhotoView } from '../../../../types/views';
import { RESPONSIBILITIES, Responsibility } from '../../../../types/vocabulary';
import { call } from '../../../services/api';
import { Field } from '../../../ui/Field';
import { TextInput } from '../../../ui/TextInput';
import { commandLabel } from '../command-label';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { PhotosField } from './photos-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { optionsOf } from './vocabulary-options';
import { WordsField } from './words-field';

interface Typed {
  findings: string;
  spokeTo: string;
  valid: 'yes' | 'no' | null;
  responsibility: Responsibility;
  photos: PhotoView[];
}
const memory = typedWords<Typed>('recordInvestigation');

const VALID = [
  { value: 'yes', text: TEXTS.validYes },
  { value: 'no', text: TEXTS.validNo },
] as const;

export function RecordInvestigationForm(props: CommandFormProps) {
  const { view } = props;
  const form = useCommandForm({
    ...props,
    memory,
    initial: { findings: '', spokeTo: '', valid: null, responsibility: view.responsibility, photos: [] },
    schema: COMMAND_INPUTS.recordInvestigation,
    input: ({ valid, photos, ...typed }) => ({
      ...typed,
      valid: valid === 'yes',
      photos: photos.map((photo) => photo.id),
    }),
    send: (input, on) => call('recordInvestigation', { ...input, ...on }),
    check: ({ valid }): Record<string, string> => (valid === null ? { valid: TEXTS.pickValid } : {}),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('recordInvestigation')}>
      <WordsField
        label={TEXTS.findings}
        placeholder={TEXTS.findingsPlaceholder}
        value={typed.findings}
        onChange={(findings) => change({ findings })}
        error={errors['findings']}
        audience="resident"
        maxLength={2000}
        rows={4}
      />
      <ChoiceField
        label={TEXTS.valid}
        options={VALID}
        value={typed.valid}
        onChange={(valid) => change({ valid })}
        error={errors['valid']}
      />
      <ChoiceField
        label={TEXTS.responsibility}
        options={optionsOf(RESPONSIBILITIES, Responsibility.options)}
        value={typed.responsibility}
        onChange={(responsibility) => responsibility && change({ responsibility })}
        error={errors['responsibility']}
      />
      <Field label={TEXTS.spokeTo} error={errors['spokeTo']} optional>
        <TextInput
          value={typed.spokeTo}
          onChange={(spokeTo) => change({ spokeTo })}
          placeholder={TEXTS.spokeToPlaceholder}
          maxLength={200}
        />
      </Field>
      <PhotosField
        label={TEXTS.evidence}
        photos={typed.photos}
        limits={view.limits}
        onChange={(photos) => change({ photos })}
        onHold={form.hold}
        error={errors['photos']}
      />
    </FormFrame>
  );
}
