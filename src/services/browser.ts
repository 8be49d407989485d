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
  addEventListener(type: 'online', listener: () => void): void;
  removeEventListener(type: 'online', listener: () => void): void;
};
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
