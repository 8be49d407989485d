/** Below a paged list: more, loading more, why not, or that this was all. */
import './EndOfList.scss';
import { Text, View } from '@tarojs/components';
import { Button } from './Button';

interface EndOfListProps {
  more: boolean;
  loading: boolean;
  /** Why the next page didn't come. */
  error?: string | undefined;
  onMore: () => void;
}

const WORDS = { more: '查看更多', loading: '加载中', retry: '重试', end: '已经到底了' } as const;

export function EndOfList({ more, loading, error, onMore }: EndOfListProps) {
  return (
    <View className="hy-end">
      {error ? <Text className="hy-end__error">{error}</Text> : null}
      {more || error ? (
        <Button
          text={error ? WORDS.retry : WORDS.more}
          busyText={WORDS.loading}
          tone="quiet"
          size="small"
          busy={loading}
          onPress={onMore}
        />
      ) : (
        <Text>{WORDS.end}</Text>
      )}
    </View>
  );
}
