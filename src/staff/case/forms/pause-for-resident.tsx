import { COMMAND_INPUTS } from '../../../../types/commands';
import type { Instant } from '../../../../types/ids';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { TimeField } from './time-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ reason: string; until: Instant | null }>('pauseForResident');

/** CK-05: the resident sees what is waited for. */
export function PauseForResidentForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { reason: '', until: null },
    schema: COMMAND_INPUTS.pauseForResident,
    input: ({ reason, until }) => ({ reason, ...(until === null ? {} : { until }) }),
    send: (input, on) => call('pauseForResident', { ...input, ...on }),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('pauseForResident')}>
      <WordsField
        label={TEXTS.pauseReason}
        placeholder={TEXTS.pausePlaceholder}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        error={errors['reason']}
        audience="resident"
      />
      <TimeField
        label={TEXTS.pauseUntil}
        value={typed.until}
        onChange={(until) => change({ until })}
        zone={props.view.estate}
        error={errors['until']}
        hint={TEXTS.pauseHint}
      />
    </FormFrame>
  );
}
