/** Stands where something is being loaded. */
import './Skeleton.scss';
import { View } from '@tarojs/components';

interface SkeletonProps {
  /** How many cards of lines, at most 6. */
  cards?: number | undefined;
}

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const LOADING_WORD = '正在加载';

export function Skeleton({ cards = 3 }: SkeletonProps) {
  return (
    <View className="hy-skeleton" ariaRole="status" ariaLabel={LOADING_WORD}>
      {PLACES.slice(0, cards).map((place) => (
        <View key={place} className="hy-skeleton__card">
          <View className="hy-skeleton__line is-short" />
          <View className="hy-skeleton__line" />
          <View className="hy-skeleton__line is-middle" />
        </View>
      ))}
    </View>
  );
}
