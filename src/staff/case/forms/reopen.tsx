import { COMMAND_INPUTS } from '../../../../types/commands';
import type { PhotoView } from '../../../../types/views';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { PhotosField } from './photos-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

interface Typed {
  why: string;
  photos: PhotoView[];
}
const memory = typedWords<Typed>('reopen');

export function ReopenForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { why: '', photos: [] },
    schema: COMMAND_INPUTS.reopen,
    input: ({ why, photos }) => ({ why, photos: photos.map((photo) => photo.id) }),
    send: (input, on) => call('reopen', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('reopen')}>
      <WordsField
        label={TEXTS.reopenWhy}
        placeholder={TEXTS.reopenPlaceholder}
        value={form.typed.why}
        onChange={(why) => form.change({ why })}
        error={form.errors['why']}
        hint={TEXTS.residentHint}
        maxLength={1000}
        rows={4}
      />
      <PhotosField
        label={TEXTS.photos}
        photos={form.typed.photos}
        limits={props.view.limits}
        onChange={(photos) => form.change({ photos })}
        onHold={form.hold}
        error={form.errors['photos']}
      />
    </FormFrame>
  );
}
