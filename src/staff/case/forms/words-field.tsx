import { Field } from '../../../ui/Field';
import { TextArea } from '../../../ui/TextArea';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  placeholder?: string;
  hint?: string;
  maxLength?: number;
  rows?: number;
  optional?: boolean;
}

/** A labelled text of several lines. */
export function WordsField({
  label,
  value,
  onChange,
  error,
  placeholder,
  hint,
  maxLength = 500,
  rows = 3,
  optional = false,
}: Props) {
  return (
    <Field label={label} error={error} hint={hint} optional={optional}>
      <TextArea value={value} onChange={onChange} placeholder={placeholder} maxLength={maxLength} rows={rows} />
    </Field>
  );
}
