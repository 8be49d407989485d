import { DAY_MS, epoch, instant } from '../../../domain/clock/zone';
import { _ } from '../../platform/operators';
import type { ClockPart } from '../clock-part';
import type { StoredUpload } from './stored-upload';

const PAGE = 50;
/** A draft may keep its photos this long before they are sent. */
const KEPT_DAYS = 7;

/** Photos that nobody ever sent with anything are deleted after a week, file and record. */
export const sweepUploads: ClockPart = async ({ now, platform: { database, storage } }, mayGoOn) => {
  const until = instant(epoch(now) - KEPT_DAYS * DAY_MS);
  let swept = 0;
  while (mayGoOn()) {
    const uploads = await database.find<StoredUpload>('uploads', {
      where: { state: _.in(['requested', 'ready']), requestedAt: _.lt(until) },
      orderBy: [
        ['requestedAt', 1],
        ['_id', 1],
      ],
      limit: PAGE,
    });
    if (uploads.length === 0) break;
    await storage.remove(
      uploads.flatMap((upload) => (upload.fileId === null ? [upload.rawFileId] : [upload.rawFileId, upload.fileId])),
    );
    for (const upload of uploads) await database.remove('uploads', upload._id);
    swept += uploads.length;
  }
  return swept;
};
