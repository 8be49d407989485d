/** What the video below tells besides picture and sound. */
export const WHERE_IT_WAS = '+22.5431+114.0579/';

const box = (type: string, ...contents: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(contents.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const numbers = (...all: number[]): Buffer => {
  const bytes = Buffer.alloc(all.length * 4);
  for (const [at, n] of all.entries()) bytes.writeUInt32BE(n, at * 4);
  return bytes;
};

const MADE_AT = 0xe2d3c4b5;
const SCALE = 1000;

interface Making {
  seconds?: number;
  brand?: string;
  /** The handler of the first track; `vide` is a picture. */
  handler?: string;
  place?: string;
}

/** One chunk of one sample at this place in the file. */
const track = (handler: string, at: number, length: number, ...more: Buffer[]): Buffer =>
  box(
    'trak',
    box('tkhd', numbers(7, MADE_AT, MADE_AT, 1, 0, 0)),
    box(
      'mdia',
      box('mdhd', numbers(0, MADE_AT, MADE_AT, SCALE, 0, 0)),
      box('hdlr', numbers(0, 0), handler, numbers(0, 0, 0), '\0'),
      box(
        'minf',
        box(
          'stbl',
          box('stsc', numbers(0, 1, 1, 1, 1)),
          box('stsz', numbers(0, 0, 1, length)),
          box('stco', numbers(0, 1, at)),
        ),
      ),
    ),
    ...more,
  );

/**
 * A small MP4: a picture of no use, a second track with the camera's positions, and the place in every box where cameras
 * write it.
 */
export const aVideo = ({
  seconds = 6,
  brand = 'isom',
  handler = 'vide',
  place = WHERE_IT_WAS,
}: Making = {}): Buffer => {
  const film = Buffer.from('the picture itself, untouched', 'latin1');
  const positions = Buffer.from(`positions ${place}`, 'latin1');
  const head = Buffer.concat([box('ftyp', brand, numbers(512), brand, 'mp42'), box('free', `left over ${place}`)]);
  const media = box('mdat', film, positions);
  const filmAt = head.length + 8;
  const udta = box('udta', box('\xa9xyz', numbers((place.length << 16) | 0x15c7), place), numbers(0));
  return Buffer.concat([
    head,
    media,
    box(
      'moov',
      box('mvhd', numbers(0, MADE_AT, MADE_AT, SCALE, seconds * SCALE, 0x10000, 0x1000000, 0, 0)),
      track(handler, filmAt, film.length, udta),
      track('meta', filmAt + film.length, positions.length),
      udta,
      box('meta', numbers(0), `com.apple.quicktime.location.ISO6709 ${place}`),
    ),
    box('uuid', `an XMP packet ${place}`),
  ]);
};
