import { View } from '@tarojs/components';
import { Field } from '../../../ui/Field';
import { TextArea } from '../../../ui/TextArea';
import { TEXTS } from './form-texts';

/** Who will read what is written: the resident too, or staff only. */
export type Audience = 'resident' | 'staff';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  placeholder?: string;
  hint?: string;
  /** Said below and shown by the colour of the field, so that an internal note and words to the resident are never mixed up. */
  audience?: Audience;
  maxLength?: number;
  rows?: number;
  optional?: boolean;
}

const audienceHint = (audience: Audience, hint: string | undefined): string =>
  hint === undefined ? TEXTS.audience[audience] : `${hint}；${TEXTS.audience[audience]}`;

/** A labelled text of several lines. */
export function WordsField({
  label,
  value,
  onChange,
  error,
  placeholder,
  hint,
  audience,
  maxLength = 500,
  rows = 3,
  optional = false,
}: Props) {
  const field = (
    <Field
      label={label}
      error={error}
      hint={audience === undefined ? hint : audienceHint(audience, hint)}
      optional={optional}
    >
      <TextArea value={value} onChange={onChange} placeholder={placeholder} maxLength={maxLength} rows={rows} />
    </Field>
  );
  return audience === undefined ? field : <View className={`hs-audience hs-audience--${audience}`}>{field}</View>;
}
