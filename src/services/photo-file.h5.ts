import Taro from '@tarojs/taro';
import type { SendingLimits } from '../../types/views';
import type { Chosen, PhotoFile, SendTo } from './photo-file';
import { photoProblem, videoTooLarge } from './photo-problem';

export const LONGEST_SIDE = 1600;
const QUALITY = 0.82;
const JPEG = 'image/jpeg';

interface Blob {
  readonly size: number;
}
interface Bitmap {
  readonly width: number;
  readonly height: number;
  close(): void;
}
interface Canvas {
  width: number;
  height: number;
  getContext(
    kind: '2d',
  ): { drawImage(image: Bitmap, x: number, y: number, width: number, height: number): void } | null;
  toBlob(done: (blob: Blob | null) => void, type: string, quality: number): void;
}
interface Request {
  upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null };
  status: number;
  onload: (() => void) | null;
  onerror: (() => void) | null;
  ontimeout: (() => void) | null;
  timeout: number;
  open(method: 'PUT', url: string): void;
  setRequestHeader(name: string, value: string): void;
  send(body: unknown): void;
}
interface FileInput {
  type: string;
  accept: string;
  hidden: boolean;
  files: ArrayLike<Blob & { name: string }> | null;
  onchange: (() => void) | null;
  oncancel: (() => void) | null;
  click(): void;
  remove(): void;
}
interface Film {
  preload: string;
  src: string;
  duration: number;
  onloadedmetadata: (() => void) | null;
  onerror: (() => void) | null;
}
declare const document: {
  createElement(name: 'canvas'): Canvas;
  createElement(name: 'input'): FileInput;
  createElement(name: 'video'): Film;
  body: { appendChild(element: FileInput): void };
};
declare const URL: { createObjectURL(source: unknown): string; revokeObjectURL(address: string): void };
declare const createImageBitmap: (source: unknown, options: { imageOrientation: 'from-image' }) => Promise<Bitmap>;
declare const XMLHttpRequest: new () => Request;

/** A video on a phone's uplink. */
const SEND_TIMEOUT_MS = 300_000;

export async function choosePhotos(count: number): Promise<Chosen> {
  try {
    const { tempFiles } = await Taro.chooseImage({ count, sizeType: ['compressed'] });
    const files = tempFiles.slice(0, count).map((file) => ({
      kind: 'photo' as const,
      preview: file.path,
      name: file.originalFileObj?.name ?? file.path,
      size: file.size,
      source: file.originalFileObj,
    }));
    return { files, problem: null };
  } catch (thrown) {
    return { files: [], problem: photoProblem(thrown) };
  }
}

/** The file of the browser's own dialogue; null when the person changed their mind. */
function pickedVideo(): Promise<(Blob & { name: string }) | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'video/*';
  input.hidden = true;
  // Some phones only open the dialogue of what stands in the page.
  document.body.appendChild(input);
  return new Promise<(Blob & { name: string }) | null>((resolve) => {
    input.onchange = () => resolve(input.files?.[0] ?? null);
    input.oncancel = () => resolve(null);
    input.click();
  }).finally(() => input.remove());
}

/** Seconds; 0 when the browser can't say, which the server will. */
function lengthOf(file: Blob): Promise<number> {
  const film = document.createElement('video');
  const address = URL.createObjectURL(file);
  return new Promise<number>((resolve) => {
    film.onloadedmetadata = () => resolve(Number.isFinite(film.duration) ? film.duration : 0);
    film.onerror = () => resolve(0);
    film.preload = 'metadata';
    film.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}

/** A browser makes no video smaller. */
export async function chooseVideo(limits: SendingLimits): Promise<Chosen> {
  const file = await pickedVideo();
  if (file === null) return { files: [], problem: null };
  const problem = videoTooLarge(file.size, await lengthOf(file), limits);
  if (problem !== null) return { files: [], problem };
  return { files: [{ kind: 'video', preview: '', name: file.name, size: file.size, source: file }], problem: null };
}

/** Draws it anew: smaller, and without what the camera wrote into it (IN-14). */
export async function shrink(photo: PhotoFile): Promise<PhotoFile> {
  if (photo.kind === 'video') return photo;
  try {
    const bitmap = await createImageBitmap(photo.source, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, JPEG, QUALITY));
    return blob === null
      ? photo
      : { ...photo, source: blob, size: blob.size, name: `${photo.name.replace(/\.[^.]*$/, '')}.jpg` };
  } catch {
    return photo;
  }
}

export function send(photo: PhotoFile, to: SendTo, onProgress: (percent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', to.url);
    for (const [name, value] of Object.entries(to.headers)) request.setRequestHeader(name, value);
    request.timeout = SEND_TIMEOUT_MS;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0);
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new Error(`upload ${request.status}`));
    request.onerror = () => reject(new Error('upload failed'));
    request.ontimeout = () => reject(new Error('upload timed out'));
    request.send(photo.source);
  });
}
