import './Film.scss';
import type { FilmProps } from './Film';

export function Film({ src, label }: FilmProps) {
  return <video className="hy-film" src={src} controls autoPlay playsInline aria-label={label} />;
}
