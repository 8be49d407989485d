/** A few views of the same page, one at a time. */
import './Segments.scss';
import { Text, View } from '@tarojs/components';
import { Pressable } from './Pressable';

interface SegmentsProps<T extends string> {
  options: readonly { value: T; text: string; count?: number | undefined }[];
  value: T;
  onChange: (value: T) => void;
  label: string;
}

export function Segments<T extends string>({ options, value, onChange, label }: SegmentsProps<T>) {
  return (
    <View className="hy-segments" ariaRole="tablist" ariaLabel={label}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={`hy-segment ${option.value === value ? 'is-now' : ''}`}
          role="tab"
          checked={option.value === value}
          label={option.count ? `${option.text} ${option.count}` : option.text}
          onPress={() => onChange(option.value)}
        >
          <View className="hy-segment__inside">
            <Text>{option.text}</Text>
            {option.count ? <Text className="hy-segment__count">{option.count}</Text> : null}
          </View>
        </Pressable>
      ))}
    </View>
  );
}
