/** Whether the window is wide enough for list and detail side by side (a PC's browser, WeChat on PC). */
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

/** Pixels; the same number stands in _wide.scss. */
const WIDE_FROM = 1024;

const isWide = () => Taro.getWindowInfo().windowWidth >= WIDE_FROM;

const subscribe = (changed: () => void) => {
  Taro.onWindowResize(changed);
  return () => Taro.offWindowResize(changed);
};

export const useWideScreen = (): boolean => useSyncExternalStore(subscribe, isWide);
