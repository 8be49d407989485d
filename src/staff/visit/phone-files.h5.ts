import type { PhotoFile } from '../../services/photo-file';
import type { FileOnPhone, KeptFile } from './kept-file';

/** Photos and videos of callbacks in the browser's database (phone-files.ts). The part of IndexedDB that is used. */
interface Blob {
  readonly size: number;
}
interface Asked<T> {
  readonly result: T;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}
interface Store {
  put(value: Blob, key: string): Asked<unknown>;
  get(key: string): Asked<Blob | undefined>;
  delete(key: string): Asked<unknown>;
  getAllKeys(): Asked<unknown[]>;
}
interface Transaction {
  objectStore(name: string): Store;
  oncomplete: (() => void) | null;
  onabort: (() => void) | null;
}
interface Database {
  createObjectStore(name: string): unknown;
  transaction(name: string, mode: 'readonly' | 'readwrite', how: { durability: 'strict' }): Transaction;
  close(): void;
}
interface Opening extends Asked<Database> {
  onupgradeneeded: (() => void) | null;
  onblocked: (() => void) | null;
}
declare const indexedDB: { open(name: string, version: number): Opening };
declare const URL: { createObjectURL(source: unknown): string };

const DATABASE = 'huiyin';
const STORE = 'files';

const open = (): Promise<Database> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('no database'));
    opening.onblocked = () => reject(new Error('database in use'));
  });

/** One question in a transaction of its own, answered when it is on the disk. @throws when the browser refuses, as with a full disk */
async function ask<T>(mode: 'readonly' | 'readwrite', question: (store: Store) => Asked<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const asked = question(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(new Error('refused'));
    });
  } finally {
    database.close();
  }
}

/** @throws when there is no room */
export async function keepFile(key: string, file: PhotoFile): Promise<PhotoFile> {
  const { source } = file;
  if (!isBlob(source)) throw new TypeError('a browser’s photo is a blob');
  await ask('readwrite', (store) => store.put(source, key));
  return { ...file, preview: addressOf(file) };
}

const isBlob = (source: unknown): source is Blob =>
  typeof source === 'object' && source !== null && 'size' in source && typeof source.size === 'number';

/** What stands on the page; of a video nothing, there is no still of it. */
const addressOf = ({ kind, source }: Pick<PhotoFile, 'kind' | 'source'>): string =>
  kind === 'photo' ? URL.createObjectURL(source) : '';

export async function readFile({ key, kind, name, size }: KeptFile): Promise<FileOnPhone> {
  const blob = await ask('readonly', (store) => store.get(key)).catch(() => undefined);
  return blob === undefined ? null : { kind, name, size, source: blob, preview: addressOf({ kind, source: blob }) };
}

export const dropFile = async ({ key }: { key: string; name: string }): Promise<void> =>
  void (await ask('readwrite', (store) => store.delete(key)).catch(() => undefined));

export const filesOnPhone = async (): Promise<{ key: string; name: string }[]> =>
  (await ask('readonly', (store) => store.getAllKeys()).catch(() => [])).map((key) => ({ key: String(key), name: '' }));
