import { type PhotoId, UPLOAD_PREFIX } from '../../../types/ids';
import type { PersonUseCase } from '../call';
import { limitRate } from '../limit-rate';
import type { StoredUpload } from './stored-upload';
import { checkSize } from './upload-size';

/**
 * The place of one photo or video in the storage. The id can't be guessed and follows from person and command, so that asking again
 * gives the same place. @throws Refusal tooLarge by the declared size; the real one is checked when it has arrived
 */
export const requestUpload: PersonUseCase<'requestUpload'> = async ({ commandId, size, kind }, call) => {
  const { person, now, platform } = call;
  const { database, storage, seal } = platform;
  await limitRate('requestUpload', call);
  await checkSize(size, kind, call);
  const key = seal.keyedHash('photo', `${person.id} ${commandId}`).slice(0, 24);
  const photoId = `${UPLOAD_PREFIX[kind]}${key}` as PhotoId;
  const cloudPath = `raw/${photoId}`;
  const { url, headers, fileId } = await storage.prepareUpload(cloudPath);
  const upload: StoredUpload = {
    _id: photoId,
    ownerId: person.id,
    state: 'requested',
    requestedAt: now,
    rawFileId: fileId,
    fileId: null,
  };
  await database.insert('uploads', upload);
  return { photoId, cloudPath, url, headers };
};
