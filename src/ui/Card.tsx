import './Card.scss';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Heading } from './Heading';

interface CardProps {
  title?: string | undefined;
  /** At the right of the title, e.g. a quiet button. */
  aside?: ReactNode;
  /** Without inner space, for rows that bring their own. */
  flush?: boolean | undefined;
  tone?: 'plain' | 'soft' | 'danger' | 'internal' | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function Card({ title, aside, flush = false, tone = 'plain', className = '', children }: CardProps) {
  return (
    <View className={`hy-card hy-card--${tone} ${flush ? 'is-flush' : ''} ${className}`}>
      {title !== undefined || aside !== undefined ? (
        <View className="hy-card__head">
          {title !== undefined ? (
            <Heading level={2} className="hy-card__title">
              {title}
            </Heading>
          ) : null}
          {aside}
        </View>
      ) : null}
      {children}
    </View>
  );
}
