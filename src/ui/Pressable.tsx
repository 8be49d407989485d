/** Anything a thumb can press. On H5 it is a real button (Pressable.h5.tsx), so that the keyboard reaches it. */
import './Pressable.scss';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface PressableProps {
  onPress: () => void;
  /** What a screen reader says, when the content alone doesn't. */
  label?: string | undefined;
  className?: string | undefined;
  disabled?: boolean | undefined;
  role?: 'button' | 'radio' | 'switch' | 'tab' | 'link' | 'option' | undefined;
  /** By which a field names it as the choice in turn. H5 only. */
  id?: string | undefined;
  /** For radio, switch, tab and option: whether it is the chosen one. */
  checked?: boolean | undefined;
  /** Of what unfolds something below: whether it has. H5 only. */
  expanded?: boolean | undefined;
  children?: ReactNode;
}

const CHECKED_WORD = '已选中';

export function Pressable({
  onPress,
  label,
  className = '',
  disabled = false,
  role = 'button',
  checked,
  children,
}: PressableProps) {
  const spoken = checked && label ? `${label}，${CHECKED_WORD}` : label;
  return (
    <View
      className={`hy-pressable ${disabled ? 'is-disabled' : ''} ${className}`}
      hoverClass={disabled ? 'none' : 'is-pressed'}
      hoverStayTime={80}
      ariaRole={role}
      {...(spoken ? { ariaLabel: spoken } : {})}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </View>
  );
}
