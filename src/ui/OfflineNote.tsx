/** Says that there is no network, and that what stands here is what was seen last. */
import './OfflineNote.scss';
import { Text, View } from '@tarojs/components';
import { Icon } from './Icon';

const WORDS = '没有网络，看到的可能不是最新的';

export function OfflineNote({ offline }: { offline: boolean }) {
  return (
    <View className="hy-offline" ariaRole="status">
      {offline ? (
        <View className="hy-offline__inside">
          <Icon name="offline" size="small" />
          <Text>{WORDS}</Text>
        </View>
      ) : null}
    </View>
  );
}
