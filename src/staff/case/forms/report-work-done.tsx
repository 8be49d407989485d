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
const memory = typedWords<Typed>('reportWorkDone');

export function ReportWorkDoneForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { text: '', photos: [] },
    schema: COMMAND_INPUTS.reportWorkDone,
    input: ({ text, photos }) => ({ text, photos: photos.map((photo) => photo.id) }),
    send: (input, on) => call('reportWorkDone', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={commandLabel('reportWorkDone')}>
      <WordsField
        label={TEXTS.workDone}
        placeholder={TEXTS.workDonePlaceholder}
        value={form.typed.text}
        onChange={(text) => form.change({ text })}
        error={form.errors['text']}
        hint={TEXTS.workDoneHint}
        maxLength={500}
        rows={3}
        optional
      />
      <PhotosField
        label={TEXTS.afterPhotos}
        photos={form.typed.photos}
        limits={props.view.limits}
        onChange={(photos) => form.change({ photos })}
        onHold={form.hold}
        error={form.errors['photos']}
      />
    </FormFrame>
  );
}
