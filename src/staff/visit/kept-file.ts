/** A photo or video of a callback that lies on the phone until the server has confirmed the callback (CB-04). */
import * as z from 'zod/mini';
import { CommandId, PhotoId } from '../../../types/ids';
import type { PhotoFile } from '../../services/photo-file';

export const KeptFile = z.object({
  /** Its name on the phone, and the commandId under which it is uploaded: however often it is sent, it is one photo. */
  key: CommandId,
  kind: z.enum(['photo', 'video']),
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Once the server has accepted it. */
  photoId: z.nullable(PhotoId),
});
export type KeptFile = z.infer<typeof KeptFile>;

/** Null: the phone no longer has it. */
export type FileOnPhone = PhotoFile | null;
