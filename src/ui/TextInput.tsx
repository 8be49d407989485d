import './TextInput.scss';
import { Input } from '@tarojs/components';
import { useField } from './Field';

export interface TextInputProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  kind?: 'text' | 'phone' | 'number' | 'search' | 'code' | undefined;
  maxLength?: number | undefined;
  /** Return on the keyboard. */
  onConfirm?: (() => void) | undefined;
  /** Needed outside a Field. */
  label?: string | undefined;
  autoFocus?: boolean | undefined;
  /** What it found stands in a list below, chosen among by arrows: the ids of the list and of the choice in turn. H5 only. */
  choices?: { listId: string; activeId: string | undefined } | undefined;
}

const KEYBOARD = { text: 'text', phone: 'number', number: 'number', search: 'text', code: 'text' } as const;

export function TextInput({
  value,
  onChange,
  placeholder = '',
  kind = 'text',
  maxLength = 140,
  onConfirm,
  label,
  autoFocus = false,
}: TextInputProps) {
  const field = useField();
  return (
    <Input
      className={`hy-input ${field?.invalid ? 'is-invalid' : ''}`}
      value={value}
      type={KEYBOARD[kind]}
      maxlength={maxLength}
      placeholder={placeholder}
      placeholderClass="hy-input__placeholder"
      confirmType={kind === 'search' ? 'search' : 'done'}
      focus={autoFocus}
      ariaLabel={label ?? field?.label ?? placeholder}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={() => onConfirm?.()}
    />
  );
}
