import { Text, View } from '@tarojs/components';
import type { Setting } from '../../../domain/policy/settings';
import { Button } from '../../ui/Button';
import { Chips } from '../../ui/Chips';
import { Field } from '../../ui/Field';
import { TextArea } from '../../ui/TextArea';
import { TextInput } from '../../ui/TextInput';
import { TEXTS } from './policy-texts';
import { DURATION_UNITS, type Typed } from './setting-value';

const UNIT_CHIPS = DURATION_UNITS.map((value) => ({ value, text: TEXTS.units[value] }));

const hintOf = ({ kind, unit, source }: Setting): string => {
  const how =
    kind === 'windows' || kind === 'windowsOrUsual' || kind === 'companyDays' || kind === 'years' || kind === 'share'
      ? TEXTS.hints[kind]
      : (unit ?? '');
  return [how, source].filter((part) => part !== '').join(' · ');
};

interface Props {
  setting: Setting;
  typed: Typed;
  onChange: (typed: Typed) => void;
  error?: string | undefined;
  /** What would hold without it, when the owner has set it itself. */
  above: string | null;
  /** It is to fall back to that. */
  falls: boolean;
  onFall: () => void;
}

/** One setting being edited. */
export function SettingField({ setting, typed, onChange, error, above, falls, onFall }: Props) {
  const { kind, label } = setting;
  const many = kind === 'companyDays';
  return (
    <Field label={label} hint={hintOf(setting)} error={error} group={kind === 'duration'}>
      {falls && above !== null ? (
        <Text className="hs-policy__falls">{TEXTS.willFallBack(above)}</Text>
      ) : many ? (
        <TextArea value={typed.text} maxLength={20_000} rows={5} onChange={(text) => onChange({ ...typed, text })} />
      ) : (
        <TextInput value={typed.text} maxLength={500} label={label} onChange={(text) => onChange({ ...typed, text })} />
      )}
      {kind === 'duration' && !falls ? (
        <Chips
          options={UNIT_CHIPS}
          value={typed.unit}
          label={`${label}的单位`}
          onChange={(unit) => onChange({ ...typed, unit })}
        />
      ) : null}
      {above !== null && !falls ? (
        <View className="hs-policy__fall">
          <Button
            text={TEXTS.fallBack}
            tone="quiet"
            size="small"
            label={TEXTS.fallBackLabel(label, above)}
            onPress={onFall}
          />
        </View>
      ) : null}
    </Field>
  );
}
