/** A photo on the phone: chosen, made small, sent. Mini program; H5 has its own (photo-file.h5.ts). */
import Taro from '@tarojs/taro';
import { photoProblem } from './photo-problem';

export interface PhotoFile {
  /** To show before it is sent. */
  preview: string;
  name: string;
  /** Bytes. */
  size: number;
  /** The file as the platform knows it. */
  source: unknown;
}

export interface SendTo {
  cloudPath: string;
  url: string;
  headers: Record<string, string>;
}

/** The longest side that is sent, in pixels. */
export const LONGEST_SIDE = 1600;
const QUALITY = 80;

export interface Chosen {
  files: PhotoFile[];
  /** Why there are none; null also when the person just changed their mind. */
  problem: string | null;
}

/** At most `count` photos from album or camera. Never throws. */
export async function choosePhotos(count: number): Promise<Chosen> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    const files = tempFiles.map((file) => ({
      preview: file.tempFilePath,
      name: file.tempFilePath,
      size: file.size,
      source: file.tempFilePath,
    }));
    return { files, problem: null };
  } catch (thrown) {
    return { files: [], problem: photoProblem(thrown) };
  }
}

/** The same photo with its longest side at most 1600 px; as it was when the phone can't. */
export async function shrink(photo: PhotoFile): Promise<PhotoFile> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: photo.preview });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
    const { tempFilePath } = await Taro.compressImage({
      src: photo.preview,
      quality: QUALITY,
      compressedWidth: Math.round(width * scale),
      compressedHeight: Math.round(height * scale),
    });
    const size = await sizeOf(tempFilePath);
    return { ...photo, name: tempFilePath, source: tempFilePath, size: size ?? photo.size };
  } catch {
    return photo;
  }
}

function sizeOf(filePath: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: (info) => resolve(info.size),
      fail: () => resolve(undefined),
    });
  });
}

/** Puts the bytes where the server said; `onProgress` gets 0–100. */
export async function send(photo: PhotoFile, to: SendTo, onProgress: (percent: number) => void): Promise<void> {
  if (typeof photo.source !== 'string') throw new TypeError('a mini-program photo is a path');
  const filePath = photo.source;
  await new Promise<void>((resolve, reject) => {
    const task = Taro.cloud.uploadFile({ cloudPath: to.cloudPath, filePath, success: () => resolve(), fail: reject });
    if (task && 'onProgressUpdate' in task) task.onProgressUpdate(({ progress }) => onProgress(progress));
  });
}
