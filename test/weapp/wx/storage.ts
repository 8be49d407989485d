import { Failure, type Options } from './answer';

const MOST_BYTES = 1024 * 1024;

/** What the mini program keeps on the phone. */
export class Storage {
  readonly #kept = new Map<string, string>();
  /** Takes nothing more. */
  full = false;

  readonly synchronous = {
    getStorageSync: (key: unknown): unknown => {
      const text = this.#kept.get(String(key));
      return text === undefined ? '' : JSON.parse(text);
    },
    setStorageSync: (key: unknown, value: unknown): void => {
      const text = JSON.stringify(value);
      if (text.length > MOST_BYTES) throw new Error('setStorageSync:fail entry size limit reached');
      if (this.full) throw new Error('setStorageSync:fail exceed storage max size 10Mb');
      this.#kept.set(String(key), text);
    },
    removeStorageSync: (key: unknown): void => void this.#kept.delete(String(key)),
    clearStorageSync: (): void => this.#kept.clear(),
    getStorageInfoSync: () => ({ keys: [...this.#kept.keys()], currentSize: 1, limitSize: 10_240 }),
  };

  readonly asynchronous = {
    getStorage: ({ key }: Options) => {
      const text = this.#kept.get(String(key));
      if (text === undefined) throw new Failure('data not found');
      return { data: JSON.parse(text) };
    },
    setStorage: ({ key, data }: Options) => this.synchronous.setStorageSync(String(key), data),
    removeStorage: ({ key }: Options) => this.synchronous.removeStorageSync(String(key)),
    clearStorage: () => this.synchronous.clearStorageSync(),
  };
}
