/** A word on its colour. */
import './Badge.scss';
import { Text } from '@tarojs/components';

export type BadgeTone = 'plain' | 'primary' | 'important' | 'hot' | 'major' | 'good' | 'internal';

interface BadgeProps {
  text: string;
  tone?: BadgeTone | undefined;
}

export function Badge({ text, tone = 'plain' }: BadgeProps) {
  return <Text className={`hy-badge hy-badge--${tone}`}>{text}</Text>;
}
