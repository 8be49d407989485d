/** A drawn signature as a file that can be uploaded; H5 has its own (signature-file.h5.ts). */
import Taro from '@tarojs/taro';
import type { PhotoFile } from '../../services/photo-file';

const NAME = 'signature.png';
const BASE64 = /^data:image\/png;base64,/;

/** @param image a PNG as a data URL */
export function signatureFile(image: string): Promise<PhotoFile> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${Date.now()}-${NAME}`;
  const data = image.replace(BASE64, '');
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'base64',
      success: () =>
        resolve({
          kind: 'photo',
          preview: filePath,
          name: NAME,
          size: Math.floor((data.length * 3) / 4),
          source: filePath,
        }),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/** Takes the file off the phone again once it has arrived: the space of a mini program is small. */
export function dropSignatureFile({ preview: filePath }: PhotoFile): void {
  Taro.getFileSystemManager().unlink({ filePath });
}
