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
  text: string;
  photos: PhotoView[];
}
const memory = typedWords<Typed>('reportProgress');

export function ReportProgressForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { text: '', photos: [] },
    schema: COMMAND_INPUTS.reportProgress,
    input: ({ text, photos }) => ({ text, photos: photos.map((photo) => photo.id) }),
    send: (input, on) => call('reportProgress', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('reportProgress')}>
      <WordsField
        label={TEXTS.progress}
        placeholder={TEXTS.progressPlaceholder}
        value={form.typed.text}
        onChange={(text) => form.change({ text })}
        error={form.errors['text']}
        hint={TEXTS.residentHint}
        maxLength={2000}
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
