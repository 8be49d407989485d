import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface LabelProps {
  /** The id of the input it belongs to; none for a group. */
  control: string | undefined;
  id: string;
  children: ReactNode;
}

export function Label({ id, children }: LabelProps) {
  return (
    <Text id={id} className="hy-field__label">
      {children}
    </Text>
  );
}
