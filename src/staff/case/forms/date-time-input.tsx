/** Day and time by WeChat's own pickers; on H5 the browser's (date-time-input.h5.tsx). */
import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { localDate, type Zone } from '../../../../domain/clock/zone';
import type { Instant } from '../../../../types/ids';
import { dateAndTime, farthestDay, instantOf } from './expected-time';

export interface DateTimeInputProps {
  label: string;
  value: Instant | null;
  onChange: (value: Instant | null) => void;
  zone: Zone;
  /** The earliest day. */
  fromMs: number;
}

const PICK_DAY = '选择日期';
const PICK_TIME = '选择时间';

export function DateTimeInput({ label, value, onChange, zone, fromMs }: DateTimeInputProps) {
  const [picked, setPicked] = useState(() => (value === null ? { date: '', time: '' } : dateAndTime(value, zone)));
  const pick = (part: Partial<typeof picked>) => {
    const next = { ...picked, ...part };
    setPicked(next);
    onChange(instantOf(next.date, next.time, zone));
  };
  return (
    <View className="hs-when">
      <Picker
        mode="date"
        value={picked.date}
        start={localDate(fromMs, zone)}
        end={farthestDay(fromMs, zone)}
        onChange={(event) => pick({ date: event.detail.value })}
      >
        <View className="hs-when__part" ariaRole="button" ariaLabel={`${label}，${PICK_DAY}`}>
          {picked.date || PICK_DAY}
        </View>
      </Picker>
      <Picker mode="time" value={picked.time} onChange={(event) => pick({ time: event.detail.value })}>
        <View className="hs-when__part" ariaRole="button" ariaLabel={`${label}，${PICK_TIME}`}>
          {picked.time || PICK_TIME}
        </View>
      </Picker>
    </View>
  );
}
