/** What the video below tells besides picture and sound. */
export const WHERE_IT_WAS = '+22.5431+114.0579/';

export const box = (type: string, ...contents: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(contents.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
export const numbers = (...all: number[]): Buffer => {
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
  /** More boxes at the end of `mdia`, of `minf` and of `stbl` of the first track. */
  inMedia?: Buffer;
  inInfo?: Buffer;
  inTables?: Buffer;
  /** Behind the kind of the first track: who made it, two numbers, its name. */
  named?: Buffer;
  /** In the place of the sizes of the positions' samples, and of the picture's. */
  positionSizes?: Buffer;
  pictureSizes?: Buffer;
  /** More bytes at the end of `mdat`, which no track lists. */
  unlisted?: string;
  /** More boxes at the end of `moov`, and of the file. */
  inMovie?: Buffer;
  behind?: Buffer;
}

interface TrackMaking {
  handler: string;
  at: number;
  length: number;
  sizes?: Buffer | undefined;
  named?: Buffer;
  inMedia?: Buffer | undefined;
  inInfo?: Buffer | undefined;
  inTables?: Buffer | undefined;
}
const NOTHING = Buffer.alloc(0);

/** One chunk of one sample at this place in the file. */
const track = (making: TrackMaking, ...more: Buffer[]): Buffer =>
  box(
    'trak',
    box('tkhd', numbers(7, MADE_AT, MADE_AT, 1, 0, 0)),
    box(
      'mdia',
      box('mdhd', numbers(0, MADE_AT, MADE_AT, SCALE, 0, 0)),
      box('hdlr', numbers(0, 0), making.handler, making.named ?? numbers(0, 0, 0), '\0'),
      box(
        'minf',
        box(
          'stbl',
          box('stsc', numbers(0, 1, 1, 1, 1)),
          making.sizes ?? box('stsz', numbers(0, 0, 1, making.length)),
          box('stco', numbers(0, 1, making.at)),
          making.inTables ?? NOTHING,
        ),
        making.inInfo ?? NOTHING,
      ),
      making.inMedia ?? NOTHING,
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
  ...more
}: Making = {}): Buffer => {
  const film = Buffer.from('the picture itself, untouched', 'latin1');
  const positions = Buffer.from(`positions ${place}`, 'latin1');
  const head = Buffer.concat([box('ftyp', brand, numbers(512), brand, 'mp42'), box('free', `left over ${place}`)]);
  const media = box('mdat', film, positions, more.unlisted ?? '');
  const filmAt = head.length + 8;
  const udta = box('udta', box('\xa9xyz', numbers((place.length << 16) | 0x15c7), place), numbers(0));
  return Buffer.concat([
    head,
    media,
    box(
      'moov',
      box('mvhd', numbers(0, MADE_AT, MADE_AT, SCALE, seconds * SCALE, 0x10000, 0x1000000, 0, 0)),
      track({ ...more, handler, at: filmAt, length: film.length, sizes: more.pictureSizes }, udta),
      track({ handler: 'meta', at: filmAt + film.length, length: positions.length, sizes: more.positionSizes }),
      udta,
      box('meta', numbers(0), `com.apple.quicktime.location.ISO6709 ${place}`),
      more.inMovie ?? NOTHING,
    ),
    box('uuid', `an XMP packet ${place}`),
    more.behind ?? NOTHING,
  ]);
};
