/** The form of a command that takes a few words and, if there are any, photos. */
import type * as z from 'zod/mini';
import type { CommandName } from '../../../../types/commands';
import type { ComplaintView, PhotoView } from '../../../../types/views';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { PhotosField } from './photos-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, type OnComplaint, useCommandForm } from './use-command-form';
import { type Audience, WordsField } from './words-field';

interface Typed {
  words: string;
  photos: PhotoView[];
}

interface Props<S extends z.ZodMiniType> extends CommandFormProps {
  command: CommandName;
  schema: S;
  /** What the words are called in the command's input, for its refusals. */
  field: string;
  input: (words: string, photos: PhotoView['id'][]) => z.input<S>;
  send: (input: z.input<S>, on: OnComplaint) => Promise<ComplaintView>;
  label: string;
  placeholder: string;
  audience: Audience;
  /** Said before who will read it. */
  hint?: string;
  maxLength: number;
  rows?: number;
  /** May the words be left out? */
  optional?: boolean;
  photosLabel?: string;
}

export function WordsAndPhotosForm<S extends z.ZodMiniType>({
  command,
  schema,
  field,
  input,
  send,
  label,
  placeholder,
  audience,
  hint,
  maxLength,
  rows = 4,
  optional = false,
  photosLabel = TEXTS.photos,
  ...props
}: Props<S>) {
  const form = useCommandForm({
    ...props,
    memory: typedWords<Typed>(command),
    initial: { words: '', photos: [] },
    schema,
    input: ({ words, photos }) =>
      input(
        words,
        photos.map(({ id }) => id),
      ),
    send,
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel(command)}>
      <WordsField
        label={label}
        placeholder={placeholder}
        value={typed.words}
        onChange={(words) => change({ words })}
        error={errors[field]}
        audience={audience}
        {...(hint === undefined ? {} : { hint })}
        maxLength={maxLength}
        rows={rows}
        optional={optional}
      />
      <PhotosField
        label={photosLabel}
        photos={typed.photos}
        limits={props.view.limits}
        onChange={(photos) => change({ photos })}
        onHold={form.hold}
        error={errors['photos']}
      />
    </FormFrame>
  );
}
