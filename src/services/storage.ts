/** What is kept on this phone. A full or forbidden storage is no reason to fail: what can't be kept is asked again. */
import Taro from '@tarojs/taro';

const PREFIX = 'huiyin:';

/** The value as it was kept, to be looked at before use; undefined when there is none. */
export function readStored(key: string): unknown {
  try {
    const text: unknown = Taro.getStorageSync(PREFIX + key);
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

export function store(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(PREFIX + key, JSON.stringify(value));
  } catch {
    // Full, or private browsing.
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(PREFIX + key);
  } catch {
    // As above.
  }
}

/** Everything kept on this phone: whoever was here is nobody any more. */
export function forgetEverything(): void {
  try {
    Taro.clearStorageSync();
  } catch {
    // As above.
  }
}
