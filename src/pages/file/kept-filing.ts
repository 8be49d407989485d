/** A draft as the phone kept it, looked at before it is believed. */
import type { PhotoView } from '../../../types/views';
import { keptFlag, keptText } from '../../services/kept';
import { EMPTY_FILING, type Filing, WISH_DAYS } from './filing';

const isPhoto = (value: unknown): value is PhotoView =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'url' in value &&
  typeof value.url === 'string';

/** Null when nothing worth restoring was kept. */
export function readFiling(kept: unknown): Filing | null {
  const photos: unknown = typeof kept === 'object' && kept !== null && 'photos' in kept ? kept.photos : [];
  const days = keptText(kept, 'wishDays');
  const filing: Filing = {
    ...EMPTY_FILING,
    description: keptText(kept, 'description'),
    place: keptText(kept, 'place'),
    placeWords: keptText(kept, 'placeWords'),
    occurredAt: keptText(kept, 'occurredAt'),
    about: keptText(kept, 'about'),
    wish: keptText(kept, 'wish'),
    wishDays: WISH_DAYS.find((each) => each === days) ?? null,
    onBehalfOf: keptText(kept, 'onBehalfOf'),
    hideIdentity: keptFlag(kept, 'hideIdentity'),
    photos: Array.isArray(photos) ? photos.filter(isPhoto) : [],
    sentAs: keptText(kept, 'sentAs'),
  };
  const worth = filing.description.trim() !== '' || filing.photos.length > 0 || filing.wish.trim() !== '';
  return worth ? filing : null;
}
