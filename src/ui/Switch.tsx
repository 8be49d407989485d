/** A row that is on or off. */
import './Switch.scss';
import { Text, View } from '@tarojs/components';
import { Pressable } from './Pressable';

interface SwitchProps {
  title: string;
  note?: string | undefined;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ title, note, on, onChange }: SwitchProps) {
  return (
    <Pressable className="hy-switch" role="switch" checked={on} onPress={() => onChange(!on)}>
      <View className="hy-switch__inside">
        <View className="hy-switch__words">
          <Text className="hy-switch__title">{title}</Text>
          {note ? <Text className="hy-switch__note">{note}</Text> : null}
        </View>
        <View className={`hy-switch__track ${on ? 'is-on' : ''}`}>
          <View className="hy-switch__knob" />
        </View>
      </View>
    </Pressable>
  );
}
