/**
 * Photos and videos of callbacks, kept on the phone until the server has confirmed the callback (CB-04). In the mini
 * program in its own folder; H5 has its own (phone-files.h5.ts).
 */
import Taro from '@tarojs/taro';
import type { PhotoFile } from '../../services/photo-file';
import type { FileOnPhone, KeptFile } from './kept-file';

const START = 'visit-';
const folder = (): string => `${Taro.env.USER_DATA_PATH}`;
/** WeChat shows a picture by its ending. */
const endingOf = (name: string): string => /\.\w{1,5}$/.exec(name)?.[0] ?? '';
const pathOf = ({ key, name }: { key: string; name: string }): string => `${folder()}/${START}${key}${endingOf(name)}`;

/** Takes it to where the phone doesn't clear away. @returns the file there @throws when there is no room */
export function keepFile(key: string, file: PhotoFile): Promise<PhotoFile> {
  const { source, name } = file;
  if (typeof source !== 'string') throw new TypeError('a mini-program photo is a path');
  const filePath = `${folder()}/${START}${key}${endingOf(name)}`;
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: source,
      filePath,
      success: () => resolve({ ...file, source: filePath, preview: file.kind === 'photo' ? filePath : file.preview }),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/** What was kept, as far as the phone still has it. Never throws. */
export function readFile(file: KeptFile): Promise<FileOnPhone> {
  const { kind, name, size } = file;
  const filePath = pathOf(file);
  return new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: () => resolve({ kind, name, size, source: filePath, preview: kind === 'photo' ? filePath : '' }),
      fail: () => resolve(null),
    });
  });
}

/** Takes it off the phone. Never throws. */
export function dropFile(file: { key: string; name: string }): Promise<void> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().unlink({ filePath: pathOf(file), complete: () => resolve() });
  });
}

/** All that lie here, whatever they belong to. Never throws. */
export function filesOnPhone(): Promise<{ key: string; name: string }[]> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readdir({
      dirPath: folder(),
      success: ({ files }) =>
        resolve(
          files
            .filter((file) => file.startsWith(START))
            .map((name) => ({ key: name.slice(START.length).replace(/\.\w+$/, ''), name })),
        ),
      fail: () => resolve([]),
    });
  });
}
