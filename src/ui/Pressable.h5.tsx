import './Pressable.scss';
import type { PressableProps } from './Pressable';

export function Pressable({
  onPress,
  label,
  className = '',
  disabled = false,
  role = 'button',
  checked,
  expanded,
  id,
  children,
}: PressableProps) {
  const chosen = role === 'tab' || role === 'option' ? { 'aria-selected': checked } : { 'aria-checked': checked };
  return (
    <button
      type="button"
      {...(id === undefined ? {} : { id })}
      className={`hy-pressable ${disabled ? 'is-disabled' : ''} ${className}`}
      // Not `disabled`: a button that works for a moment would lose the keyboard's place.
      aria-disabled={disabled || undefined}
      {...(role === 'button' ? {} : { role })}
      {...(label ? { 'aria-label': label } : {})}
      {...(checked === undefined ? {} : chosen)}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </button>
  );
}
