import type { PhotoId } from '../../../types/ids';
import type { PhotoView } from '../../../types/views';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import type { StoredUpload } from './stored-upload';

/**
 * Signed addresses of photos by id, for whoever may see what they belong to (the caller has checked). Photos that are gone
 * are left out. Nothing is asked for an empty list; otherwise one read, and one question to the storage per 50 photos.
 */
export const photoUrls = async (
  ids: readonly PhotoId[],
  { database, storage }: Platform,
): Promise<Map<PhotoId, PhotoView>> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const uploads = await database.find<StoredUpload>('uploads', {
    where: { _id: _.in(wanted) },
    limit: 1000,
    fields: ['fileId'],
  });
  const addresses = await storage.addresses(uploads.flatMap(({ fileId }) => fileId ?? []));
  return new Map(
    uploads.flatMap(({ _id: id, fileId }) => {
      const url = fileId === null ? undefined : addresses.get(fileId);
      return url === undefined ? [] : [[id, { id, url }] as const];
    }),
  );
};
