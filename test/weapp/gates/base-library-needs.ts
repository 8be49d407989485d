// Since which base library WeChat understands what can stand in JSON files and templates. Functions: wx-catalogue.ts.
// https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html, …/dev/component/, each page's
// 最低版本; what isn't here counts as there since 1.0.0. Written down without the pages at hand: before a tag that the
// package doesn't use yet is used, look there.

export const CONFIGURATION_SINCE: Readonly<Record<string, string>> = {
  subPackages: '1.7.3',
  subpackages: '1.7.3',
  workers: '1.9.90',
  plugins: '1.9.6',
  functionalPages: '2.1.0',
  useExtendedLib: '2.2.1',
  preloadRule: '2.3.0',
  resizable: '2.3.0',
  style: '2.8.0',
  darkmode: '2.11.0',
  lazyCodeLoading: '2.11.1',
  singlePage: '2.12.0',
  supportedMaterials: '2.14.3',
  halfPage: '2.18.0',
  renderer: '2.30.0',
  componentFramework: '2.30.0',
  // Below, WeChat lets photos be chosen without asking for consent to the privacy notice:
  // https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
  __usePrivacyCheck__: '2.32.3',
};

export const TAG_SINCE: Readonly<Record<string, string>> = {
  'movable-view': '1.2.0',
  'movable-area': '1.2.0',
  'rich-text': '1.4.0',
  'cover-view': '1.4.0',
  'cover-image': '1.4.0',
  camera: '1.6.0',
  'web-view': '1.6.4',
  'live-player': '1.7.0',
  'live-pusher': '1.7.0',
  ad: '1.9.94',
  'official-account': '2.3.0',
  editor: '2.7.0',
  'page-meta': '2.9.0',
  'navigation-bar': '2.9.0',
  'ad-custom': '2.10.4',
  'match-media': '2.11.1',
  'voip-room': '2.11.0',
  'channel-live': '2.15.0',
  'page-container': '2.16.0',
  'share-element': '2.16.0',
  'keyboard-accessory': '2.23.1',
  'root-portal': '2.25.2',
  snapshot: '3.0.0',
  'grid-view': '2.29.0',
  'list-view': '2.29.0',
  'sticky-section': '2.29.0',
};

/** Attributes without which something of ours would not work; the others Taro writes for everybody. */
export const ATTRIBUTE_SINCE: Readonly<Record<string, string>> = {
  'canvas type': '2.9.0',
  'view aria-label': '2.5.0',
};
