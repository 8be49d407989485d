/** Bars with their names and numbers, each a button that opens its list. */
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { Pressable } from '../../ui/Pressable';
import { barsPicture } from './chart-picture';
import { TEXTS } from './dashboard-texts';

export interface BarRow {
  value: string;
  name: string;
  count: number;
}

interface Props {
  /** What is counted: “受理”. */
  what: string;
  rows: readonly BarRow[];
  onPress: (row: BarRow) => void;
}

export function BarList({ what, rows, onPress }: Props) {
  const numbers = rows.map(({ count }) => count).join();
  const picture = useMemo(() => barsPicture(numbers.split(',').map(Number)), [numbers]);
  return (
    <View className="hs-bars">
      <View className="hs-bars__picture" style={{ backgroundImage: picture }} />
      {rows.map((row) => (
        <Pressable
          key={row.value}
          className="hs-bars__row"
          label={`${row.name} ${row.count} ${TEXTS.unit}${what}，${TEXTS.opens}`}
          onPress={() => onPress(row)}
        >
          <View className="hs-bars__inside">
            <Text className="hs-bars__name">{row.name}</Text>
            <View className="hs-bars__space" />
            <Text className="hs-bars__count">{row.count}</Text>
          </View>
        </Pressable>
      ))}
    </View>
  );
}
