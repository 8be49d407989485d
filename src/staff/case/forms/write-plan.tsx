import { atLeast } from '../../../../types/vocabulary';
import { dueText } from '../../../../domain/clock/describe';
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

const memory = typedWords<{ measures: string; expectedAt: Instant | null }>('writePlan');

export function WritePlanForm(props: CommandFormProps) {
  const { view } = props;
  const form = useCommandForm({
    ...props,
    memory,
    initial: { measures: view.plan?.measures ?? '', expectedAt: null },
    schema: COMMAND_INPUTS.writePlan,
    input: ({ measures, expectedAt }) => ({ measures, expectedAt: expectedAt ?? '' }),
    send: (input, on) => call('writePlan', { ...input, ...on }),
    check: ({ expectedAt }) => timeProblem(expectedAt),
  });
  const { typed, change, errors } = form;
  const now = useNow();
  const wished = view.round === 1 && view.wishBy !== null && view.wishBy > now ? view.wishBy : null;
  const hints = [
    ...(atLeast(view.severity, 'important') ? [TEXTS.planNeedsSignature] : []),
    ...(wished === null ? [] : [TEXTS.wishedFor(dueText(wished, now, view.estate))]),
  ];
  return (
    <FormFrame form={form} submit={commandLabel('writePlan')}>
      <WordsField
        label={TEXTS.measures}
        placeholder={TEXTS.measuresPlaceholder}
        value={typed.measures}
        onChange={(measures) => change({ measures })}
        error={errors['measures']}
        audience="resident"
        maxLength={2000}
        rows={4}
      />
      <TimeField
        label={TEXTS.expectedAt}
        value={typed.expectedAt}
        onChange={(expectedAt) => change({ expectedAt })}
        zone={view.estate}
        error={errors['expectedAt']}
        hint={hints.length > 0 ? hints.join('。') : undefined}
      />
    </FormFrame>
  );
}
