/** Where a still of a video would stand. */
import './VideoTile.scss';
import { Text, View } from '@tarojs/components';
import { Icon } from './Icon';

const WORD = '视频';

export function VideoTile() {
  return (
    <View className="hy-video-tile">
      <Icon name="play" size="large" />
      <Text>{WORD}</Text>
    </View>
  );
}
