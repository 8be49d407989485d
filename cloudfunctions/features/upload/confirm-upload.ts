import { Refusal } from '../../../types/errors';
import { cleanPhoto } from '../../platform/photo';
import type { PersonCall, PersonUseCase } from '../call';
import { checkPhotoSize, largestAnywhere } from './photo-size';
import { photoUrls } from './photo-urls';
import type { StoredUpload } from './stored-upload';

/** The raw bytes, or null when there are none; what is too large is deleted. @throws Refusal tooLarge */
const arrived = async ({ rawFileId }: StoredUpload, call: PersonCall): Promise<Buffer | null> => {
  const { storage } = call.platform;
  try {
    const raw = await storage.read(rawFileId, await largestAnywhere(call));
    if (raw !== null) await checkPhotoSize(raw.length, call);
    return raw;
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'tooLarge') await storage.remove([rawFileId]);
    throw thrown;
  }
};

/** Keeps the clean copy, if there are bytes to clean: another confirmation may have been faster. @throws Refusal tooLarge, fileNotAccepted */
const accept = async (upload: StoredUpload, call: PersonCall): Promise<void> => {
  const { database, storage } = call.platform;
  const raw = await arrived(upload, call);
  if (raw === null) return;
  const clean = cleanPhoto(raw);
  if (clean === null) {
    await storage.remove([upload.rawFileId]);
    throw new Refusal('fileNotAccepted');
  }
  // The same place whoever gets here first; the raw file stays until the clean one is known.
  const fileId = await storage.put(`photos/${upload._id}.${clean.format}`, clean.bytes);
  await database.updateIf('uploads', { _id: upload._id, state: 'requested' }, { state: 'ready', fileId });
  await storage.remove([upload.rawFileId]);
};

/**
 * Checks what really arrived and keeps a copy without EXIF, XMP and texts (IN-14). Confirming again gives the same photo.
 * @throws Refusal photoMissing, tooLarge, fileNotAccepted (the raw file is then deleted)
 */
export const confirmUpload: PersonUseCase<'confirmUpload'> = async ({ photoId }, call) => {
  const { person, platform } = call;
  const upload = await platform.database.get<StoredUpload>('uploads', photoId);
  if (upload === null || upload.ownerId !== person.id) throw new Refusal('photoMissing');
  if (upload.fileId === null) await accept(upload, call);
  // Without an address it never arrived; with one it did, whoever of two confirmations was the first.
  const view = (await photoUrls([photoId], platform)).get(photoId);
  if (view === undefined) throw new Refusal('photoMissing');
  return view;
};
