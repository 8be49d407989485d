import Taro from '@tarojs/taro';

/**
 * Puts a text on the clipboard. To WeChat that is a privacy interface (docs/PRIVACY.md), so it can be refused: what is
 * copied also stands on the page where it can be selected. @returns whether it is there now
 */
export const copyText = (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
