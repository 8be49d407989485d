/** The photos of a form (services/photos.ts): add, progress, try again, remove, look at. */
import './PhotoPicker.scss';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Photos } from '../services/photos';
import { Icon } from './Icon';
import { Picture } from './Picture';
import { Pressable } from './Pressable';

const WORDS = {
  add: '添加照片',
  photo: '照片',
  remove: '删除照片',
  retry: '重新上传',
  failed: '上传失败，点此重试',
  sending: '上传中',
} as const;

export function PhotoPicker({ photos }: { photos: Photos }) {
  const urls = photos.picked.map((photo) => photo.preview);
  const failure = photos.picked.find((photo) => photo.state === 'failed');
  return (
    <View>
      <View className="hy-photos">
        {photos.picked.map((photo, index) => (
          <View key={photo.key} className={`hy-photo hy-photo--${photo.state}`}>
            <Pressable
              className="hy-photo__press"
              label={
                photo.state === 'failed'
                  ? `${WORDS.photo} ${index + 1}，${WORDS.failed}`
                  : `${WORDS.photo} ${index + 1}`
              }
              onPress={() =>
                photo.state === 'failed'
                  ? photos.retry(photo.key)
                  : void Taro.previewImage({ urls, current: photo.preview })
              }
            >
              <Picture src={photo.preview} alt={`${WORDS.photo} ${index + 1}`} />
              {photo.state === 'sending' ? (
                <View className="hy-photo__cover">
                  <Text>{`${photo.percent}%`}</Text>
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
              label={`${WORDS.remove} ${index + 1}`}
              onPress={() => photos.remove(photo.key)}
            >
              <View className="hy-photo__cross">
                <Icon name="close" size="small" />
              </View>
            </Pressable>
          </View>
        ))}
        {photos.picked.length < photos.most ? (
          <Pressable className="hy-photo hy-photo__add" label={WORDS.add} onPress={photos.choose}>
            <View className="hy-photo__invite">
              <Icon name="camera" size="large" />
              <Text>{`${photos.picked.length}/${photos.most}`}</Text>
            </View>
          </Pressable>
        ) : null}
      </View>
      {(failure?.error ?? photos.problem) ? (
        <View className="hy-photos__error" ariaRole="alert">
          {failure?.error ?? photos.problem}
        </View>
      ) : null}
    </View>
  );
}
