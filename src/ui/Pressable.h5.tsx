import './Pressable.scss';
import type { PressableProps } from './Pressable';

export function Pressable({
  onPress,
  label,
  className = '',
  disabled = false,
  role = 'button',
  checked,
  children,
}: PressableProps) {
  const chosen = role === 'tab' ? { 'aria-selected': checked } : { 'aria-checked': checked };
  return (
    <button
      type="button"
      className={`hy-pressable ${className}`}
      disabled={disabled}
      {...(role === 'button' ? {} : { role })}
      {...(label ? { 'aria-label': label } : {})}
      {...(checked === undefined ? {} : chosen)}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
