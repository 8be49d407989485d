// The `wx` object: what this app needs of it, and a note of every other key that is looked for.
import type { Element } from 'glass-easel';
import type { Realm } from '../runtime/realm';
import { Album, USER_DATA_PATH } from './album';
import { answer, type Options } from './answer';
import { cloudApi } from './cloud-api';
import type { CloudLine } from './cloud-line';
import { appBaseInfo, BASE_LIBRARY, deviceInfo, menuButton, systemInfo, windowInfo } from './phone';
import { createIntersectionObserver } from './intersection-observer';
import { createSelectorQuery } from './selector-query';
import { Storage } from './storage';

type Work = (options: Options) => unknown;
type Anything = (...args: unknown[]) => unknown;

export interface WxOptions {
  realm: Realm;
  /** navigateTo and its like. */
  ways: Record<string, Work>;
  cloud: CloudLine;
  /** The tree of the page on top. */
  root: () => Element | undefined;
  memory: PhoneMemory;
}

/** What stays on the phone when the program ends. */
export interface PhoneMemory {
  storage: Storage;
  album: Album;
}
export const emptyPhone = (): PhoneMemory => ({ storage: new Storage(), album: new Album() });

export interface Wx {
  /** As the package sees it. */
  object: object;
  /** Keys that were looked for and aren't there. */
  missing: ReadonlySet<string>;
  /** Functions that were called. */
  called: ReadonlySet<string>;
  /** Puts a maker of results in the place of a function; null takes it away again. @throws when there is no such function */
  mock(method: string, makeResult: Anything | null): void;
  /** Tells those who listen that the mini program is in sight again. */
  show(): void;
}

/** Done at once, and nothing to be seen of it. */
const QUIET = [
  ...['showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle', 'setNavigationBarColor'],
  ...['stopPullDownRefresh', 'pageScrollTo', 'makePhoneCall', 'setClipboardData'],
  ...['previewImage', 'hideKeyboard', 'vibrateShort', 'setKeepScreenOn', 'hideShareMenu', 'showShareMenu'],
];

/** Told of by nobody here. */
const LISTENED_TO = ['WindowResize', 'NetworkStatusChange', 'ThemeChange', 'MemoryWarning', 'KeyboardHeightChange'];

export function makeWx({ realm, ways, cloud, root, memory: { storage, album } }: WxOptions): Wx {
  const shown = new Set<() => void>();
  const nothing = () => ({});

  const asynchronous: Record<string, Work> = {
    ...ways,
    ...storage.asynchronous,
    ...album.ways,
    ...Object.fromEntries(QUIET.map((name) => [name, nothing])),
    showModal: () => ({ confirm: true, cancel: false }),
    requestSubscribeMessage: ({ tmplIds }) =>
      Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id) => [String(id), 'accept'])),
    getSystemInfo: systemInfo,
    getNetworkType: () => ({ networkType: 'wifi' }),
  };
  const synchronous: Record<string, Anything> = {
    ...storage.synchronous,
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: deviceInfo,
    getSystemInfoSync: systemInfo,
    getMenuButtonBoundingClientRect: menuButton,
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
  };
  const live: Record<string, unknown> = {
    nextTick: (work: () => void) => setTimeout(() => realm.call('wx.nextTick', work)),
    canIUse: (name: string) => (name.split('.')[0] ?? '') in object,
    createSelectorQuery: () => createSelectorQuery(realm, root),
    createIntersectionObserver,
    getFileSystemManager: () =>
      Object.fromEntries(
        Object.entries(album.files).map(([name, work]) => [
          name,
          (options: Options) => answer(realm, name, options, () => work(options)),
        ]),
      ),
    cloud: cloudApi(realm, cloud, album),
    env: { USER_DATA_PATH },
    version: { version: BASE_LIBRARY },
    ...Object.fromEntries(
      LISTENED_TO.flatMap((what) => [`on${what}`, `off${what}`]).map((name) => [name, () => undefined]),
    ),
    onAppShow: (listener: () => void) => void shown.add(listener),
    offAppShow: (listener: () => void) => void shown.delete(listener),
  };

  const made = new Map<string, unknown>(Object.entries(live));
  for (const [name, work] of Object.entries(synchronous))
    made.set(name, (...args: unknown[]) => realm.value(work(...args)));
  for (const [name, work] of Object.entries(asynchronous))
    made.set(name, (options: Options = {}) => answer(realm, name, options, () => work(options)));

  const called = new Set<string>();
  const heard = (name: string, value: unknown) => {
    if (typeof value !== 'function') return value;
    return (...args: unknown[]): unknown => {
      called.add(name);
      return value(...args);
    };
  };
  const mocked = new Map<string, Anything>();
  const known = Object(realm.value({}));
  for (const name of made.keys()) {
    Object.defineProperty(known, name, {
      enumerable: true,
      get: () => heard(name, mocked.get(name) ?? made.get(name)),
      set: (replacement: unknown) => void made.set(name, replacement),
    });
  }
  const missing = new Set<string>();
  const object: object = new Proxy(known, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target)) missing.add(key);
      return Reflect.get(target, key, receiver);
    },
  });
  return {
    object,
    missing,
    called,
    show: () => {
      for (const listener of shown) realm.call('wx.onAppShow', listener);
    },
    mock: (method, makeResult) => {
      const origin = made.get(method);
      if (origin === undefined) throw new Error(`wx.${method} 不存在`);
      if (makeResult === null) mocked.delete(method);
      else if (method in asynchronous)
        mocked.set(method, (options = {}) =>
          answer(realm, method, Object(options), () => makeResult.call({ origin }, options)),
        );
      else mocked.set(method, (...args) => realm.value(makeResult.apply({ origin }, args)));
    },
  };
}
