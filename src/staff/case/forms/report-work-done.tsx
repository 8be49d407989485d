import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { TEXTS } from './form-texts';
import type { CommandFormProps } from './use-command-form';
import { WordsAndPhotosForm } from './words-and-photos-form';

export function ReportWorkDoneForm(props: CommandFormProps) {
  return (
    <WordsAndPhotosForm
      {...props}
      command="reportWorkDone"
      schema={COMMAND_INPUTS.reportWorkDone}
      field="text"
      input={(text, photos) => ({ text, photos })}
      send={(input, on) => call('reportWorkDone', { ...input, ...on })}
      label={TEXTS.workDone}
      placeholder={TEXTS.workDonePlaceholder}
      audience="resident"
      hint={TEXTS.workDoneHint}
      maxLength={500}
      rows={3}
      optional
      photosLabel={TEXTS.afterPhotos}
    />
  );
}
