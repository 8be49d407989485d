/** Whether the phone is without a network, as far as it can tell: what stands on the screen may be old then. */
import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { IS_H5, isBrowserOnline, onBrowserOffline, onBrowserOnline } from './browser';

export const useNetwork = create<{ offline: boolean }>(() => ({ offline: IS_H5 && !isBrowserOnline() }));

const tell = (offline: boolean): void => {
  if (useNetwork.getState().offline !== offline) useNetwork.setState({ offline });
};

if (IS_H5) {
  onBrowserOnline(() => tell(false));
  onBrowserOffline(() => tell(true));
} else {
  Taro.onNetworkStatusChange(({ isConnected }) => tell(!isConnected));
  void Taro.getNetworkType({ success: ({ networkType }) => tell(networkType === 'none') });
}
