/** Photos and videos that are there: small; a photo larger, a video played by a tap. */
import './PhotoRow.scss';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { isVideo } from '../../types/ids';
import type { PhotoView } from '../../types/views';
import { Film } from './Film';
import { Picture } from './Picture';
import { Pressable } from './Pressable';
import { VideoTile } from './VideoTile';

interface PhotoRowProps {
  photos: readonly PhotoView[];
  /** What they show, e.g. 处理前. */
  label: string;
}

export function PhotoRow({ photos, label }: PhotoRowProps) {
  const [playing, setPlaying] = useState<string | null>(null);
  if (photos.length === 0) return null;
  const pictures = photos.filter(({ id }) => !isVideo(id));
  const videos = photos.filter(({ id }) => isVideo(id));
  const urls = pictures.map((photo) => photo.url);
  const film = videos.find(({ id }) => id === playing);
  return (
    <View>
      <View className="hy-photo-row">
        {pictures.map((photo, index) => (
          <Pressable
            key={photo.id}
            className="hy-photo-row__photo"
            label={`查看${label}照片 ${index + 1}`}
            onPress={() => void Taro.previewImage({ urls, current: photo.url })}
          >
            <Picture src={photo.url} alt={`${label}照片 ${index + 1}`} />
          </Pressable>
        ))}
        {videos.map(({ id }, index) => (
          <Pressable
            key={id}
            className="hy-photo-row__photo"
            label={`${playing === id ? '收起' : '播放'}${label}视频 ${index + 1}`}
            onPress={() => setPlaying(playing === id ? null : id)}
          >
            <VideoTile />
          </Pressable>
        ))}
      </View>
      {film === undefined ? null : <Film src={film.url} label={`${label}视频`} />}
    </View>
  );
}
