// The phone as WeChat describes it, with the oldest base library that is promised.
import project from '../../../project.config.json';

export const BASE_LIBRARY = project.libVersion;

const SCREEN = { windowWidth: 390, windowHeight: 753, screenWidth: 390, screenHeight: 844, pixelRatio: 3 };

export const windowInfo = () => ({
  ...SCREEN,
  statusBarHeight: 47,
  screenTop: 91,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
});

export const appBaseInfo = () => ({
  SDKVersion: BASE_LIBRARY,
  version: '8.0.49',
  language: 'zh_CN',
  theme: 'light',
  enableDebug: false,
  fontSizeSetting: 17,
  host: { env: 'WeChat' },
});

export const deviceInfo = () => ({
  brand: 'devtools',
  model: 'iPhone 13',
  system: 'iOS 15.0',
  platform: 'ios',
  benchmarkLevel: 40,
});

export const systemInfo = () => ({ ...windowInfo(), ...appBaseInfo(), ...deviceInfo() });

export const menuButton = () => ({ left: 296, right: 383, top: 51, bottom: 83, width: 87, height: 32 });
