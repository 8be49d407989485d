/** A photo or short video on the phone: chosen, made small, sent. Mini program; H5 has its own (photo-file.h5.ts). */
import Taro from '@tarojs/taro';
import type { UploadKind } from '../../types/ids';
import type { SendingLimits } from '../../types/views';
import { photoProblem, videoTooLarge } from './photo-problem';

export interface PhotoFile {
  kind: UploadKind;
  /** To show before it is sent; of a video a still, or empty. */
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
      kind: 'photo' as const,
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

/** WeChat's camera can't be told to stop earlier. */
const SHORTEST_RECORDING_SECONDS = 3;

/** One short video from album or camera. Never throws. */
export async function chooseVideo({ videoSeconds, videoBytes }: SendingLimits): Promise<Chosen> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['video'],
      maxDuration: Math.max(SHORTEST_RECORDING_SECONDS, videoSeconds),
    });
    const files: PhotoFile[] = [];
    for (const { tempFilePath, thumbTempFilePath, size, duration } of tempFiles) {
      const chosen = { preview: thumbTempFilePath ?? '', name: tempFilePath, size, source: tempFilePath };
      const small = await compressed({ ...chosen, kind: 'video' });
      const problem = videoTooLarge(small.size, duration, { videoSeconds, videoBytes });
      if (problem !== null) return { files: [], problem };
      files.push(small);
    }
    return { files, problem: null };
  } catch (thrown) {
    return { files: [], problem: photoProblem(thrown, 'video') };
  }
}

/** Taro's types ask for them; with a quality WeChat doesn't look at them. */
const IGNORED = { bitrate: 1000, fps: 30, resolution: 1 } as const;

/** By WeChat; as it was when the phone can't. */
async function compressed(video: PhotoFile): Promise<PhotoFile> {
  try {
    const { tempFilePath } = await Taro.compressVideo({ src: video.name, quality: 'medium', ...IGNORED });
    const size = (await sizeOf(tempFilePath)) ?? video.size;
    return size < video.size ? { ...video, name: tempFilePath, source: tempFilePath, size } : video;
  } catch {
    return video;
  }
}

/** The same photo with its longest side at most 1600 px; as it was when the phone can't. A video has been made small already. */
export async function shrink(photo: PhotoFile): Promise<PhotoFile> {
  if (photo.kind === 'video') return photo;
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
