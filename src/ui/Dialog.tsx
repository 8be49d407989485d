/** Asks once more before something that can't be taken back. */
import './Dialog.scss';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { Heading } from './Heading';
import { Modal } from './Modal';

interface DialogProps {
  open: boolean;
  title: string;
  body?: string | undefined;
  confirmText: string;
  cancelText?: string | undefined;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  onConfirm: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

export function Dialog({
  open,
  title,
  body,
  confirmText,
  cancelText = '取消',
  danger = false,
  busy = false,
  onConfirm,
  onCancel,
  children,
}: DialogProps) {
  if (!open) return null;
  return (
    <Modal title={title} from="middle" onClose={onCancel}>
      <View className="hy-dialog">
        <Heading level={2}>{title}</Heading>
        {body ? <Text className="hy-dialog__body">{body}</Text> : null}
        {children}
        <View className="hy-dialog__buttons">
          <Button text={cancelText} tone="secondary" block onPress={onCancel} />
          <Button text={confirmText} tone={danger ? 'danger' : 'primary'} busy={busy} block onPress={onConfirm} />
        </View>
      </View>
    </Modal>
  );
}
