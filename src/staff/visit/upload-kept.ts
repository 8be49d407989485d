/** Uploads a photo that lies on the phone. Asked for by the form and by the queue at once, it is one upload. */
import type { PhotoId } from '../../../types/ids';
import { uploadSmall } from '../../services/photos';
import type { PhotoFile } from '../../services/photo-file';
import type { KeptFile } from './kept-file';
import { dropFile, keepFile, readFile } from './phone-files';

/** Those the phone had no room for, until the program ends. */
const inMemory = new Map<string, PhotoFile>();
const underWay = new Map<string, Promise<PhotoId | null>>();

/** @returns the file to go on with, and whether it is really kept. Never throws. */
export async function keepOnPhone(key: string, file: PhotoFile): Promise<{ file: PhotoFile; kept: boolean }> {
  try {
    const kept = await keepFile(key, file);
    inMemory.delete(key);
    return { file: kept, kept: true };
  } catch {
    inMemory.set(key, file);
    return { file, kept: false };
  }
}

/** Whether it would be lost if the program ended now. */
export const onlyInMemory = (key: string): boolean => inMemory.has(key);

export const fileOf = async (file: KeptFile): Promise<PhotoFile | null> =>
  inMemory.get(file.key) ?? (await readFile(file));

/** @returns null when the phone no longer has it @throws ApiError */
export function uploadKept(kept: KeptFile, onProgress: (percent: number) => void = () => undefined) {
  const before = underWay.get(kept.key);
  if (before !== undefined) return before;
  const upload = (async () => {
    const file = await fileOf(kept);
    return file === null ? null : (await uploadSmall(file, kept.key, onProgress)).id;
  })().finally(() => underWay.delete(kept.key));
  underWay.set(kept.key, upload);
  return upload;
}

export function dropFromPhone(files: readonly { key: string; name: string }[]): void {
  for (const file of files) {
    inMemory.delete(file.key);
    void dropFile(file);
  }
}
