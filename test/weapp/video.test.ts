/** A short video from the phone's album. Only in the runtime: DevTools' album has none. */
import { isVideo } from '../../types/ids';
import { startTestCloud, type TestCloud } from '../support/estate';
import { openRuntimePhones, type RuntimePhones } from './drive/runtime-phones';

let estate: TestCloud;
let phones: RuntimePhones;
beforeAll(async () => {
  estate = await startTestCloud();
  phones = openRuntimePhones(estate);
}, 240_000);
afterAll(async () => {
  await phones?.close();
  await estate?.close();
}, 240_000);

test('[IN-01] a resident files with a short video, which WeChat has made small, and plays it', async () => {
  const wang = await estate.resident('wang');
  const phone = await phones.of(wang);
  await phone.open('/pages/file/index?kind=complaint');
  await phone.write('发生了什么', '地下车库的排风机一直发出尖叫声');
  await phone.choose('在哪里', '中心花园');
  await phone.press('添加视频');
  await phone.canPress('视频 1');
  await phone.rests();
  await phone.press('提交投诉');
  await phone.sees(/CH-\d{6}-\d{4}/);
  const [filed] = (await wang.inMiniProgram('myComplaints', {})).items;
  if (filed === undefined) throw new Error('nothing was filed');
  const { photos } = await wang.inMiniProgram('getComplaint', { id: filed.id });
  expect(photos.map(({ id }) => isVideo(id))).toEqual([true]);
  expect([...phones.called()]).toContain('compressVideo');
  await phone.press('查看进度');
  await phone.isOn('pages/complaint/index');
  await phone.press(/^播放.*视频 1$/);
  expect(phones.problems()).toEqual([]);
}, 240_000);
