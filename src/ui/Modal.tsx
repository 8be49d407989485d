/** What lies over the page: shades it, holds the attention, closes by the shade, and on H5 by Escape (Modal.h5.tsx). */
import './Modal.scss';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface ModalProps {
  /** Read aloud as the name of it. */
  title: string;
  from: 'bottom' | 'middle';
  onClose: () => void;
  children: ReactNode;
}

export function Modal({ title, from, onClose, children }: ModalProps) {
  return (
    <View className={`hy-modal hy-modal--${from}`} catchMove>
      <View className="hy-modal__shade" ariaRole="button" ariaLabel="关闭" onClick={onClose} />
      <View className="hy-modal__box" ariaRole="dialog" ariaLabel={title}>
        {children}
      </View>
    </View>
  );
}
