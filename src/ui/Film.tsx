/** A short video that plays. */
import './Film.scss';
import { Video, View } from '@tarojs/components';

export interface FilmProps {
  src: string;
  /** What is to be seen, for who can't see it. */
  label: string;
}

export function Film({ src, label }: FilmProps) {
  return (
    <View ariaRole="group" ariaLabel={label}>
      <Video className="hy-film" src={src} controls autoplay objectFit="contain" />
    </View>
  );
}
