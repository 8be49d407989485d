import { Text, View } from '@tarojs/components';
import { deriveSeverity } from '../../../../domain/complaint/severity';
import { COMMAND_INPUTS } from '../../../../types/commands';
import type { SeverityReasonCode } from '../../../../types/vocabulary';
import { call } from '../../../services/api';
import { SeverityBadge } from '../../../ui/SeverityBadge';
import { commandLabel } from '../command-label';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ reason: SeverityReasonCode | null; note: string }>('strikeSeverityReason');

export function StrikeSeverityReasonForm(props: CommandFormProps) {
  const { view } = props;
  const held = view.reasons.filter((reason) => !reason.struck).map((reason) => reason.code);
  const offered = held;
  const form = useCommandForm({
    ...props,
    memory,
    initial: { reason: held.length === 1 ? (held[0] ?? null) : null, note: '' },
    schema: COMMAND_INPUTS.strikeSeverityReason,
    input: ({ reason, note }) => ({ reason: reason ?? 'SV-23', note }),
    send: (input, on) => call('strikeSeverityReason', { ...input, ...on }),
    check: ({ reason }): Record<string, string> => (reason === null ? { reason: TEXTS.pickReason } : {}),
  });
  const { typed, change, errors } = form;
  const after =
    typed.reason === null
      ? null
      : deriveSeverity(
          view.kind,
          held.filter((code) => code !== typed.reason).map((code) => ({ code, struck: null })),
        );
  return (
    <FormFrame form={form} submit={commandLabel('strikeSeverityReason')}>
      <ChoiceField
        label={TEXTS.reason}
        options={view.choices.severityReasons
          .filter(({ code }) => offered.includes(code))
          .map(({ code, text }) => ({ value: code, text }))}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        error={errors['reason']}
      />
      {view.severity && after ? (
        <View className="hs-severity__now">
          <Text>{TEXTS.levelBefore}</Text>
          <SeverityBadge severity={view.severity} />
          <Text>{TEXTS.levelAfter}</Text>
          <SeverityBadge severity={after} />
        </View>
      ) : null}
      <WordsField
        label={TEXTS.reasonNote}
        placeholder={TEXTS.reasonNotePlaceholder}
        value={typed.note}
        onChange={(note) => change({ note })}
        error={errors['note']}
        audience="staff"
      />
    </FormFrame>
  );
}
