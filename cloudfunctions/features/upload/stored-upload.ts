/** A photo or video as kept in `uploads`: asked for, then arrived, checked and cleaned (IN-14), then part of a complaint. */
import type { Instant, PersonId, PhotoId } from '../../../types/ids';

export interface StoredUpload {
  _id: PhotoId;
  ownerId: PersonId;
  /** `requested`: only raw bytes, perhaps; `ready`: a clean copy; `claimed`: belongs to something, no longer to be swept away. */
  state: 'requested' | 'ready' | 'claimed';
  requestedAt: Instant;
  /** Where the client puts the raw bytes. */
  rawFileId: string;
  /** The clean copy; null while `requested`. */
  fileId: string | null;
}

/** A photo or video that may be shown. */
export interface StoredPhoto {
  id: PhotoId;
  fileId: string;
}
