import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { TEXTS } from './form-texts';
import type { CommandFormProps } from './use-command-form';
import { WordsAndPhotosForm } from './words-and-photos-form';

export function AddNoteForm(props: CommandFormProps) {
  return (
    <WordsAndPhotosForm
      {...props}
      command="addNote"
      schema={COMMAND_INPUTS.addNote}
      field="text"
      input={(text, photos) => ({ text, photos })}
      send={(input, on) => call('addNote', { ...input, ...on })}
      label={TEXTS.internalNote}
      placeholder={TEXTS.internalNotePlaceholder}
      audience="staff"
      maxLength={2000}
    />
  );
}
