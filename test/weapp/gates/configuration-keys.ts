// The keys that WeChat knows in the JSON files of a package, and what may stand under them.
// https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html (全局配置), …/page.html (页面配置),
// …/sitemap.html; for components …/dev/framework/custom-component/. Written down without the pages at hand: before a
// key that is new here is used or refused, look there.

/** `colour`: #rgb, #rrggbb or #rrggbbaa, or @name of theme.json. An array: one of these values. */
export type Value = 'boolean' | 'string' | 'number' | 'object' | 'array' | 'colour' | 'any' | readonly string[];
export type Keys = Readonly<Record<string, Value>>;

const LOOKS: Keys = {
  navigationBarBackgroundColor: 'colour',
  navigationBarTextStyle: ['black', 'white'],
  navigationBarTitleText: 'string',
  navigationStyle: ['default', 'custom'],
  homeButton: 'boolean',
  backgroundColor: 'colour',
  backgroundColorContent: 'colour',
  backgroundTextStyle: ['dark', 'light'],
  backgroundColorTop: 'colour',
  backgroundColorBottom: 'colour',
  enablePullDownRefresh: 'boolean',
  onReachBottomDistance: 'number',
  pageOrientation: ['portrait', 'auto', 'landscape'],
  restartStrategy: ['homePage', 'homePageAndLatestPage'],
  initialRenderingCache: ['static', 'capture', 'dynamic'],
  visualEffectInBackground: ['none', 'hidden'],
  handleWebviewPreload: ['static', 'manual', 'auto'],
};

export const WINDOW: Keys = LOOKS;

export const APP: Keys = {
  entryPagePath: 'string',
  pages: 'array',
  window: 'object',
  tabBar: 'object',
  networkTimeout: 'object',
  debug: 'boolean',
  functionalPages: 'any',
  subpackages: 'array',
  subPackages: 'array',
  workers: 'any',
  requiredBackgroundModes: 'array',
  requiredPrivateInfos: 'array',
  plugins: 'object',
  preloadRule: 'object',
  resizable: 'boolean',
  usingComponents: 'object',
  permission: 'object',
  sitemapLocation: 'string',
  style: ['v2'],
  useExtendedLib: 'object',
  entranceDeclare: 'object',
  darkmode: 'boolean',
  themeLocation: 'string',
  lazyCodeLoading: ['requiredComponents'],
  singlePage: 'object',
  supportedMaterials: 'array',
  serviceProviderTicket: 'string',
  embeddedAppIdList: 'array',
  halfPage: 'object',
  debugOptions: 'object',
  enablePassiveEvent: 'any',
  resolveAlias: 'object',
  renderer: ['webview', 'skyline'],
  rendererOptions: 'object',
  componentFramework: ['exparser', 'glass-easel'],
  miniApp: 'object',
  static: 'array',
  convertRpxToVw: 'boolean',
  appBar: 'object',
  cloud: 'boolean',
  navigateToMiniProgramAppIdList: 'array',
  __usePrivacyCheck__: 'boolean',
};

export const COMPONENT: Keys = {
  component: 'boolean',
  usingComponents: 'object',
  componentGenerics: 'object',
  componentPlaceholder: 'object',
  pureDataPattern: 'string',
  styleIsolation: ['isolated', 'apply-shared', 'shared', 'page-isolated', 'page-apply-shared', 'page-shared'],
  style: ['v2'],
  renderer: ['webview', 'skyline'],
  rendererOptions: 'object',
  componentFramework: ['exparser', 'glass-easel'],
};

export const PAGE: Keys = {
  ...LOOKS,
  ...COMPONENT,
  disableScroll: 'boolean',
  disableSwipeBack: 'boolean',
  enablePassiveEvent: 'any',
  singlePage: 'object',
};

export const SUB_PACKAGE: Keys = {
  root: 'string',
  name: 'string',
  pages: 'array',
  independent: 'boolean',
  entry: 'string',
  plugins: 'object',
};

export const NETWORK_TIMEOUT: Keys = {
  request: 'number',
  connectSocket: 'number',
  uploadFile: 'number',
  downloadFile: 'number',
};

export const TAB_BAR: Keys = {
  color: 'colour',
  selectedColor: 'colour',
  backgroundColor: 'colour',
  borderStyle: ['black', 'white'],
  list: 'array',
  position: ['bottom', 'top'],
  custom: 'boolean',
};

export const TAB: Keys = { pagePath: 'string', text: 'string', iconPath: 'string', selectedIconPath: 'string' };

export const SITEMAP: Keys = { desc: 'string', rules: 'array' };

export const SITEMAP_RULE: Keys = {
  action: ['allow', 'disallow'],
  page: 'string',
  params: 'array',
  matching: ['exact', 'inclusive', 'exclusive', 'partial'],
  priority: 'number',
};
