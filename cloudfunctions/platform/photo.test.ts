import { crc32, deflateSync } from 'node:zlib';
import { orientationOf } from './exif-orientation';
import { cleanPhoto } from './photo';

const SECRET = 'GPS 22.5431N 114.0579E';
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const segment = (marker: number, body: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, body]);
};

/** An EXIF block with an orientation and something private behind it. */
const exif = (orientation: number): Buffer => {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([tiff, ascii(SECRET)]);
};

const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
]);
const frame = segment(0xc2, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
const tables = segment(0xdb, Buffer.alloc(65, 1));
const jpeg = (orientation = 6): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), exif(orientation)])),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<xmp>${SECRET}</xmp>`)),
    segment(0xe2, ascii('ICC_PROFILE\0\x01\x01colours')),
    segment(0xed, ascii(`Photoshop 3.0\0${SECRET}`)),
    segment(0xfe, ascii(SECRET)),
    tables,
    frame,
    scan,
    segment(0xc4, Buffer.alloc(20, 2)),
    scan,
    Buffer.from([0xff, 0xd9]),
    ascii(`behind the end: ${SECRET}`),
  ]);

test('[IN-14] a JPEG keeps its picture and colours and which way up, and nothing else', () => {
  const clean = cleanPhoto(jpeg());
  expect(clean?.format).toBe('jpg');
  const bytes = clean?.bytes ?? Buffer.alloc(0);
  expect(bytes.includes(SECRET)).toBe(false);
  for (const part of [
    ascii('ICC_PROFILE'),
    tables,
    frame,
    Buffer.concat([scan, segment(0xc4, Buffer.alloc(20, 2)), scan, Buffer.from([0xff, 0xd9])]),
  ])
    expect(bytes.includes(part)).toBe(true);
  const tiff = bytes.subarray(bytes.indexOf('Exif\0\0', 0, 'latin1') + 6);
  expect(orientationOf(tiff)).toBe(6);
});

test('[IN-14] an upright JPEG has no EXIF left, and cleaning again changes nothing', () => {
  const once = cleanPhoto(jpeg(1))?.bytes ?? Buffer.alloc(0);
  expect(once.includes('Exif')).toBe(false);
  expect(cleanPhoto(once)?.bytes.equals(once)).toBe(true);
  const turned = cleanPhoto(jpeg(8))?.bytes ?? Buffer.alloc(0);
  expect(cleanPhoto(turned)?.bytes.equals(turned)).toBe(true);
});

const chunk = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([ascii(type), body]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, tail]);
};
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const header = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]));
const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0])));
const ending = chunk('IEND', Buffer.alloc(0));

test('[IN-14] a PNG keeps its picture and loses texts, EXIF and what stands behind', () => {
  const raw = Buffer.concat([
    SIGNATURE,
    header,
    chunk('tEXt', ascii(`Comment\0${SECRET}`)),
    chunk('eXIf', exif(1)),
    chunk('gAMA', Buffer.alloc(4)),
    pixels,
    chunk('iTXt', ascii(SECRET)),
    ending,
    ascii(SECRET),
  ]);
  expect(cleanPhoto(raw)).toEqual({
    format: 'png',
    bytes: Buffer.concat([SIGNATURE, header, chunk('gAMA', Buffer.alloc(4)), pixels, ending]),
  });
});

const riff = (...chunks: Buffer[]): Buffer => {
  const content = Buffer.concat([ascii('WEBP'), ...chunks]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
};
const webp = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

test('[IN-14] a WebP loses EXIF and XMP and says so in its header', () => {
  const raw = riff(
    webp('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    webp('VP8 ', Buffer.from([1, 2, 3])),
    webp('EXIF', exif(1)),
    webp('XMP ', ascii(SECRET)),
  );
  expect(cleanPhoto(raw)).toEqual({
    format: 'webp',
    bytes: riff(webp('VP8X', Buffer.alloc(10)), webp('VP8 ', Buffer.from([1, 2, 3]))),
  });
  expect(cleanPhoto(riff(webp('VP8L', Buffer.from([1, 2]))))?.format).toBe('webp');
});

test.each([
  ['a text with the name of a photo', ascii('<script>alert(1)</script>')],
  ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a GIF', ascii('GIF89a......')],
  [
    'a JPEG without a picture',
    Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, ascii('JFIF\0')), Buffer.from([0xff, 0xd9])]),
  ],
  ['a JPEG cut off within its header', jpeg().subarray(0, 40)],
  ['a PNG without pixels', Buffer.concat([SIGNATURE, header, ending])],
  ['a PNG cut off', Buffer.concat([SIGNATURE, header, pixels.subarray(0, 9)])],
  ['an empty WebP', riff()],
  ['nothing', Buffer.alloc(0)],
])('%s is no photo', (_what, bytes) => expect(cleanPhoto(bytes)).toBeNull());
