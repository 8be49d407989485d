/** Who reads a failure finds the page, what was looked for, and what stood there instead. */
import { startTestCloud, type TestCloud } from '../../support/estate';
import { openRuntimePhones } from './runtime-phones';
import type { Phones } from './phones';
import { WEAPP_DIR } from '../weapp-dir';

const PATIENCE_MS = 1500;

let estate: TestCloud;
let phones: Phones;
beforeAll(async () => {
  estate = await startTestCloud();
  phones = openRuntimePhones(estate, WEAPP_DIR, PATIENCE_MS);
}, 240_000);
afterAll(async () => {
  await phones?.close();
  await estate?.close();
}, 240_000);

test('a failure says page, element and what was on the page', async () => {
  const phone = await phones.of(await estate.resident('wang'));
  await phone.open('/pages/file/index?kind=complaint');
  await phone.rests();
  await expect(phone.press('不存在的按钮')).rejects.toThrow(
    /没有等到可按的“不存在的按钮”[\s\S]*页面 pages\/file\/index \{"kind":"complaint"\}[\s\S]*可按：.*提交投诉[\s\S]*可写：.*发生了什么/,
  );
}, 240_000);
