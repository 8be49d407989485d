import type { OutputOf } from '../../types/procedures';
import { aJpeg, PRIVATE_WORDS } from '../support/a-photo';
import { refusalOf } from '../support/refusal';
import { newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let wang: TestPerson;
beforeAll(async () => {
  world = await startTestCloud();
  wang = await world.resident('wang');
}, 60_000);
afterAll(() => world?.close());

const request = (size = 1000, person = wang) =>
  person.as('requestUpload', { commandId: newCommandId(), name: '漏水.jpg', size });

/** As the H5 page does it. */
const put = async ({ url, headers }: OutputOf<'requestUpload'>, bytes: Buffer) => {
  const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  expect(answer.status).toBe(200);
};

const sent = async (bytes: Buffer, person = wang) => {
  const place = await request(bytes.length, person);
  await put(place, bytes);
  return place;
};

test('[IN-14] a photo arrives, loses what it tells besides the picture, and can be seen', async () => {
  const place = await sent(aJpeg());
  const photo = await wang.as('confirmUpload', { photoId: place.photoId });
  const seen = Buffer.from(await (await fetch(photo.url)).arrayBuffer());
  expect(seen.includes(PRIVATE_WORDS)).toBe(false);
  expect(seen.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  const record = await world.database.get<{ rawFileId: string; state: string }>('uploads', place.photoId);
  expect(record?.state).toBe('ready');
});

test('confirming again gives the same photo, also twice at once', async () => {
  const place = await sent(aJpeg());
  const confirm = () => wang.as('confirmUpload', { photoId: place.photoId });
  const [one, two] = await Promise.all([confirm(), confirm()]);
  expect(one.id).toBe(two.id);
  expect((await confirm()).id).toBe(place.photoId);
});

test('asking again for the same photo gives the same place', async () => {
  const commandId = newCommandId();
  const [one, two] = [
    await wang.as('requestUpload', { commandId, name: 'a', size: 9 }),
    await wang.as('requestUpload', { commandId, name: 'a', size: 9 }),
  ];
  expect(two.photoId).toBe(one.photoId);
  expect(two.cloudPath).toBe(one.cloudPath);
});

test('what is no photo is refused and deleted, whatever its name', async () => {
  const place = await sent(Buffer.from('<script>alert(1)</script>'));
  expect((await refusalOf(wang.as('confirmUpload', { photoId: place.photoId }))).code).toBe('fileNotAccepted');
  expect((await refusalOf(wang.as('confirmUpload', { photoId: place.photoId }))).code).toBe('photoMissing');
});

test('too large is refused by what is declared and by what arrives', async () => {
  expect((await refusalOf(request(10_485_761))).code).toBe('tooLarge');
  const place = await request(1000);
  await put(place, Buffer.concat([aJpeg(), Buffer.alloc(10_485_760)]));
  expect((await refusalOf(wang.as('confirmUpload', { photoId: place.photoId }))).code).toBe('tooLarge');
});

test('what never arrived, or belongs to somebody else, is missing', async () => {
  const place = await request();
  expect((await refusalOf(wang.as('confirmUpload', { photoId: place.photoId }))).code).toBe('photoMissing');
  const li = await world.resident('li');
  const hers = await sent(aJpeg(), li);
  expect((await refusalOf(wang.as('confirmUpload', { photoId: hers.photoId }))).code).toBe('photoMissing');
});

test('photos that nobody sent with anything are swept away after a week', async () => {
  const place = await sent(aJpeg());
  const { url } = await wang.as('confirmUpload', { photoId: place.photoId });
  world.cloud.clock.set(Date.now() + 6 * 86_400_000);
  await world.runClock();
  expect(await world.database.get('uploads', place.photoId)).not.toBeNull();
  world.cloud.clock.set(Date.now() + 8 * 86_400_000);
  expect(await world.runClock()).toMatchObject({ uploads: expect.any(Number) });
  expect(await world.database.get('uploads', place.photoId)).toBeNull();
  world.cloud.clock.set(null);
  expect((await fetch(url)).ok).toBe(false);
});
