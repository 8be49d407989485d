/** What is kept on this phone. A full or forbidden storage is no reason to fail: who must know whether it was kept is told. */
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

/** @returns whether it is kept now; false when the storage is full, or forbidden as in private browsing */
export function store(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The keys in use that begin with `start`, in no order. */
export function storedKeys(start: string): string[] {
  try {
    const { keys } = Taro.getStorageInfoSync();
    return keys.filter((key) => key.startsWith(PREFIX + start)).map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
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
