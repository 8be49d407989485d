/** Where one is in a short sequence. */
import './Steps.scss';
import { Text, View } from '@tarojs/components';

interface StepsProps {
  names: readonly string[];
  /** Index of the present one. */
  now: number;
}

export function Steps({ names, now }: StepsProps) {
  return (
    <View
      className="hy-steps"
      ariaRole="img"
      ariaLabel={`第 ${now + 1} 步，共 ${names.length} 步：${names[now] ?? ''}`}
    >
      {names.map((name, index) => (
        <View key={name} className={`hy-steps__step ${index === now ? 'is-now' : ''} ${index < now ? 'is-done' : ''}`}>
          <View className="hy-steps__bar" />
          <Text className="hy-steps__name">{name}</Text>
        </View>
      ))}
    </View>
  );
}
