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

const STAFF_PAGES = /^\/?staff\//;
/** Longer than a page takes to go; after that a press is a new wish, also where the platform never said that the page went. */
export const LEAVING_MS = 800;
let leavingUntil = 0;

/** Back; where nothing lies behind, since the page was opened from a message, to the first page: of staff the desk, else home. */
export function goBack(): void {
  // A second tap, before the first has got anywhere, would go one page too far, or out of the app.
  if (Date.now() < leavingUntil) return;
  const pages = Taro.getCurrentPages();
  if (pages.length > 1) {
    leavingUntil = Date.now() + LEAVING_MS;
    void Taro.navigateBack()
      .catch(() => undefined)
      .finally(() => {
        leavingUntil = 0;
      });
  } else goToTab(STAFF_PAGES.test(pages[0]?.route ?? '') ? 'desk' : 'home');
}

/** Out of a page that has nothing to show. */
export const WAY_HOME = { text: '回首页', onPress: () => goToTab('home') } as const;
export const WAY_TO_DESK = { text: '回工作台', onPress: () => goToTab('desk') } as const;

export const callPhone = (phone: string): void =>
  void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
