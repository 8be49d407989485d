/** What happened, and the way on. */
import './ErrorBlock.scss';
import { Text, View } from '@tarojs/components';
import { Button } from './Button';
import { Icon } from './Icon';

interface ErrorBlockProps {
  /** In the person's words. */
  text: string;
  onRetry?: (() => void) | undefined;
  busy?: boolean | undefined;
  /** Where to go instead, when asking again changes nothing. */
  way?: { text: string; onPress: () => void } | undefined;
}

const RETRY_WORD = '重试';

export function ErrorBlock({ text, onRetry, busy = false, way }: ErrorBlockProps) {
  return (
    <View className="hy-error" ariaRole="alert">
      <Icon name="alert" size="large" />
      <Text className="hy-error__text">{text}</Text>
      {way ? (
        <Button text={way.text} tone="secondary" size="small" onPress={way.onPress} />
      ) : onRetry ? (
        <Button text={RETRY_WORD} tone="secondary" size="small" icon="refresh" busy={busy} onPress={onRetry} />
      ) : null}
    </View>
  );
}
