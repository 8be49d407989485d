/**
 * IN-14 for short videos: of an MP4 or QuickTime file only what plays is kept. Boxes that tell besides (place, device, titles)
 * and tracks that are neither picture nor sound (a camera's positions) are emptied where they lie, the times of recording set to
 * nothing. No picture and no sound is touched.
 */
import { type Box, boxAt, boxesIn, boxesOf, emptied } from './movie-boxes';
import { samplesOf } from './movie-samples';

export interface CleanVideo {
  format: 'mp4' | 'mov';
  /** The same memory as the raw bytes. */
  bytes: Buffer;
  /** How long it plays; 0 when the file doesn't say. */
  seconds: number;
}

const IN_FILE: ReadonlySet<string> = new Set(['ftyp', 'styp', 'moov', 'moof', 'mdat', 'sidx', 'mfra']);
const IN_MOVIE: ReadonlySet<string> = new Set(['mvhd', 'trak', 'mvex']);
const IN_TRACK: ReadonlySet<string> = new Set(['tkhd', 'tref', 'edts', 'mdia', 'tapt']);
/** Picture and sound. */
const PLAYED: ReadonlySet<string> = new Set(['vide', 'soun']);

const handlerOf = (bytes: Buffer, track: Box): string => {
  const handler = boxAt(bytes, track, ['mdia', 'hdlr']);
  return handler !== undefined && handler.end - handler.body >= 12
    ? bytes.toString('latin1', handler.body + 8, handler.body + 12)
    : '';
};

/** In `mvhd`, `tkhd` and `mdhd` the times of making and of changing follow the version: 4 bytes each, in version 1 8. */
function withoutTimes(bytes: Buffer, header: Box | undefined): void {
  if (header !== undefined)
    bytes.fill(0, header.body + 4, Math.min(header.end, header.body + 4 + (bytes[header.body] === 1 ? 16 : 8)));
}

/** NaN when there is no header to read it from. */
function secondsOf(bytes: Buffer, header: Box | undefined): number {
  if (header === undefined || header.end - header.body < 32) return Number.NaN;
  const [scale, length] =
    bytes[header.body] === 1
      ? [bytes.readUInt32BE(header.body + 20), Number(bytes.readBigUInt64BE(header.body + 24))]
      : [bytes.readUInt32BE(header.body + 12), bytes.readUInt32BE(header.body + 16)];
  return scale === 0 ? Number.NaN : length / scale;
}

const keepOnly = (bytes: Buffer, boxes: readonly Box[], kept: ReadonlySet<string>): Box[] => {
  for (const box of boxes) if (!kept.has(box.type)) emptied(bytes, box);
  return boxes.filter(({ type }) => kept.has(type));
};

/** A track that isn't played goes with its samples. */
function withoutTrack(bytes: Buffer, track: Box, media: readonly Box[]): void {
  for (const { from, to } of samplesOf(bytes, track))
    if (media.some(({ body, end }) => from >= body && to <= end)) bytes.fill(0, from, to);
  emptied(bytes, track);
}

/** Cleans the bytes where they lie; null when they aren't a whole MP4 or QuickTime file with a picture, whatever its name says. */
export function cleanVideo(raw: Buffer): CleanVideo | null {
  const file = boxesIn(raw, 0, raw.length);
  const [first] = file ?? [];
  const movie = file?.find(({ type }) => type === 'moov');
  if (file === null || first?.type !== 'ftyp' || first.end - first.body < 4 || movie === undefined) return null;
  const parts = boxesIn(raw, movie.body, movie.end);
  const header = parts?.find(({ type }) => type === 'mvhd');
  const seconds = secondsOf(raw, header);
  const tracks = (parts ?? []).filter(({ type }) => type === 'trak');
  if (parts === null || Number.isNaN(seconds) || !tracks.some((track) => handlerOf(raw, track) === 'vide')) return null;

  const media = file.filter(({ type }) => type === 'mdat');
  const format = raw.toString('latin1', first.body, first.body + 4) === 'qt  ' ? 'mov' : 'mp4';
  withoutTimes(raw, header);
  for (const track of tracks) {
    if (!PLAYED.has(handlerOf(raw, track))) {
      withoutTrack(raw, track, media);
      continue;
    }
    withoutTimes(raw, boxAt(raw, track, ['tkhd']));
    withoutTimes(raw, boxAt(raw, track, ['mdia', 'mdhd']));
    keepOnly(raw, boxesOf(raw, track), IN_TRACK);
  }
  keepOnly(
    raw,
    parts.filter(({ type }) => type !== 'trak'),
    IN_MOVIE,
  );
  keepOnly(raw, file, IN_FILE);
  return { format, bytes: raw, seconds };
}
