/** One of a few: each a chip, the chosen one filled and ticked. */
import './Chips.scss';
import { Text, View } from '@tarojs/components';
import { useField } from './Field';
import { Icon, type IconName } from './Icon';
import { Pressable } from './Pressable';

export interface Chip<T extends string> {
  value: T;
  text: string;
  icon?: IconName | undefined;
}

interface ChipsProps<T extends string> {
  options: readonly Chip<T>[];
  value: T | null;
  /** With `clearable`, null when the chosen one is pressed again. */
  onChange: (value: T | null) => void;
  clearable?: boolean | undefined;
  /** All in one row, each as wide as the others, where there is room. */
  even?: boolean | undefined;
  /** Needed outside a Field. */
  label?: string | undefined;
}

export function Chips<T extends string>({
  options,
  value,
  onChange,
  clearable = false,
  even = false,
  label,
}: ChipsProps<T>) {
  const field = useField();
  return (
    <View className={`hy-chips ${even ? 'is-even' : ''}`} ariaRole="radiogroup" ariaLabel={label ?? field?.label ?? ''}>
      {options.map((option) => {
        const chosen = option.value === value;
        return (
          <Pressable
            key={option.value}
            className={`hy-chip ${chosen ? 'is-chosen' : ''}`}
            role="radio"
            checked={chosen}
            label={option.text}
            onPress={() => {
              if (!chosen) onChange(option.value);
              else if (clearable) onChange(null);
            }}
          >
            <View className="hy-chip__inside">
              {chosen ? (
                <Icon name="check" size="small" />
              ) : option.icon ? (
                <Icon name={option.icon} size="small" />
              ) : null}
              <Text>{option.text}</Text>
            </View>
          </Pressable>
        );
      })}
    </View>
  );
}
