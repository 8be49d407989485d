import { Refusal } from '../../../types/errors';
import type { PersonId, PhotoId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import type { StoredPhoto, StoredUpload } from './stored-upload';

/**
 * Photos that a person has uploaded and had confirmed become part of what they are writing. Claiming again is harmless.
 * Nothing is asked for an empty list; otherwise one read and one write.
 * @throws Refusal photoMissing when one is unknown, not confirmed, or somebody else's
 */
export const claimPhotos = async (
  ids: readonly PhotoId[],
  ownerId: PersonId,
  database: Database,
): Promise<StoredPhoto[]> => {
  if (ids.length === 0) return [];
  const uploads = await database.find<StoredUpload>('uploads', { where: { _id: _.in(ids) } });
  const photos = ids.map((id): StoredPhoto => {
    const upload = uploads.find((candidate) => candidate._id === id);
    if (upload === undefined || upload.ownerId !== ownerId || upload.fileId === null)
      throw new Refusal('photoMissing', { fields: { photos: '照片没有上传成功，请重新选择' } });
    return { id, fileId: upload.fileId };
  });
  const unclaimed = uploads.filter((upload) => upload.state === 'ready').map((upload) => upload._id);
  if (unclaimed.length > 0)
    await database.updateIf('uploads', { _id: _.in(unclaimed), state: 'ready' }, { state: 'claimed' });
  return photos;
};
