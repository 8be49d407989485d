/** What H5 needs of the browser, and nothing more; never reached in the mini program. */

interface Location {
  readonly href: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  assign(url: string): void;
}
declare const location: Location;
declare const window: {
  addEventListener(type: 'online' | 'offline' | 'storage', listener: () => void): void;
  removeEventListener(type: 'online' | 'offline' | 'storage', listener: () => void): void;
};
declare const navigator: { readonly onLine: boolean };
declare const history: { replaceState(data: null, unused: string, url: string): void };

export const IS_H5 = process.env.TARO_ENV === 'h5';

export const currentAddress = (): string => location.href;
export const goToAddress = (url: string): void => location.assign(url);
/** Another address in the bar without loading it. */
export const showAddress = (url: string): void => history.replaceState(null, '', url);

/** @returns how to end it */
export function onBrowserOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  return () => window.removeEventListener('online', listener);
}

export const isBrowserOnline = (): boolean => navigator.onLine;
export const onBrowserOffline = (listener: () => void): void => window.addEventListener('offline', listener);

/** Another tab has changed what is kept on this device. @returns how to end it */
export function onOtherTabStored(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}

interface Focusable {
  readonly offsetParent: unknown;
  focus(): void;
}
declare const document: { querySelectorAll(selector: string): Iterable<Focusable> };

const TRIES = 10;
const TRY_EVERY_MS = 50;

/** Puts the keyboard's place on the first such element in sight, as soon as there is one; pages that lie behind are still in the document. */
export function focusOn(selector: string, tries = TRIES): void {
  setTimeout(() => {
    for (const element of document.querySelectorAll(selector)) {
      if (element.offsetParent === null) continue;
      element.focus();
      return;
    }
    if (tries > 1) focusOn(selector, tries - 1);
  }, TRY_EVERY_MS);
}
