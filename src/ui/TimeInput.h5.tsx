import './TimeInput.scss';
import { useField } from './Field';
import type { TimeInputProps } from './TimeInput';

export function TimeInput({ value, onChange, from, to }: TimeInputProps) {
  const field = useField();
  return (
    <input
      id={field?.id}
      className={`hy-time__box ${field?.invalid ? 'is-invalid' : ''}`}
      type="datetime-local"
      value={value}
      min={from || undefined}
      max={to || undefined}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
