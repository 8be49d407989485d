/** An empty place that speaks and offers the next act. */
import './Empty.scss';
import { Text, View } from '@tarojs/components';
import { Button } from './Button';

interface EmptyProps {
  picture: 'calm' | 'letters' | 'done' | 'search';
  text: string;
  note?: string | undefined;
  action?: { text: string; onPress: () => void } | undefined;
}

export function Empty({ picture, text, note, action }: EmptyProps) {
  return (
    <View className="hy-empty">
      <View className={`hy-empty__picture hy-empty__picture--${picture}`} />
      <Text className="hy-empty__text">{text}</Text>
      {note ? <Text className="hy-empty__note">{note}</Text> : null}
      {action ? (
        <View className="hy-empty__action">
          <Button text={action.text} tone="secondary" size="small" onPress={action.onPress} />
        </View>
      ) : null}
    </View>
  );
}
