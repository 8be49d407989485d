/**
 * IN-14: what a photo tells besides the picture (place, time, device, texts) is cut out without touching a pixel. Only known
 * parts of JPEG, PNG and WebP are copied, so that anything hidden in other parts or behind the end is left behind as well.
 * The one thing kept is which way up the picture is.
 */
import { minimalExif, orientationOf } from './exif-orientation';

export interface CleanPhoto {
  format: 'jpg' | 'png' | 'webp';
  bytes: Buffer;
}

/** The clean copy, or null when the bytes aren't a whole JPEG, PNG or WebP, whatever the file's name says. */
export const cleanPhoto = (raw: Buffer): CleanPhoto | null => {
  if (raw.length > 3 && raw.readUInt16BE(0) === 0xffd8) return wrapped('jpg', cleanJpeg(raw));
  if (raw.subarray(0, 8).equals(PNG_SIGNATURE)) return wrapped('png', cleanPng(raw));
  if (raw.toString('latin1', 0, 4) === 'RIFF' && raw.toString('latin1', 8, 12) === 'WEBP')
    return wrapped('webp', cleanWebp(raw));
  return null;
};

const wrapped = (format: CleanPhoto['format'], bytes: Buffer | null): CleanPhoto | null =>
  bytes === null ? null : { format, bytes };

const EXIF_HEADER = Buffer.from('Exif\0\0', 'latin1');

const startsWith = (bytes: Buffer, text: string): boolean => bytes.toString('latin1', 0, text.length) === text;

/** Segments that the picture needs: JFIF, colours (ICC in APP2, Adobe in APP14), tables and frames. */
const keptInJpeg = (marker: number, body: Buffer): boolean => {
  if (marker === 0xe0) return startsWith(body, 'JFIF\0');
  if (marker === 0xe2) return startsWith(body, 'ICC_PROFILE\0');
  if (marker === 0xee) return startsWith(body, 'Adobe');
  return marker < 0xe0 || marker > 0xfe;
};

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Where the compressed data that starts at `from` ends: at the next marker that isn't a restart or a stuffed byte. */
const endOfScan = (raw: Buffer, from: number): number => {
  for (let at = raw.indexOf(0xff, from); at !== -1; at = raw.indexOf(0xff, at + 1)) {
    const next = raw[at + 1];
    if (next === undefined) return raw.length;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return raw.length;
};

const cleanJpeg = (raw: Buffer): Buffer | null => {
  const parts: Buffer[] = [raw.subarray(0, 2)];
  let orientation = 1;
  let frames = 0;
  let scans = 0;
  let at = 2;
  while (at + 4 <= raw.length) {
    if (raw[at] !== 0xff) return null;
    const marker = raw[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const length = raw.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > raw.length) return null;
    const body = raw.subarray(at + 4, end);
    if (marker === 0xe1 && body.subarray(0, 6).equals(EXIF_HEADER)) orientation = orientationOf(body.subarray(6));
    if (isFrame(marker)) frames += 1;
    if (keptInJpeg(marker, body)) parts.push(raw.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      scans += 1;
      at = endOfScan(raw, end);
      parts.push(raw.subarray(end, at));
    }
  }
  if (frames === 0 || scans === 0) return null;
  if (orientation !== 1) {
    const exif = Buffer.concat([EXIF_HEADER, minimalExif(orientation)]);
    parts.splice(1, 0, Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff]), exif);
  }
  return Buffer.concat([...parts, Buffer.from([0xff, 0xd9])]);
};

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const KEPT_IN_PNG = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

const cleanPng = (raw: Buffer): Buffer | null => {
  const parts: Buffer[] = [PNG_SIGNATURE];
  const seen = new Set<string>();
  let at = 8;
  while (at + 12 <= raw.length) {
    const end = at + 12 + raw.readUInt32BE(at);
    const type = raw.toString('latin1', at + 4, at + 8);
    if (end > raw.length || (seen.size === 0 && type !== 'IHDR')) return null;
    seen.add(type);
    if (KEPT_IN_PNG.has(type)) parts.push(raw.subarray(at, end));
    if (type === 'IEND') return seen.has('IDAT') ? Buffer.concat(parts) : null;
    at = end;
  }
  return null;
};

const KEPT_IN_WEBP = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

const webpChunk = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

const cleanWebp = (raw: Buffer): Buffer | null => {
  const kept: { type: string; body: Buffer }[] = [];
  let orientation = 1;
  const end = Math.min(raw.length, 8 + raw.readUInt32LE(4));
  for (let at = 12; at + 8 <= end; ) {
    const type = raw.toString('latin1', at, at + 4);
    const length = raw.readUInt32LE(at + 4);
    if (at + 8 + length > raw.length) return null;
    const body = raw.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF') orientation = orientationOf(body.subarray(0, 6).equals(EXIF_HEADER) ? body.subarray(6) : body);
    if (KEPT_IN_WEBP.has(type)) kept.push({ type, body });
    at += 8 + length + (length % 2);
  }
  if (!kept.some(({ type }) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF')) return null;
  const turned = orientation !== 1 && kept.some(({ type }) => type === 'VP8X');
  const chunks = kept.map(({ type, body }) => {
    if (type !== 'VP8X' || body.length === 0) return webpChunk(type, body);
    const flags = Buffer.from(body);
    flags[0] = ((flags[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (turned ? EXIF_FLAG : 0);
    return webpChunk(type, flags);
  });
  if (turned) chunks.push(webpChunk('EXIF', minimalExif(orientation)));
  const content = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
};
