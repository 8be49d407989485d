/** Where one can go. Addresses of pages stand here and nowhere else. */
import Taro from '@tarojs/taro';
import type { Kind } from '../../types/vocabulary';

export const PAGES = {
  home: '/pages/home/index',
  file: '/pages/file/index',
  complaint: '/pages/complaint/index',
  survey: '/pages/survey/index',
  mine: '/pages/mine/index',
  profile: '/pages/profile/index',
  desk: '/staff/desk/index',
  action: '/staff/action/index',
} as const;

export type PageName = keyof typeof PAGES;

/** To the first page of a tab; what was open before is closed. */
export const goToTab = (page: 'home' | 'mine' | 'desk'): void => void Taro.reLaunch({ url: PAGES[page] });
/** @param follows the earlier complaint that the new one goes on from */
export const openFile = (kind: Kind, follows?: string): void => {
  const after = follows === undefined ? '' : `&follows=${encodeURIComponent(follows)}`;
  void Taro.navigateTo({ url: `${PAGES.file}?kind=${kind}${after}` });
};
export const openComplaint = (id: string): void =>
  void Taro.navigateTo({ url: `${PAGES.complaint}?id=${encodeURIComponent(id)}` });
/** What a message to staff about a corrective action opens. */
export const openAction = (id: string): void =>
  void Taro.navigateTo({ url: `${PAGES.action}?id=${encodeURIComponent(id)}` });
export const openSurvey = (id: string): void =>
  void Taro.navigateTo({ url: `${PAGES.survey}?id=${encodeURIComponent(id)}` });
export const openProfile = (): void => void Taro.navigateTo({ url: PAGES.profile });

/** The complaint takes the place of the page that made it, so that “back” doesn't lead to a sent form. */
export const replaceByComplaint = (id: string): void =>
  void Taro.redirectTo({ url: `${PAGES.complaint}?id=${encodeURIComponent(id)}` });

/** Back, or home when this page was opened from a message and nothing lies behind it. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goToTab('home');
}

/** Out of a page that has nothing to show. */
export const WAY_HOME = { text: '回首页', onPress: () => goToTab('home') } as const;
export const WAY_TO_DESK = { text: '回工作台', onPress: () => goToTab('desk') } as const;

export const callPhone = (phone: string): void =>
  void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
