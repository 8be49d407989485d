/** One of many in little space: WeChat's picker; on H5 the browser's own (select.h5.tsx). */
import './select.scss';
import { Picker, Text, View } from '@tarojs/components';
import { Icon } from '../../ui/Icon';

export interface SelectProps<T extends string> {
  label: string;
  options: readonly { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
  /** Differs from the first option, so it narrows the list. */
  active: boolean;
}

export function Select<T extends string>({ label, options, value, onChange, active }: SelectProps<T>) {
  const index = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.text)}
      value={index}
      onChange={(event) => {
        const chosen = options[Number(event.detail.value)];
        if (chosen) onChange(chosen.value);
      }}
    >
      <View
        className={`hs-select ${active ? 'is-active' : ''}`}
        ariaRole="button"
        ariaLabel={`${label}，${options[index]?.text ?? ''}`}
      >
        <Text>{active ? (options[index]?.text ?? '') : label}</Text>
        <Icon name="down" size="small" />
      </View>
    </Picker>
  );
}
