import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { TEXTS } from './form-texts';
import type { CommandFormProps } from './use-command-form';
import { WordsAndPhotosForm } from './words-and-photos-form';

export function ReopenForm(props: CommandFormProps) {
  return (
    <WordsAndPhotosForm
      {...props}
      command="reopen"
      schema={COMMAND_INPUTS.reopen}
      field="why"
      input={(why, photos) => ({ why, photos })}
      send={(input, on) => call('reopen', { ...input, ...on })}
      label={TEXTS.reopenWhy}
      placeholder={TEXTS.reopenPlaceholder}
      audience="resident"
      maxLength={1000}
    />
  );
}
