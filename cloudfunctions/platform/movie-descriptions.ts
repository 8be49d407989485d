/**
 * What a played track says of itself in words: the names of its handlers, where its data lie, how its samples are coded. What a
 * decoder needs stays; names (of the camera, of a disk) are emptied.
 */
import { type Box, boxAt, boxesUpTo, emptied } from './movie-boxes';

const TABLE_HEAD = 8;
const END_OF_LIST = '\0\0\0\0';
/** How picture or sound is coded and shown. */
const FOR_DECODERS: ReadonlySet<string> = new Set(
  (
    'avcC hvcC lhvC vpcC av1C dvcC dvvC dvwC d263 esds jpgC colr pasp clap fiel gama mdcv clli btrt ' +
    'chan chnl pcmC enda frma mp4a damr dac3 dec3 dac4 dOps dfLa alac srat wave'
  ).split(' '),
);

function onlyForDecoders(bytes: Buffer, from: number, to: number): void {
  const { boxes, end } = boxesUpTo(bytes, from, to);
  for (const box of boxes) {
    const ends = box.type === END_OF_LIST && box.body === box.end;
    if (!ends && !FOR_DECODERS.has(box.type)) emptied(bytes, box);
    // QuickTime packs the description of sound once more, one level deep.
    else if (box.type === 'wave')
      for (const inner of boxesUpTo(bytes, box.body, box.end).boxes)
        if (inner.type !== END_OF_LIST && (inner.type === 'wave' || !FOR_DECODERS.has(inner.type)))
          emptied(bytes, inner);
  }
  bytes.fill(0, end, to);
}

const VISUAL = { maker: [12, 16], coderName: [42, 74], length: 78 } as const;
const SOUND = { maker: [12, 16], length: 28 } as const;
/** Numbers that QuickTime adds to the description of sound, by its version. */
const MORE_SOUND: Readonly<Record<number, number>> = { 1: 16, 2: 36 };

function withoutNames(bytes: Buffer, { body, end }: Box, handler: string, isoSound: boolean): void {
  const blank = ([from, to]: readonly [number, number]) =>
    bytes.fill(0, Math.min(end, body + from), Math.min(end, body + to));
  if (handler === 'vide') {
    blank(VISUAL.maker);
    blank(VISUAL.coderName);
    onlyForDecoders(bytes, Math.min(end, body + VISUAL.length), end);
    return;
  }
  const version = end - body < SOUND.length ? 0 : bytes.readUInt16BE(body + 8);
  blank(SOUND.maker);
  onlyForDecoders(bytes, Math.min(end, body + SOUND.length + (isoSound ? 0 : (MORE_SOUND[version] ?? 0))), end);
}

/** `handler`: `vide` or `soun`. */
export function withoutWords(bytes: Buffer, track: Box, handler: string): void {
  // Behind the kind of track: who made it, and its name.
  for (const path of [
    ['mdia', 'hdlr'],
    ['mdia', 'minf', 'hdlr'],
  ]) {
    const named = boxAt(bytes, track, path);
    if (named !== undefined) bytes.fill(0, Math.min(named.end, named.body + 12), named.end);
  }
  const places = boxAt(bytes, track, ['mdia', 'minf', 'dinf', 'dref']);
  if (places !== undefined) {
    const { boxes, end } = boxesUpTo(bytes, Math.min(places.end, places.body + TABLE_HEAD), places.end);
    for (const place of boxes) bytes.fill(0, Math.min(place.end, place.body + 4), place.end);
    bytes.fill(0, end, places.end);
  }
  const described = boxAt(bytes, track, ['mdia', 'minf', 'stbl', 'stsd']);
  if (described === undefined) return;
  const { boxes, end } = boxesUpTo(bytes, Math.min(described.end, described.body + TABLE_HEAD), described.end);
  // A table of version 1 holds sound as ISO describes it, without QuickTime's numbers.
  for (const entry of boxes) withoutNames(bytes, entry, handler, bytes[described.body] === 1);
  bytes.fill(0, end, described.end);
}
