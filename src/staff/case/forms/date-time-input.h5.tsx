import { useState } from 'react';
import { localDate } from '../../../../domain/clock/zone';
import type { DateTimeInputProps } from './date-time-input';
import { dateAndTime, farthestDay, instantOf } from './expected-time';

export function DateTimeInput({ label, value, onChange, zone, fromMs }: DateTimeInputProps) {
  const [written, setWritten] = useState(() => {
    if (value === null) return '';
    const { date, time } = dateAndTime(value, zone);
    return `${date}T${time}`;
  });
  return (
    <input
      className="hs-when__native"
      type="datetime-local"
      aria-label={label}
      value={written}
      min={`${localDate(fromMs, zone)}T00:00`}
      max={`${farthestDay(fromMs, zone)}T23:59`}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const [date = '', time = ''] = text.split('T');
        setWritten(text);
        onChange(instantOf(date, time.slice(0, 5), zone));
      }}
    />
  );
}
