/** Several lines of words, with how many there are and may be. */
import './TextArea.scss';
import { Text, Textarea, View } from '@tarojs/components';
import { useField } from './Field';

export interface TextAreaProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  maxLength: number;
  /** Lines shown before it grows. */
  rows?: number | undefined;
  /** Needed outside a Field. */
  label?: string | undefined;
}

export function TextArea({ value, onChange, placeholder = '', maxLength, rows = 4, label }: TextAreaProps) {
  const field = useField();
  return (
    <View className={`hy-area ${field?.invalid ? 'is-invalid' : ''}`}>
      <Textarea
        className={`hy-area__text hy-area__text--${rows}`}
        value={value}
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass="hy-area__placeholder"
        autoHeight
        disableDefaultPadding
        ariaLabel={label ?? field?.label ?? placeholder}
        onInput={(event) => onChange(event.detail.value)}
      />
      <Text className="hy-area__count">{`${value.length}/${maxLength}`}</Text>
    </View>
  );
}
