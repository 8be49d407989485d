import type { OutputOf } from '../../types/procedures';
import { aJpeg, PRIVATE_WORDS } from '../support/a-photo';
import { aVideo, box, WHERE_IT_WAS } from '../support/a-video';
import { refusalOf } from '../support/refusal';
import { homeOf, newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let wang: TestPerson;
beforeAll(async () => {
  world = await startTestCloud();
  wang = await world.resident('wang');
}, 240_000);
afterAll(() => world?.close());

const request = (size = 1000, person = wang, kind: 'photo' | 'video' = 'photo') =>
  person.as('requestUpload', { commandId: newCommandId(), name: '漏水.jpg', size, kind });

/** As the H5 page does it. */
const put = async ({ url, headers }: OutputOf<'requestUpload'>, bytes: Buffer) => {
  const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  expect(answer.status).toBe(200);
};

const sent = async (bytes: Buffer, person = wang, kind: 'photo' | 'video' = 'photo') => {
  const place = await request(bytes.length, person, kind);
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

test('[IN-01, IN-14] a short video arrives, tells only picture and sound, goes with the complaint, and those who may see it play it', async () => {
  const place = await sent(aVideo(), wang, 'video');
  const video = await wang.as('confirmUpload', { photoId: place.photoId });
  const { id } = await wang.as('fileComplaint', {
    commandId: newCommandId(),
    kind: 'complaint',
    description: '3栋电梯门反复开合，拍了视频',
    homeId: homeOf(wang),
    place: { area: '3栋电梯' },
    photos: [video.id],
  });
  const receptionist = await world.staff('receptionist');
  const [shown] = (await receptionist.as('getComplaint', { id })).photos;
  expect(shown?.id).toBe(video.id);
  const played = Buffer.from(await (await fetch(shown?.url ?? '')).arrayBuffer());
  expect([played.includes(WHERE_IT_WAS), played.length]).toEqual([false, aVideo().length]);
  expect((await fetch((shown?.url ?? '').replace(/\?.*$/, ''))).ok).toBe(false);
  const otherDesk = await world.staff('otherDesk');
  expect((await refusalOf(otherDesk.as('getComplaint', { id }))).code).toBe('notFound');
});

test('[IN-01] a video is told by its contents, and too long or too large is refused in the words of the policy', async () => {
  const confirm = async (bytes: Buffer) => {
    const { photoId } = await sent(bytes, wang, 'video');
    const refusal = await refusalOf(wang.as('confirmUpload', { photoId }));
    expect((await refusalOf(wang.as('confirmUpload', { photoId }))).code).toBe('photoMissing');
    return [refusal.code, refusal.message];
  };
  expect(await confirm(aJpeg())).toEqual(['fileNotAccepted', expect.stringContaining('MP4')]);
  expect(await confirm(aVideo({ inMovie: box('mvex') }))).toEqual([
    'fileNotAccepted',
    '这段视频的格式不支持，请换一段或重新拍摄。',
  ]);
  expect(await confirm(aVideo({ seconds: 32 }))).toEqual(['tooLarge', '视频太长，不能超过 30 秒。']);
  const huge = await refusalOf(request(52_428_801, wang, 'video'));
  expect([huge.code, huge.message]).toEqual(['tooLarge', '文件太大，视频不能超过 50 MB。']);
  // A photo's place takes no video.
  const { photoId } = await sent(aVideo());
  expect((await refusalOf(wang.as('confirmUpload', { photoId }))).code).toBe('fileNotAccepted');
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
