/** What the photo below tells besides the picture. */
export const PRIVATE_WORDS = 'GPS 22.5431N 114.0579E';

/** The smallest JPEG there is (one grey pixel), with an EXIF segment full of private words behind its start. */
export const aJpeg = (): Buffer => {
  const pixel = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  );
  const words = Buffer.from(`Exif\0\0${PRIVATE_WORDS}`, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, words.length + 2]);
  return Buffer.concat([pixel.subarray(0, 2), head, words, pixel.subarray(2)]);
};
