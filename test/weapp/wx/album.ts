// Photos, videos and files on the phone: chosen, measured, made smaller, written, read for sending.
import { sceneOf } from '../../../localcloud/seed/scenes';
import { aVideo } from '../../support/a-video';
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

  /** No room for another file. */
  full = false;

  /** Names of what lies in a folder. */
  kept(folder = USER_DATA_PATH): string[] {
    return [...this.#files.keys()].flatMap((path) =>
      path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
    );
  }

  /** What WeChat clears away when the program ends. */
  dropTemporary(): void {
    for (const path of this.#files.keys()) if (!path.startsWith(`${USER_DATA_PATH}/`)) this.#files.delete(path);
  }

  /** Of `wx`. */
  readonly ways = {
    chooseMedia: ({ mediaType }: Options) => {
      if (Array.isArray(mediaType) && mediaType.includes('video')) {
        const film = aVideo();
        const tempFilePath = this.#keep(film, 'mp4');
        const thumbTempFilePath = this.#keep(sceneOf('hall'));
        return {
          type: 'video',
          tempFiles: [{ tempFilePath, thumbTempFilePath, size: film.length, duration: 6, fileType: 'video', ...SIZE }],
        };
      }
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
    compressVideo: ({ src }: Options) => ({ tempFilePath: this.#keep(this.read(src), 'mp4'), size: 1 }),
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
    saveFile: ({ tempFilePath, filePath }: Options) => {
      if (!String(filePath).startsWith(`${USER_DATA_PATH}/`)) throw new Failure(`permission denied, open ${filePath}`);
      if (this.full) throw new Failure('the maximum size of the file storage limit is exceeded');
      const file = this.read(tempFilePath);
      this.#files.delete(String(tempFilePath));
      this.#files.set(String(filePath), file);
      return { savedFilePath: filePath };
    },
    readdir: ({ dirPath }: Options) => ({ files: this.kept(String(dirPath)) }),
    unlink: ({ filePath }: Options) => {
      this.read(filePath);
      this.#files.delete(String(filePath));
      return {};
    },
  };

  #keep(file: Buffer, ending = 'png'): string {
    this.#taken += 1;
    const path = `wxfile://tmp_${this.#taken}.${ending}`;
    this.#files.set(path, file);
    return path;
  }
}
