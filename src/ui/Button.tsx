import './Button.scss';
import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from './Icon';
import { Pressable } from './Pressable';

interface ButtonProps {
  /** The words on it. */
  text: string;
  onPress: () => void;
  tone?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'normal' | 'small' | undefined;
  icon?: IconName | undefined;
  /** Working: it turns, says `busyText` and takes no second tap. */
  busy?: boolean | undefined;
  busyText?: string | undefined;
  disabled?: boolean | undefined;
  /** As wide as its row. */
  block?: boolean | undefined;
  /** Read aloud instead of the text, when the text alone says too little (“删除”). */
  label?: string | undefined;
}

export function Button({
  text,
  onPress,
  tone = 'primary',
  size = 'normal',
  icon,
  busy = false,
  busyText,
  disabled = false,
  block = false,
  label,
}: ButtonProps) {
  const shown = busy && busyText ? busyText : text;
  return (
    <Pressable
      className={`hy-button hy-button--${tone} hy-button--${size} ${block ? 'is-block' : ''} ${busy ? 'is-busy' : ''}`}
      disabled={disabled || busy}
      label={label ?? shown}
      onPress={onPress}
    >
      <View className="hy-button__inside">
        {busy ? (
          <View className="hy-button__turning" />
        ) : icon ? (
          <Icon name={icon} size={size === 'small' ? 'small' : 'normal'} />
        ) : null}
        <Text className="hy-button__text">{shown}</Text>
      </View>
    </Pressable>
  );
}
