/** A panel that rises from the bottom: a title, what is asked, and its button below. */
import './Sheet.scss';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Heading } from './Heading';
import { Icon } from './Icon';
import { Modal } from './Modal';
import { Pressable } from './Pressable';

interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays in sight while the content scrolls. */
  footer?: ReactNode;
}

const CLOSE_WORD = '关闭';

export function Sheet({ open, title, onClose, children, footer }: SheetProps) {
  if (!open) return null;
  return (
    <Modal title={title} from="bottom" onClose={onClose}>
      <View className="hy-sheet__head">
        <Heading level={2}>{title}</Heading>
        <Pressable className="hy-sheet__close" label={CLOSE_WORD} onPress={onClose}>
          <Icon name="close" />
        </Pressable>
      </View>
      <View className="hy-sheet__body">{children}</View>
      {footer ? <View className="hy-sheet__footer">{footer}</View> : null}
    </Modal>
  );
}
