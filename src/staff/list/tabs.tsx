import './tabs.scss';
import { Text, View } from '@tarojs/components';
import { Pressable } from '../../ui/Pressable';

interface Tab<T extends string> {
  value: T;
  text: string;
  count?: number | undefined;
  /** Counted in red. */
  alarming?: boolean | undefined;
}

interface Props<T extends string> {
  tabs: readonly Tab<T>[];
  value: T;
  onChange: (value: T) => void;
  label: string;
}

/** The server counts to a hundred. */
const shown = (count: number): string => (count > 99 ? '99+' : String(count));

/** A row of filters with how many there are of each; scrolls sideways where it doesn't fit. */
export function Tabs<T extends string>({ tabs, value, onChange, label }: Props<T>) {
  return (
    <View className="hs-tabs" ariaRole="tablist" ariaLabel={label}>
      {tabs.map((tab) => (
        <Pressable
          key={tab.value}
          className={`hs-tab ${tab.value === value ? 'is-now' : ''}`}
          role="tab"
          checked={tab.value === value}
          label={tab.count === undefined ? tab.text : `${tab.text} ${shown(tab.count)}`}
          onPress={() => onChange(tab.value)}
        >
          <View className="hs-tab__inside">
            <Text>{tab.text}</Text>
            {tab.count === undefined ? null : (
              <Text className={`hs-tab__count ${tab.alarming && tab.count > 0 ? 'is-alarming' : ''}`}>
                {shown(tab.count)}
              </Text>
            )}
          </View>
        </Pressable>
      ))}
    </View>
  );
}
