/** Photos that are there: small, larger by a tap. */
import './PhotoRow.scss';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { PhotoView } from '../../types/views';
import { Picture } from './Picture';
import { Pressable } from './Pressable';

interface PhotoRowProps {
  photos: readonly PhotoView[];
  /** What they show, e.g. 处理前. */
  label: string;
}

export function PhotoRow({ photos, label }: PhotoRowProps) {
  if (photos.length === 0) return null;
  const urls = photos.map((photo) => photo.url);
  return (
    <View className="hy-photo-row">
      {photos.map((photo, index) => (
        <Pressable
          key={photo.id}
          className="hy-photo-row__photo"
          label={`查看${label}照片 ${index + 1}`}
          onPress={() => void Taro.previewImage({ urls, current: photo.url })}
        >
          <Picture src={photo.url} alt={`${label}照片 ${index + 1}`} />
        </Pressable>
      ))}
    </View>
  );
}
