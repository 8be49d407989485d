/** The photos and videos of a form (services/photos.ts): add, progress, try again, remove, look at. */
import './PhotoPicker.scss';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { PickedPhoto, Photos } from '../services/photos';
import { Film } from './Film';
import { Icon } from './Icon';
import { Picture } from './Picture';
import { Pressable } from './Pressable';
import { VideoTile } from './VideoTile';

const WORDS = {
  add: { photo: '添加照片', video: '添加视频' },
  name: { photo: '照片', video: '视频' },
  remove: { photo: '删除照片', video: '删除视频' },
  retry: '重新上传',
  failed: '上传失败，重新上传',
  kept: '已存手机',
} as const;

/** What stands on the picture, said with its name. */
const SAYS: Record<PickedPhoto['state'], (photo: PickedPhoto) => string[]> = {
  done: () => [],
  sending: ({ percent }) => [`${percent}%`],
  kept: () => [WORDS.kept],
  failed: () => [WORDS.failed],
};

export function PhotoPicker({ photos }: { photos: Photos }) {
  const [playing, setPlaying] = useState<string | null>(null);
  const { picked, limits } = photos;
  const ofKind = (kind: PickedPhoto['kind']) => picked.filter((each) => each.kind === kind);
  const urls = ofKind('photo').map((photo) => photo.preview);
  const failure = picked.find((photo) => photo.state === 'failed');
  const film = picked.find(({ key }) => key === playing)?.accepted ?? null;
  const press = (photo: PickedPhoto) => {
    if (photo.state === 'failed') photos.retry(photo.key);
    else if (photo.kind === 'photo') void Taro.previewImage({ urls, current: photo.preview });
    else setPlaying(playing === photo.key ? null : photo.key);
  };
  return (
    <View>
      <View className="hy-photos">
        {picked.map((photo) => {
          const number = ofKind(photo.kind).indexOf(photo) + 1;
          const name = `${WORDS.name[photo.kind]} ${number}`;
          return (
            <View key={photo.key} className={`hy-photo hy-photo--${photo.state}`}>
              <Pressable
                className="hy-photo__press"
                label={[name, ...SAYS[photo.state](photo)].join('，')}
                onPress={() => press(photo)}
              >
                {photo.preview === '' ? <VideoTile /> : <Picture src={photo.preview} alt="" />}
                {photo.state === 'sending' ? (
                  <View className="hy-photo__cover">
                    <Text>{`${photo.percent}%`}</Text>
                  </View>
                ) : null}
                {photo.state === 'kept' ? (
                  <View className="hy-photo__kept">
                    <Text>{WORDS.kept}</Text>
                  </View>
                ) : null}
                {photo.state === 'failed' ? (
                  <View className="hy-photo__cover">
                    <Icon name="refresh" />
                    <Text>{WORDS.retry}</Text>
                  </View>
                ) : null}
              </Pressable>
              <Pressable
                className="hy-photo__remove"
                label={`${WORDS.remove[photo.kind]} ${number}`}
                onPress={() => photos.remove(photo.key)}
              >
                <View className="hy-photo__cross">
                  <Icon name="close" size="small" />
                </View>
              </Pressable>
            </View>
          );
        })}
        <Adding kind="photo" have={ofKind('photo').length} most={limits.mostPhotos} onPress={photos.choose} />
        <Adding kind="video" have={ofKind('video').length} most={limits.mostVideos} onPress={photos.chooseVideo} />
      </View>
      {film === null ? null : <Film src={film.url} label={WORDS.name.video} />}
      {(failure?.error ?? photos.problem) ? (
        <View className="hy-photos__error" ariaRole="alert">
          {failure?.error ?? photos.problem}
        </View>
      ) : null}
    </View>
  );
}

interface AddingProps {
  kind: PickedPhoto['kind'];
  have: number;
  most: number;
  onPress: () => void;
}

function Adding({ kind, have, most, onPress }: AddingProps) {
  if (have >= most) return null;
  return (
    <Pressable className="hy-photo hy-photo__add" label={WORDS.add[kind]} onPress={onPress}>
      <View className="hy-photo__invite">
        <Icon name={kind === 'photo' ? 'camera' : 'video'} size="large" />
        <Text>{WORDS.name[kind]}</Text>
      </View>
    </Pressable>
  );
}
