import { aVideo, box, numbers, WHERE_IT_WAS } from '../../test/support/a-video';
import { boxesIn } from './movie-boxes';
import { type CleanVideo, cleanVideo } from './video';

const PICTURE = 'the picture itself, untouched';
const DEVICE = 'DJI Mavic SN 0A1B2C';
const IN_WORDS = Buffer.from(DEVICE, 'latin1');

const cleaned = (raw: Buffer): CleanVideo => {
  const clean = cleanVideo(raw);
  if (typeof clean === 'string') throw new Error(clean);
  return clean;
};

test('[IN-14] a video loses where, when and with what it was taken; the picture stays where it lies', () => {
  const raw = aVideo();
  const before = Buffer.from(raw);
  expect(before.toString('latin1').split(WHERE_IT_WAS).length - 1).toBe(6);
  const clean = cleaned(raw);
  expect(clean.bytes.includes(WHERE_IT_WAS)).toBe(false);
  expect(clean.bytes.includes('ISO6709')).toBe(false);
  // Nothing that points into the file has moved.
  expect(clean.bytes.length).toBe(before.length);
  expect(clean.bytes.indexOf(PICTURE)).toBe(before.indexOf(PICTURE));
  expect(clean.bytes.includes(Buffer.from([0xe2, 0xd3, 0xc4, 0xb5]))).toBe(false);
  expect(boxesIn(clean.bytes, 0, clean.bytes.length)?.map(({ type }) => type)).toEqual([
    'ftyp',
    'free',
    'mdat',
    'moov',
    'free',
  ]);
  expect(clean.seconds).toBe(6);
});

test('[IN-14] a clean video stays as it is', () => {
  const once = cleaned(aVideo()).bytes;
  expect(cleaned(Buffer.from(once)).bytes).toEqual(once);
});

test('what it is stands in its contents: QuickTime and MP4', () => {
  expect(cleaned(aVideo({ brand: 'qt  ' })).format).toBe('mov');
  expect(cleaned(aVideo({ brand: 'mp42' })).format).toBe('mp4');
});

const url = (...words: string[]) => box('dref', numbers(0, 1), box('url ', numbers(1), ...words));
const ofPicture = (coder: Buffer, ...behind: Buffer[]) =>
  box('stsd', numbers(0, 1), box('avc1', Buffer.alloc(42), coder, Buffer.alloc(36 - coder.length), ...behind));

test.each([
  ['a box of its own in mdia', { inMedia: box('udta', box('\xa9mod', IN_WORDS)) }],
  ['a box of its own in minf', { inInfo: box('meta', IN_WORDS) }],
  ['a box of its own in stbl', { inTables: box('uuid', IN_WORDS) }],
  ['a second header in mdia', { inMedia: box('mdhd', numbers(0, 0, 0, 1, 1), IN_WORDS) }],
  ['the name of the track', { named: Buffer.concat([numbers(0, 0, 0), IN_WORDS]) }],
  ['who made the track', { named: Buffer.concat([IN_WORDS, numbers(0)]) }],
  ['the name of the handler of data', { inInfo: box('hdlr', numbers(0, 0), 'url ', numbers(0, 0, 0), IN_WORDS) }],
  ['the disk where data lie', { inInfo: box('dinf', url(DEVICE)) }],
  ['the name of the coder', { inTables: ofPicture(IN_WORDS) }],
  ['a box of its own in the description', { inTables: ofPicture(IN_WORDS, box('uuid', IN_WORDS)) }],
  ['words behind the description', { inTables: ofPicture(IN_WORDS, IN_WORDS) }],
  ['a second movie', { behind: box('moov', box('mvhd', IN_WORDS)) }],
  ['media that no track lists', { unlisted: DEVICE }],
])('[IN-14] the device told by %s is gone, the picture is not', (_where, making) => {
  const raw = aVideo(making);
  expect(raw.includes(DEVICE)).toBe(true);
  const { bytes } = cleaned(Buffer.from(raw));
  expect(bytes.includes(DEVICE)).toBe(false);
  expect(bytes.indexOf(PICTURE)).toBe(raw.indexOf(PICTURE));
  expect(bytes.length).toBe(raw.length);
});

test('[IN-14] of several boxes of media each loses what no played track lists', () => {
  const { bytes } = cleaned(
    aVideo({ behind: Buffer.concat([box('mdat', IN_WORDS), box('mdat'), box('mdat', IN_WORDS)]) }),
  );
  expect(bytes.includes(DEVICE)).toBe(false);
  expect(bytes.includes(PICTURE)).toBe(true);
});

test('what a decoder needs stays', () => {
  const setup = 'set up so';
  const { bytes } = cleaned(aVideo({ inTables: ofPicture(IN_WORDS, box('avcC', setup), box('uuid', IN_WORDS)) }));
  expect(bytes.includes(setup)).toBe(true);
  expect(bytes.includes(DEVICE)).toBe(false);
});

test.each([
  [8, Buffer.from([PICTURE.length])],
  [16, Buffer.from([0, PICTURE.length])],
])('a picture whose sizes are listed in %i bits each stays', (bits, sizes) => {
  expect(cleaned(aVideo({ pictureSizes: box('stz2', numbers(0, bits, 1), sizes) })).bytes.includes(PICTURE)).toBe(true);
});

test('sound of QuickTime, whose samples are longer than its table says, stays whole', () => {
  const description = Buffer.alloc(28);
  description.writeUInt16BE(2, 16);
  description.writeUInt16BE(16, 18);
  const raw = aVideo({
    brand: 'qt  ',
    unlisted: 'sound of the film two times sixteen bits',
  });
  const from = raw.indexOf('sound of');
  const sound = aVideo({
    brand: 'qt  ',
    unlisted: 'sound of the film two times sixteen bits, and more',
    inMovie: box(
      'trak',
      box(
        'mdia',
        box('hdlr', numbers(0, 0), 'soun'),
        box(
          'minf',
          box(
            'stbl',
            box('stsd', numbers(0, 1), box('sowt', description)),
            box('stsc', numbers(0, 1, 1, 10, 1)),
            box('stsz', numbers(0, 1, 10)),
            box('stco', numbers(0, 1, from)),
          ),
        ),
      ),
    ),
  });
  const { bytes } = cleaned(sound);
  expect(bytes.includes('sound of the film two times sixteen bits')).toBe(true);
  expect(bytes.includes('and more')).toBe(false);
});

test('[IN-14] positions whose sizes stand in a table that isn’t read are gone', () => {
  const raw = aVideo({ positionSizes: box('stz2', numbers(0, 3, 1), Buffer.from([255])) });
  expect(cleaned(raw).bytes.includes(WHERE_IT_WAS)).toBe(false);
});

function aTrackOf(chunks: number): Buffer {
  const tables = box(
    'stbl',
    box('stsc', numbers(0, 1, 1, 1, 1)),
    box('stco', numbers(0, chunks), Buffer.alloc(chunks * 4)),
  );
  return box('trak', box('mdia', box('hdlr', numbers(0, 0), 'soun'), box('minf', tables)));
}

const boxesOfNothing = (count: number, type = 'free') => Buffer.concat(new Array<Buffer>(count).fill(box(type)));

test.each([
  ['in fragments', aVideo({ behind: Buffer.concat([box('moof', box('traf')), box('mdat', WHERE_IT_WAS)]) })],
  ['made for fragments', aVideo({ inMovie: box('mvex', box('trex', numbers(0, 1, 1, 0, 0, 0))) })],
  ['of too many tracks', aVideo({ inMovie: boxesOfNothing(17, 'trak') })],
  ['of too many boxes in a track', aVideo({ inTables: boxesOfNothing(3000) })],
  ['of too many chunks', aVideo({ inMovie: aTrackOf(60_000) })],
  ['with something else than boxes in a track', aVideo({ inInfo: box('dinf', 'words') })],
])('[IN-14] a film %s is refused as of another format', (_what, bytes) => {
  expect(cleanVideo(bytes)).toBe('otherFormat');
});

test('a file of nothing but boxes is refused before they fill the memory', () => {
  const many = Buffer.alloc(16 << 20, box('free'));
  expect(cleanVideo(Buffer.concat([aVideo(), many]))).toBe('noVideo');
  expect(cleanVideo(aVideo({ inMovie: many }))).toBe('noVideo');
  expect(boxesIn(many, 0, many.length)).toBeNull();
});

test.each([
  ['words', Buffer.from('<script>alert(1)</script>')],
  ['nothing', Buffer.alloc(0)],
  ['sound only', aVideo({ handler: 'soun' })],
  ['cut off', aVideo().subarray(0, -3)],
  ['without an index', aVideo().subarray(0, 150)],
  ['something behind it', Buffer.concat([aVideo(), Buffer.from('more')])],
  ['a picture', Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/', 'base64')],
  [
    'a box that claims more than there is',
    Buffer.concat([aVideo(), Buffer.from([0x7f, 0, 0, 0, 0x66, 0x72, 0x65, 0x65])]),
  ],
])('%s is no video', (_what, bytes) => {
  expect(cleanVideo(bytes)).toBe('noVideo');
});

test('any bytes are accepted or refused, never a crash', () => {
  const whole = aVideo();
  for (let at = 0; at < whole.length; at += 1) {
    const broken = Buffer.from(whole);
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    expect(() => cleanVideo(broken)).not.toThrow();
    expect(() => cleanVideo(whole.subarray(0, at))).not.toThrow();
  }
});
