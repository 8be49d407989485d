/** Things one below the other with even space between. */
import './Stack.scss';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export function Stack({
  gap = 'normal',
  children,
}: {
  gap?: 'small' | 'normal' | 'large' | undefined;
  children: ReactNode;
}) {
  return <View className={`hy-stack hy-stack--${gap}`}>{children}</View>;
}
