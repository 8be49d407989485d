/** A photo that fills its box. */
import './Picture.scss';
import { Image } from '@tarojs/components';

export interface PictureProps {
  src: string;
  /** What is to be seen, for who can't see it. */
  alt: string;
  className?: string | undefined;
}

export function Picture({ src, alt, className = '' }: PictureProps) {
  return <Image className={`hy-picture ${className}`} src={src} mode="aspectFill" lazyLoad ariaLabel={alt} />;
}
