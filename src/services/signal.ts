/** Tells when the phone has a network again. */
import Taro from '@tarojs/taro';
import { IS_H5, onBrowserOnline } from './browser';

/** @returns how to end it */
export function onSignal(again: () => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) again();
  };
  Taro.onNetworkStatusChange(changed);
  // Not every browser knows what kind of connection it has; all know whether they are online.
  const deafen = IS_H5 ? onBrowserOnline(again) : undefined;
  return () => {
    Taro.offNetworkStatusChange(changed);
    deafen?.();
  };
}
