import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { TEXTS } from './form-texts';
import type { CommandFormProps } from './use-command-form';
import { WordsAndPhotosForm } from './words-and-photos-form';

export function AddWordsForm(props: CommandFormProps) {
  return (
    <WordsAndPhotosForm
      {...props}
      command="addWords"
      schema={COMMAND_INPUTS.addWords}
      field="text"
      input={(text, photos) => ({ text, photos })}
      send={(input, on) => call('addWords', { ...input, ...on })}
      label={TEXTS.wordsForResident}
      placeholder={TEXTS.wordsForResidentPlaceholder}
      audience="resident"
      hint={TEXTS.wordsHint}
      maxLength={2000}
    />
  );
}
