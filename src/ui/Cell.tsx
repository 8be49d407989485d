/** A row: what it is at the left, its value at the right, perhaps pressable. */
import './Cell.scss';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { Pressable } from './Pressable';

interface CellProps {
  title: string;
  /** A second, quieter line. */
  note?: string | undefined;
  value?: ReactNode;
  icon?: IconName | undefined;
  onPress?: (() => void) | undefined;
  /** Read aloud instead of title and value. */
  label?: string | undefined;
}

export function Cell({ title, note, value, icon, onPress, label }: CellProps) {
  const inside = (
    <View className={`hy-cell__inside ${icon ? 'has-icon' : ''}`}>
      {icon ? <Icon name={icon} className="hy-cell__icon" /> : null}
      <View className="hy-cell__words">
        <Text className="hy-cell__title">{title}</Text>
        {note ? <Text className="hy-cell__note">{note}</Text> : null}
      </View>
      {value !== undefined ? (
        <View className="hy-cell__value">{typeof value === 'string' ? <Text>{value}</Text> : value}</View>
      ) : null}
      {onPress ? <Icon name="forward" size="small" className="hy-cell__forward" /> : null}
    </View>
  );
  return onPress ? (
    <Pressable className="hy-cell" label={label} onPress={onPress}>
      {inside}
    </Pressable>
  ) : (
    <View className="hy-cell">{inside}</View>
  );
}
