import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { carriesSeverity, deriveSeverity, LEVEL_OF_REASON } from '../../../../domain/complaint/severity';
import { type Kind, SEVERITIES, SEVERITY_REASONS, SeverityReasonCode } from '../../../../types/vocabulary';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Icon } from '../../../ui/Icon';
import { Pressable } from '../../../ui/Pressable';
import { SeverityBadge } from '../../../ui/SeverityBadge';
import { TEXTS } from './form-texts';

interface Props {
  kind: Kind;
  reasons: readonly SeverityReasonCode[];
  onChange: (reasons: SeverityReasonCode[]) => void;
}

/** The reasons that hold, each to be taken off or put on; the level follows from them and can't be set. */
export function SeverityField({ kind, reasons, onChange }: Props) {
  const [offered, setOffered] = useState<readonly SeverityReasonCode[]>(reasons);
  if (!carriesSeverity(kind)) return null;
  const severity = deriveSeverity(
    kind,
    reasons.map((code) => ({ code, struck: null })),
  );
  const all = offered.length === SeverityReasonCode.options.length;
  return (
    <Field label={TEXTS.severityFrom} group>
      <View className="hs-severity__now">
        <Text>{TEXTS.severityNow}</Text>
        {severity ? <SeverityBadge severity={severity} /> : null}
      </View>
      {offered.length === 0 ? <Text className="hs-form__faint">{TEXTS.noReasons}</Text> : null}
      {offered.map((code) => {
        const held = reasons.includes(code);
        const text = `${SEVERITY_REASONS[code]}（${SEVERITIES[LEVEL_OF_REASON[code]]}）`;
        return (
          <Pressable
            key={code}
            className={`hs-severity__reason ${held ? 'is-held' : ''}`}
            role="switch"
            checked={held}
            label={text}
            onPress={() => onChange(held ? reasons.filter((other) => other !== code) : [...reasons, code])}
          >
            <View className="hs-severity__box">{held ? <Icon name="check" size="small" /> : null}</View>
            <Text className="hs-severity__text">{text}</Text>
          </Pressable>
        );
      })}
      {all ? null : (
        <Button
          text={TEXTS.moreReasons}
          tone="quiet"
          size="small"
          icon="plus"
          onPress={() => setOffered(SeverityReasonCode.options)}
        />
      )}
    </Field>
  );
}
