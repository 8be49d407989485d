import { Text, View } from '@tarojs/components';
import { deriveSeverity, suggestedReasons } from '../../../../domain/complaint/severity';
import { COMMAND_INPUTS } from '../../../../types/commands';
import { SeverityReasonCode } from '../../../../types/vocabulary';
import { call } from '../../../services/api';
import { Button } from '../../../ui/Button';
import { SeverityBadge } from '../../../ui/SeverityBadge';
import { commandLabel } from '../command-label';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

const memory = typedWords<{ reason: SeverityReasonCode | null; note: string }>('addSeverityReason');

export function AddSeverityReasonForm(props: CommandFormProps) {
  const { view } = props;
  const held = view.reasons.filter((reason) => !reason.struck).map((reason) => reason.code);
  const offered = SeverityReasonCode.options.filter((code) => !held.includes(code));
  const form = useCommandForm({
    ...props,
    memory,
    initial: { reason: null, note: '' },
    schema: COMMAND_INPUTS.addSeverityReason,
    input: ({ reason, note }) => ({ reason: reason ?? 'SV-23', note }),
    send: (input, on) => call('addSeverityReason', { ...input, ...on }),
    check: ({ reason }): Record<string, string> => (reason === null ? { reason: TEXTS.pickReason } : {}),
  });
  const { typed, change, errors } = form;
  const [suggested] = suggestedReasons(view);
  const after =
    typed.reason === null
      ? null
      : deriveSeverity(
          view.kind,
          [...held, typed.reason].map((code) => ({ code, struck: null })),
        );
  return (
    <FormFrame form={form} submit={commandLabel('addSeverityReason')}>
      {suggested === undefined || typed.reason === suggested.code ? null : (
        <View className="hs-severity__now">
          <Text>
            {TEXTS.suggestedReason(
              view.choices.severityReasons.find(({ code }) => code === suggested.code)?.text ?? '',
              suggested.evidence,
            )}
          </Text>
          <Button
            text={TEXTS.takeSuggestion}
            tone="secondary"
            size="small"
            onPress={() => change({ reason: suggested.code, note: TEXTS.suggestedNote(suggested.evidence) })}
          />
        </View>
      )}
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
