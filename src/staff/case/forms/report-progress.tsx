import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { TEXTS } from './form-texts';
import type { CommandFormProps } from './use-command-form';
import { WordsAndPhotosForm } from './words-and-photos-form';

export function ReportProgressForm(props: CommandFormProps) {
  return (
    <WordsAndPhotosForm
      {...props}
      command="reportProgress"
      schema={COMMAND_INPUTS.reportProgress}
      field="text"
      input={(text, photos) => ({ text, photos })}
      send={(input, on) => call('reportProgress', { ...input, ...on })}
      label={TEXTS.progress}
      placeholder={TEXTS.progressPlaceholder}
      audience="resident"
      maxLength={2000}
    />
  );
}
