import './KindIcon.scss';
import { View } from '@tarojs/components';
import { KINDS, type Kind } from '../../types/vocabulary';
import { Icon } from './Icon';

export function KindIcon({ kind, size = 'normal' }: { kind: Kind; size?: 'normal' | 'large' | undefined }) {
  return (
    <View className={`hy-kind hy-kind--${kind} hy-kind--${size}`}>
      <Icon name={kind} size={size} label={KINDS[kind]} />
    </View>
  );
}
