import { Chips } from '../../../ui/Chips';
import { Field } from '../../../ui/Field';

interface Props<T extends string> {
  label: string;
  options: readonly { value: T; text: string }[];
  value: T | null;
  onChange: (value: T | null) => void;
  error?: string | undefined;
  hint?: string | undefined;
  clearable?: boolean;
  optional?: boolean;
}

export function ChoiceField<T extends string>({
  label,
  options,
  value,
  onChange,
  error,
  hint,
  clearable = false,
  optional = false,
}: Props<T>) {
  return (
    <Field label={label} error={error} hint={hint} optional={optional} group>
      <Chips options={options} value={value} onChange={onChange} clearable={clearable} />
    </Field>
  );
}
