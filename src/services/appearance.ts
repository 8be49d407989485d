/** 关怀版: large type. Follows WeChat's own font setting until the person chooses. */
import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { IS_H5 } from './browser';
import { readStored, store } from './storage';

const KEY = 'largeType';
/** WeChat's normal size is 17; from here on the person has asked for larger type. */
const LARGE_FROM = 20;

function wechatFontSize(): number {
  if (IS_H5) return 0;
  try {
    const base: object = Taro.getAppBaseInfo();
    return 'fontSizeSetting' in base && typeof base.fontSizeSetting === 'number' ? base.fontSizeSetting : 0;
  } catch {
    return 0;
  }
}

function initial(): boolean {
  const chosen = readStored(KEY);
  return typeof chosen === 'boolean' ? chosen : wechatFontSize() >= LARGE_FROM;
}

export const useAppearance = create<{ largeType: boolean }>(() => ({ largeType: initial() }));

export function chooseLargeType(largeType: boolean): void {
  store(KEY, largeType);
  useAppearance.setState({ largeType });
}
