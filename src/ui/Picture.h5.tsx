import './Picture.scss';
import type { PictureProps } from './Picture';

export function Picture({ src, alt, className = '' }: PictureProps) {
  return <img className={`hy-picture ${className}`} src={src} alt={alt} loading="lazy" />;
}
