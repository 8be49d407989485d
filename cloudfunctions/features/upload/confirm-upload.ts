import { Refusal } from '../../../types/errors';
import { isVideo } from '../../../types/ids';
import { cleanPhoto } from '../../platform/photo';
import { cleanVideo } from '../../platform/video';
import type { PersonCall, PersonUseCase } from '../call';
import { photoUrls } from './photo-urls';
import type { StoredUpload } from './stored-upload';
import { checkLength, checkSize, largestAnywhere } from './upload-size';

/** The raw bytes, or null when there are none. @throws Refusal tooLarge */
const arrived = async ({ _id, rawFileId }: StoredUpload, call: PersonCall): Promise<Buffer | null> => {
  const kind = isVideo(_id) ? 'video' : 'photo';
  const raw = await call.platform.storage.read(rawFileId, await largestAnywhere(kind, call));
  if (raw !== null) await checkSize(raw.length, kind, call);
  return raw;
};

const UNUSABLE = {
  noVideo: '这个文件不是可用的视频，请换 MP4 或 MOV 格式。',
  otherFormat: '这段视频的格式不支持，请换一段或重新拍摄。',
} as const;

/** What is kept of the raw bytes, and where. @throws Refusal fileNotAccepted, tooLarge */
const cleaned = async ({ _id }: StoredUpload, raw: Buffer, call: PersonCall) => {
  if (!isVideo(_id)) {
    const photo = cleanPhoto(raw);
    if (photo === null) throw new Refusal('fileNotAccepted');
    return { path: `photos/${_id}.${photo.format}`, bytes: photo.bytes };
  }
  const video = cleanVideo(raw);
  if (typeof video === 'string') throw new Refusal('fileNotAccepted', { message: UNUSABLE[video] });
  await checkLength(video.seconds, call);
  return { path: `videos/${_id}.${video.format}`, bytes: video.bytes };
};

/**
 * Keeps the clean copy, if there are bytes to clean: another confirmation may have been faster. What isn't accepted is deleted.
 * @throws Refusal tooLarge, fileNotAccepted
 */
const accept = async (upload: StoredUpload, call: PersonCall): Promise<void> => {
  const { database, storage } = call.platform;
  try {
    const raw = await arrived(upload, call);
    if (raw === null) return;
    const clean = await cleaned(upload, raw, call);
    // The same place whoever gets here first; the raw file stays until the clean one is known.
    const fileId = await storage.put(clean.path, clean.bytes);
    await database.updateIf('uploads', { _id: upload._id, state: 'requested' }, { state: 'ready', fileId });
  } catch (thrown) {
    if (thrown instanceof Refusal && (thrown.code === 'tooLarge' || thrown.code === 'fileNotAccepted'))
      await storage.remove([upload.rawFileId]);
    throw thrown;
  }
  await storage.remove([upload.rawFileId]);
};

/**
 * Checks what really arrived and keeps a copy of a photo without EXIF, XMP and texts, of a video without what doesn't play
 * (IN-14). Confirming again gives the same one.
 * @throws Refusal photoMissing, tooLarge, fileNotAccepted (the raw file is then deleted)
 */
export const confirmUpload: PersonUseCase<'confirmUpload'> = async ({ photoId }, call) => {
  const { person, platform } = call;
  const upload = await platform.database.get<StoredUpload>('uploads', photoId);
  if (upload === null || upload.ownerId !== person.id) throw new Refusal('photoMissing');
  if (upload.fileId === null) await accept(upload, call);
  // Sent once more by a phone that didn't hear of the first time (CB-04): what the camera wrote into it doesn't stay (IN-14).
  else await platform.storage.remove([upload.rawFileId]);
  // Without an address it never arrived; with one it did, whoever of two confirmations was the first.
  const view = (await photoUrls([photoId], platform)).get(photoId);
  if (view === undefined) throw new Refusal('photoMissing');
  return view;
};
