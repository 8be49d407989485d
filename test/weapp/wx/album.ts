// Photos and files on the phone: chosen, measured, made smaller, written, read for sending.
import { sceneOf } from '../../../localcloud/seed/scenes';
import { Failure, type Options } from './answer';

const SCENES = ['darkHall', 'brightHall', 'hall'] as const;
const SIZE = { width: 480, height: 360 };

/** Where a mini program may write. */
export const USER_DATA_PATH = 'wxfile://usr';

export class Album {
  readonly #files = new Map<string, Buffer>();
  #taken = 0;

  /** @throws Failure when there is no such file */
  read(path: unknown): Buffer {
    const file = this.#files.get(String(path));
    if (file === undefined) throw new Failure(`file doesn't exist ${path}`);
    return file;
  }

  /** Of `wx`. */
  readonly ways = {
    chooseMedia: () => {
      const file = sceneOf(SCENES[this.#taken % SCENES.length] ?? 'hall');
      return {
        type: 'image',
        tempFiles: [{ tempFilePath: this.#keep(file), size: file.length, fileType: 'image', ...SIZE }],
      };
    },
    getImageInfo: ({ src }: Options) => {
      this.read(src);
      return { ...SIZE, path: src, type: 'png', orientation: 'up' };
    },
    compressImage: ({ src }: Options) => ({ tempFilePath: this.#keep(this.read(src)) }),
  };

  /** Of the file system manager. */
  readonly files = {
    getFileInfo: ({ filePath }: Options) => ({ size: this.read(filePath).length }),
    writeFile: ({ filePath, data, encoding }: Options) => {
      if (!String(filePath).startsWith(`${USER_DATA_PATH}/`)) throw new Failure(`permission denied, open ${filePath}`);
      this.#files.set(String(filePath), Buffer.from(String(data), encoding === 'base64' ? 'base64' : 'utf8'));
      return {};
    },
    unlink: ({ filePath }: Options) => {
      this.read(filePath);
      this.#files.delete(String(filePath));
      return {};
    },
  };

  #keep(file: Buffer): string {
    this.#taken += 1;
    const path = `wxfile://tmp_${this.#taken}.png`;
    this.#files.set(path, file);
    return path;
  }
}
