import { DEFAULT_POLICY } from '../../../domain/policy/defaults';
import { Refusal } from '../../../types/errors';
import { cleanPhoto } from '../../platform/photo';
import type { Platform } from '../../platform/platform';
import type { PersonUseCase } from '../call';
import { photoUrls } from './photo-urls';
import type { StoredUpload } from './stored-upload';

/** The raw bytes, not more of them than allowed; what is too large is deleted. @throws Refusal photoMissing, tooLarge */
const arrived = async ({ rawFileId }: StoredUpload, storage: Platform['storage']): Promise<Buffer> => {
  const { mostBytes } = DEFAULT_POLICY.intake.photos;
  const size = await storage.sizeOf(rawFileId);
  if (size === null) throw new Refusal('photoMissing');
  const raw = size > mostBytes ? 'tooLarge' : await storage.read(rawFileId, mostBytes);
  if (raw === null) throw new Refusal('photoMissing');
  if (raw === 'tooLarge') {
    await storage.remove([rawFileId]);
    throw new Refusal('tooLarge');
  }
  return raw;
};

/**
 * Checks what really arrived and keeps a copy without EXIF, XMP and texts (IN-14). Confirming again gives the same photo.
 * @throws Refusal photoMissing, tooLarge, fileNotAccepted (the raw file is then deleted)
 */
export const confirmUpload: PersonUseCase<'confirmUpload'> = async ({ photoId }, { person, platform }) => {
  const { database, storage } = platform;
  const upload = await database.get<StoredUpload>('uploads', photoId);
  if (upload === null || upload.ownerId !== person.id) throw new Refusal('photoMissing');
  if (upload.fileId === null) {
    const clean = cleanPhoto(await arrived(upload, storage));
    if (clean === null) {
      await storage.remove([upload.rawFileId]);
      throw new Refusal('fileNotAccepted');
    }
    // The same place whoever gets here first; the raw file stays until the clean one is known.
    const fileId = await storage.put(`photos/${photoId}.${clean.format}`, clean.bytes);
    await database.updateIf('uploads', { _id: photoId, state: 'requested' }, { state: 'ready', fileId });
    await storage.remove([upload.rawFileId]);
  }
  const view = (await photoUrls([photoId], platform)).get(photoId);
  if (view === undefined) throw new Refusal('photoMissing');
  return view;
};
