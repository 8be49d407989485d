import './TextInput.scss';
import { useField } from './Field';
import type { TextInputProps } from './TextInput';

const KEYBOARD = { text: 'text', phone: 'tel', number: 'text', search: 'search', code: 'text' } as const;
const INPUT_MODE = { text: 'text', phone: 'tel', number: 'numeric', search: 'search', code: 'text' } as const;
const COMPLETE = { text: 'off', phone: 'tel', number: 'off', search: 'off', code: 'one-time-code' } as const;

export function TextInput({
  value,
  onChange,
  placeholder,
  kind = 'text',
  maxLength,
  onConfirm,
  label,
  autoFocus,
  choices,
}: TextInputProps) {
  const field = useField();
  return (
    <input
      id={field?.id}
      className={`hy-input ${field?.invalid ? 'is-invalid' : ''}`}
      value={value}
      type={KEYBOARD[kind]}
      inputMode={INPUT_MODE[kind]}
      autoComplete={COMPLETE[kind]}
      autoCapitalize={kind === 'code' ? 'characters' : 'off'}
      maxLength={maxLength}
      placeholder={placeholder}
      aria-label={label}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid || undefined}
      autoFocus={autoFocus}
      {...(choices === undefined
        ? {}
        : {
            role: 'combobox',
            'aria-expanded': choices.activeId !== undefined,
            'aria-controls': choices.listId,
            'aria-activedescendant': choices.activeId,
            'aria-autocomplete': 'list' as const,
          })}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.();
      }}
    />
  );
}
