import './Heading.scss';
import { createElement } from 'react';
import type { HeadingProps } from './Heading';

export function Heading({ level, className = '', children }: HeadingProps) {
  return createElement(`h${level}`, { className: `hy-heading hy-heading--${level} ${className}` }, children);
}
