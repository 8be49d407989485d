/** A heading by its level; on H5 a real h1–h3 (Heading.h5.tsx). */
import './Heading.scss';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface HeadingProps {
  level: 1 | 2 | 3;
  className?: string | undefined;
  children: ReactNode;
}

export function Heading({ level, className = '', children }: HeadingProps) {
  return (
    <View className={`hy-heading hy-heading--${level} ${className}`} ariaRole="heading">
      {children}
    </View>
  );
}
