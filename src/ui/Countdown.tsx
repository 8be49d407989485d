/** “还剩 25 分钟”, “已超时 2 小时”: ticks by itself; late is red and said. */
import './Countdown.scss';
import { Text, View } from '@tarojs/components';
import { leftText } from '../../domain/clock/describe';
import type { Instant } from '../../types/ids';
import { Icon } from './Icon';
import { urgencyOf } from './urgency';
import { useNow } from './use-now';

interface CountdownProps {
  dueAt: Instant;
  /** From then on it is shown as pressing (CK-02). */
  warnAt?: Instant | undefined;
  size?: 'small' | 'normal' | undefined;
}

export function Countdown({ dueAt, warnAt, size = 'normal' }: CountdownProps) {
  const now = useNow();
  const urgency = urgencyOf(dueAt, now, warnAt);
  return (
    <View className={`hy-countdown hy-countdown--${urgency} hy-countdown--${size}`}>
      <Icon name={urgency === 'late' ? 'alert' : 'clock'} size="small" />
      <Text>{leftText(dueAt, now)}</Text>
    </View>
  );
}
