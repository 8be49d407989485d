import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { TEXTS } from './form-texts';
import type { CommandFormProps } from './use-command-form';
import { WordsAndPhotosForm } from './words-and-photos-form';

/** IN-11: to an inquiry or a suggestion. */
export function WriteAnswerForm(props: CommandFormProps) {
  return (
    <WordsAndPhotosForm
      {...props}
      command="writeAnswer"
      schema={COMMAND_INPUTS.writeAnswer}
      field="answer"
      input={(answer, photos) => ({ answer, photos })}
      send={(input, on) => call('writeAnswer', { ...input, ...on })}
      label={TEXTS.answer}
      placeholder={TEXTS.answerPlaceholder}
      audience="resident"
      maxLength={2000}
      rows={5}
    />
  );
}
