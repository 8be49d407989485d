/**
 * IN-14 for short videos: of an MP4 or QuickTime file only what plays is kept. Boxes that aren't known to serve playing (place,
 * device, titles), tracks that are neither picture nor sound (a camera's positions) and all media that no played track lists are
 * emptied where they lie, the times of recording set to nothing. No picture and no sound is touched.
 */
import { type Box, boxAt, boxesIn, boxesOf, emptied } from './movie-boxes';
import { withoutWords } from './movie-descriptions';
import { between, merged, type Range, samplesOf } from './movie-samples';

export interface CleanVideo {
  format: 'mp4' | 'mov';
  /** The same memory as the raw bytes. */
  bytes: Buffer;
  /** How long it plays; 0 when the file doesn't say. */
  seconds: number;
}

/** What is kept of a box: the boxes in it by their type, or the whole of it. */
type Kept = 'whole' | { readonly [type: string]: Kept };

const IN_FILE: ReadonlySet<string> = new Set(['ftyp', 'moov', 'mdat']);
const IN_MOVIE: ReadonlySet<string> = new Set(['mvhd', 'trak']);
const IN_TRACK: Kept = {
  tkhd: 'whole',
  edts: { elst: 'whole' },
  tapt: { clef: 'whole', prof: 'whole', enof: 'whole' },
  mdia: {
    mdhd: 'whole',
    hdlr: 'whole',
    elng: 'whole',
    minf: {
      vmhd: 'whole',
      smhd: 'whole',
      hdlr: 'whole',
      dinf: { dref: 'whole' },
      stbl: Object.fromEntries(
        ['stsd', 'stts', 'ctts', 'cslg', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'stss', 'stps', 'sdtp'].map((type) => [
          type,
          'whole',
        ]),
      ),
    },
  },
};
/** A film in fragments lists its samples elsewhere, so that what lies in it besides can't be found. */
const IN_FRAGMENTS: ReadonlySet<string> = new Set(['moof', 'mvex']);
const MOST_TRACKS = 16;
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

/** Of each type the first; `repeated` may come more often. */
function keepOnly(bytes: Buffer, boxes: readonly Box[], kept: (type: string) => boolean, repeated?: string): Box[] {
  const seen = new Set<string>();
  return boxes.filter((box) => {
    const keep = kept(box.type) && (box.type === repeated || !seen.has(box.type));
    seen.add(box.type);
    if (!keep) emptied(bytes, box);
    return keep;
  });
}

/** False when what should hold boxes holds something else. */
function keepWithin(bytes: Buffer, box: Box, kept: Kept): boolean {
  if (kept === 'whole') return true;
  const inner = boxesIn(bytes, box.body, box.end);
  if (inner === null) return false;
  return keepOnly(bytes, inner, (type) => Object.hasOwn(kept, type)).every((each) =>
    keepWithin(bytes, each, kept[each.type] ?? 'whole'),
  );
}

/** Of the media only what a played track lists stays. False when they list more pieces than any film has, or no picture. */
function onlyPlayed(bytes: Buffer, tracks: readonly Box[], media: readonly Box[]): boolean {
  const played: Range[] = [];
  const others: Range[] = [];
  for (const track of tracks) {
    const handler = handlerOf(bytes, track);
    const samples = samplesOf(bytes, track, handler);
    if (samples === null || (handler === 'vide' && samples.length === 0)) return false;
    const list = PLAYED.has(handler) ? played : others;
    for (const range of samples) list.push(range);
  }
  const toEmpty = merged([...between(merged(played), bytes.length), ...others]);
  let next = 0;
  for (const { body, end } of media) {
    while ((toEmpty[next]?.to ?? end) <= body) next += 1;
    for (let n = next; ; n += 1) {
      const range = toEmpty[n];
      if (range === undefined || range.from >= end) break;
      bytes.fill(0, Math.max(body, range.from), Math.min(end, range.to));
    }
  }
  return true;
}

/**
 * Cleans the bytes where they lie. `noVideo`: they aren't a whole MP4 or QuickTime file with a picture, whatever its name says;
 * `otherFormat`: they may be one, in a form of which it can't be said what it tells besides. The bytes are of no use then.
 */
export function cleanVideo(raw: Buffer): CleanVideo | 'noVideo' | 'otherFormat' {
  const file = boxesIn(raw, 0, raw.length);
  const [first] = file ?? [];
  const movie = file?.find(({ type }) => type === 'moov');
  if (file === null || first?.type !== 'ftyp' || first.end - first.body < 4 || movie === undefined) return 'noVideo';
  const parts = boxesIn(raw, movie.body, movie.end);
  const header = parts?.find(({ type }) => type === 'mvhd');
  const seconds = secondsOf(raw, header);
  const tracks = (parts ?? []).filter(({ type }) => type === 'trak');
  if (parts === null || Number.isNaN(seconds)) return 'noVideo';
  if ([...file, ...parts].some(({ type }) => IN_FRAGMENTS.has(type)) || tracks.length > MOST_TRACKS)
    return 'otherFormat';
  if (!tracks.some((track) => handlerOf(raw, track) === 'vide')) return 'noVideo';

  const media = file.filter(({ type }) => type === 'mdat');
  if (!onlyPlayed(raw, tracks, media)) return 'otherFormat';
  withoutTimes(raw, header);
  for (const track of tracks) {
    const handler = handlerOf(raw, track);
    if (!PLAYED.has(handler)) {
      emptied(raw, track);
      continue;
    }
    withoutTimes(raw, boxAt(raw, track, ['tkhd']));
    withoutTimes(raw, boxAt(raw, track, ['mdia', 'mdhd']));
    if (!keepWithin(raw, track, IN_TRACK)) return 'otherFormat';
    withoutWords(raw, track, handler);
  }
  // Emptied tracks are no longer of their type.
  keepOnly(raw, boxesOf(raw, movie), (type) => IN_MOVIE.has(type), 'trak');
  keepOnly(raw, file, (type) => IN_FILE.has(type), 'mdat');
  const format = raw.toString('latin1', first.body, first.body + 4) === 'qt  ' ? 'mov' : 'mp4';
  return { format, bytes: raw, seconds };
}
