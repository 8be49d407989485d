import { COMMAND_INPUTS } from '../../../../types/commands';
import type { Instant } from '../../../../types/ids';
import { call } from '../../../services/api';
import { useNow } from '../../../ui/use-now';
import { commandLabel } from '../command-label';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { timeProblem } from './time-problem';
import { TimeField } from './time-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ reason: string; expectedAt: Instant | null }>('postpone');

/** HD-05: said before it is late, or counted as late. */
export function PostponeForm(props: CommandFormProps) {
  const { view } = props;
  const now = useNow();
  const form = useCommandForm({
    ...props,
    memory,
    initial: { reason: '', expectedAt: null },
    schema: COMMAND_INPUTS.postpone,
    input: ({ reason, expectedAt }) => ({ reason, expectedAt: expectedAt ?? '' }),
    send: (input, on) => call('postpone', { ...input, ...on }),
    check: ({ expectedAt }) => timeProblem(expectedAt),
  });
  const { typed, change, errors } = form;
  const late = view.plan !== null && view.plan.expectedAt < now;
  return (
    <FormFrame form={form} submit={commandLabel('postpone')}>
      <WordsField
        label={TEXTS.postponeReason}
        placeholder={TEXTS.postponePlaceholder}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        error={errors['reason']}
        audience="resident"
      />
      <TimeField
        label={TEXTS.newExpectedAt}
        value={typed.expectedAt}
        onChange={(expectedAt) => change({ expectedAt })}
        zone={view.estate}
        error={errors['expectedAt']}
        hint={late ? TEXTS.postponeLate : undefined}
      />
    </FormFrame>
  );
}
