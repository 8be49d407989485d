import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Zone } from '../../../../domain/clock/zone';
import type { Instant } from '../../../../types/ids';
import { Chips } from '../../../ui/Chips';
import { Field } from '../../../ui/Field';
import { useNow } from '../../../ui/use-now';
import { DateTimeInput } from './date-time-input';
import { timeChoices } from './expected-time';
import { TEXTS } from './form-texts';

interface Props {
  label: string;
  value: Instant | null;
  onChange: (value: Instant | null) => void;
  zone: Zone;
  error?: string | undefined;
  hint?: string | undefined;
}

const OTHER = 'other';

/** A promised time: usual ones by one tap, any other by the pickers. */
export function TimeField({ label, value, onChange, zone, error, hint }: Props) {
  const now = Date.parse(useNow());
  const choices = timeChoices(now, zone);
  const [other, setOther] = useState(value !== null && !choices.some((choice) => choice.at === value));
  return (
    <Field label={label} error={error} hint={hint} group>
      <Chips
        options={[
          ...choices.map((choice) => ({ value: choice.at, text: choice.text })),
          { value: OTHER, text: TEXTS.otherTime },
        ]}
        value={other ? OTHER : value}
        onChange={(chosen) => {
          setOther(chosen === OTHER);
          if (chosen !== OTHER) onChange(chosen);
        }}
      />
      {other ? (
        <View className="hs-form__more">
          <DateTimeInput label={label} value={value} onChange={onChange} zone={zone} fromMs={now} />
        </View>
      ) : null}
    </Field>
  );
}
