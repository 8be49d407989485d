import { aVideo, WHERE_IT_WAS } from '../../test/support/a-video';
import { boxesIn } from './movie-boxes';
import { cleanVideo } from './video';

const PICTURE = 'the picture itself, untouched';

test('[IN-14] a video loses where, when and with what it was taken; the picture stays where it lies', () => {
  const raw = aVideo();
  const before = Buffer.from(raw);
  expect(before.toString('latin1').split(WHERE_IT_WAS).length - 1).toBe(6);
  const clean = cleanVideo(raw);
  if (clean === null) throw new Error('not accepted');
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
  const once = cleanVideo(aVideo())?.bytes ?? Buffer.alloc(0);
  expect(cleanVideo(Buffer.from(once))?.bytes).toEqual(once);
});

test('what it is stands in its contents: QuickTime and MP4', () => {
  expect(cleanVideo(aVideo({ brand: 'qt  ' }))?.format).toBe('mov');
  expect(cleanVideo(aVideo({ brand: 'mp42' }))?.format).toBe('mp4');
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
  expect(cleanVideo(bytes)).toBeNull();
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
