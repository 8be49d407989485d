import * as z from 'zod/mini';
import { command } from '../contract';
import { CommandId, PhotoId } from '../ids';
import { PhotoView } from '../views';

export const UPLOAD_PROCEDURES = {
  requestUpload: command({
    does: 'Where to put one photo or short video: a cloud path for the mini program, a signed address for H5',
    who: 'person',
    input: z.object({
      commandId: CommandId,
      name: z.string().check(z.maxLength(200)),
      kind: z._default(z.enum(['photo', 'video']), 'photo'),
      /** Bytes. */
      size: z.int().check(z.gte(1, { error: '文件是空的' })),
    }),
    output: z.object({
      photoId: PhotoId,
      cloudPath: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
    }),
    errors: ['tooLarge', 'tooMany', 'consentNeeded'],
  }),
  confirmUpload: command({
    does: 'After the bytes arrived: checks size, length and real format, removes what it tells besides (IN-14), makes it usable',
    who: 'person',
    input: z.object({ photoId: PhotoId }),
    output: PhotoView,
    errors: ['photoMissing', 'tooLarge', 'fileNotAccepted'],
  }),
} as const;
