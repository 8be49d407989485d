import './facts.scss';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Label and value, row by row; facts without a value are left out. */
export function Facts({ facts }: { facts: readonly (Fact | null)[] }) {
  const shown = facts.filter((fact) => fact !== null && fact.value !== '');
  return (
    <View className="hs-facts">
      {shown.map((fact) =>
        fact === null ? null : (
          <View key={fact.label} className="hs-facts__row">
            <Text className="hs-facts__label">{fact.label}</Text>
            <View className="hs-facts__value">
              {typeof fact.value === 'string' ? <Text userSelect>{fact.value}</Text> : fact.value}
            </View>
          </View>
        ),
      )}
    </View>
  );
}
