/** A day and a time of day at the estate, by the phone's own wheels; on H5 the browser's field (TimeInput.h5.tsx). */
import './TimeInput.scss';
import { Picker, Text, View } from '@tarojs/components';
import { useField } from './Field';

export interface TimeInputProps {
  /** `2026-11-20T14:05`, local at the estate; empty when not chosen. */
  value: string;
  onChange: (value: string) => void;
  /** The earliest and the latest that may be chosen, in the same form. */
  from?: string | undefined;
  to?: string | undefined;
}

const WORDS = { day: '选择日期', time: '选择时间' } as const;
const NOON = '12:00';
const DATE_LENGTH = 10;

export function TimeInput({ value, onChange, from = '', to = '' }: TimeInputProps) {
  const field = useField();
  const day = value.slice(0, DATE_LENGTH);
  const time = value.slice(DATE_LENGTH + 1);
  return (
    <View className="hy-time" ariaLabel={field?.label ?? ''}>
      <Picker
        className="hy-time__picker"
        mode="date"
        value={day}
        start={from.slice(0, DATE_LENGTH)}
        end={to.slice(0, DATE_LENGTH)}
        onChange={(event) => onChange(`${event.detail.value}T${time || NOON}`)}
      >
        <View className="hy-time__box">
          <Text className={day ? '' : 'hy-time__none'}>{day || WORDS.day}</Text>
        </View>
      </Picker>
      <Picker
        className="hy-time__picker"
        mode="time"
        value={time}
        disabled={day === ''}
        onChange={(event) => onChange(`${day}T${event.detail.value}`)}
      >
        <View className="hy-time__box">
          <Text className={time ? '' : 'hy-time__none'}>{time || WORDS.time}</Text>
        </View>
      </Picker>
    </View>
  );
}
