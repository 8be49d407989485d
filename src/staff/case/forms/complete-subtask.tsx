/** DP-04: the department that was asked has done its part. */
import { COMMAND_INPUTS } from '../../../../types/commands';
import type { PhotoView } from '../../../../types/views';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { PhotosField } from './photos-field';
import { onlySubtask, SubtaskField, subtaskProblem, subtasksFor } from './subtask-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

interface Typed {
  subtaskId: string | null;
  result: string;
  photos: PhotoView[];
}
const memory = typedWords<Typed>('completeSubtask');

export function CompleteSubtaskForm(props: CommandFormProps) {
  const { view } = props;
  const form = useCommandForm({
    ...props,
    memory,
    initial: { subtaskId: onlySubtask(view, 'completeSubtask'), result: '', photos: [] },
    schema: COMMAND_INPUTS.completeSubtask,
    input: ({ subtaskId, result, photos }) => ({
      subtaskId: subtaskId ?? '',
      result,
      photos: photos.map((photo) => photo.id),
    }),
    send: (input, on) => call('completeSubtask', { ...input, ...on }),
    check: ({ subtaskId }) => subtaskProblem(subtaskId),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('completeSubtask')}>
      <SubtaskField
        subtasks={subtasksFor(view, 'completeSubtask')}
        value={typed.subtaskId}
        onChange={(subtaskId) => change({ subtaskId })}
        error={errors['subtaskId']}
      />
      <WordsField
        label={TEXTS.subtaskResult}
        placeholder={TEXTS.resultPlaceholder}
        value={typed.result}
        onChange={(result) => change({ result })}
        error={errors['result']}
        audience="staff"
        maxLength={1000}
      />
      <PhotosField
        label={TEXTS.photos}
        photos={typed.photos}
        limits={view.limits}
        onChange={(photos) => change({ photos })}
        onHold={form.hold}
        error={errors['photos']}
      />
    </FormFrame>
  );
}
