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

const memory = typedWords<{ answer: string; photos: PhotoView[] }>('writeAnswer');

/** IN-11: to an inquiry or a suggestion. */
export function WriteAnswerForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { answer: '', photos: [] },
    schema: COMMAND_INPUTS.writeAnswer,
    input: ({ answer, photos }) => ({ answer, photos: photos.map((photo) => photo.id) }),
    send: (input, on) => call('writeAnswer', { ...input, ...on }),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('writeAnswer')}>
      <WordsField
        label={TEXTS.answer}
        placeholder={TEXTS.answerPlaceholder}
        value={typed.answer}
        onChange={(answer) => change({ answer })}
        error={errors['answer']}
        hint={TEXTS.residentHint}
        maxLength={2000}
        rows={5}
      />
      <PhotosField
        label={TEXTS.photos}
        photos={typed.photos}
        limits={props.view.limits}
        onChange={(photos) => change({ photos })}
        onHold={form.hold}
        error={errors['photos']}
      />
    </FormFrame>
  );
}
