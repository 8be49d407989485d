/** What the gates read in the scripts is what is really called: somebody uses the package, and every call was foreseen. */
import { startTestCloud, type TestCloud } from '../../support/estate';
import { declaredPrivacyInterfaces, PRIVACY_INTERFACES } from '../../support/privacy-interfaces';
import { openRuntimePhones, type RuntimePhones } from '../drive/runtime-phones';
import { openPackage } from '../mini-package';
import { WEAPP_DIR } from '../weapp-dir';
import { wxUsesOf } from './wx-uses';

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

test('whoever files with a photo and copies the number calls nothing that the gates have not seen', async () => {
  const phone = await phones.of(await estate.resident('wang'));
  await phone.press(/^我要投诉/);
  await phone.isOn('pages/file/index');
  await phone.addPhoto();
  await phone.write('发生了什么', '中心花园的喷泉半夜还在放音乐');
  await phone.choose('在哪里', '中心花园');
  await phone.press('提交投诉');
  await phone.sees(/CH-\d{6}-\d{4}/);
  await phone.press('查看进度');
  await phone.isOn('pages/complaint/index');
  await phone.press(/^编号.*复制$/);
  const patrol = await phones.of(await estate.staff('patrol'));
  await patrol.open('/staff/callbacks/index');
  await patrol.rests();

  const called = [...phones.called()];
  const foreseen = new Set(wxUsesOf(openPackage(WEAPP_DIR)).uses.map(({ name }) => name.replace(/[.(].*/, '')));
  expect(called.filter((name) => !foreseen.has(name))).toEqual([]);
  expect(called.filter((name) => PRIVACY_INTERFACES.includes(name)).sort()).toEqual(declaredPrivacyInterfaces().sort());
}, 240_000);
