/** One family of line icons, drawn in Icon.scss as masks that take the colour of the text around them. */
import './Icon.scss';
import { View } from '@tarojs/components';

export const ICONS = [
  'complaint',
  'repair',
  'inquiry',
  'suggestion',
  'praise',
  'home',
  'person',
  'desk',
  'back',
  'forward',
  'down',
  'up',
  'close',
  'check',
  'plus',
  'camera',
  'video',
  'play',
  'phone',
  'clock',
  'alert',
  'refresh',
  'place',
  'bell',
  'shield',
  'trash',
  'search',
  'filter',
  'calendar',
  'list',
  'chat',
  'send',
  'hide',
  'edit',
  'building',
  'offline',
  'mail',
  'info',
  'type',
  'undo',
  'signature',
  'chart',
  'people',
] as const;
export type IconName = (typeof ICONS)[number];

interface IconProps {
  name: IconName;
  size?: 'small' | 'normal' | 'large' | undefined;
  /** Read aloud; leave it out where the words beside it already say it. */
  label?: string | undefined;
  className?: string | undefined;
}

export function Icon({ name, size = 'normal', label, className = '' }: IconProps) {
  const look = `hy-icon hy-icon--${name} hy-icon--size-${size} ${className}`;
  // Attributes written out: only those become role and aria-label on H5.
  return label ? <View className={look} ariaRole="img" ariaLabel={label} /> : <View className={look} />;
}
