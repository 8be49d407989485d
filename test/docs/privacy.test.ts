import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** WeChat's privacy interfaces (小程序用户隐私保护指引内容介绍), and its components and attributes of that kind. */
const PRIVACY_INTERFACES =
  /\b(?:Taro|wx)\.(getUserInfo|getUserProfile|getLocation|getFuzzyLocation|startLocationUpdate\w*|onLocationChange|choosePoi|chooseLocation|chooseAddress|chooseInvoice\w*|getWeRunData|chooseLicensePlate|chooseImage|chooseMedia|chooseVideo|chooseMessageFile|startRecord|getRecorderManager|joinVoIPChat|createVKSession|createCameraContext|createLivePusherContext|openBluetoothAdapter|createBLEPeripheralServer|saveImageToPhotosAlbum|saveVideoToPhotosAlbum|addPhoneContact|addPhoneCalendar|addPhoneRepeatCalendar|startAccelerometer|startCompass|startDeviceMotionListening|startGyroscope|setClipboardData|getClipboardData|authorize)\b/g;
const PRIVACY_COMPONENTS =
  /<(?:Camera|LivePusher|VoipRoom)\b|openType=["'{\s]*(?:chooseAvatar|getPhoneNumber|getRealtimePhoneNumber|getUserInfo)|type="nickname"/;

/** What goes into the mini program: not the files of H5, not the tests. */
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(h5|test)\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'));

test('PRIVACY.md names the privacy interfaces that the mini program uses, and no others', () => {
  const [, table = ''] = readFileSync(join(root, 'docs/PRIVACY.md'), 'utf8').split(/^## .*隐私接口$/m);
  const declared = [...(table.split(/^## /m)[0] ?? '').matchAll(/^\| [^|]+ \| `wx\.(\w+)` \|/gm)].map((row) => row[1]);
  const used = new Set(sources.flatMap((source) => [...source.matchAll(PRIVACY_INTERFACES)].map((call) => call[1])));
  expect(declared.sort()).toEqual([...used].sort());
  expect(used.size).toBeGreaterThan(0);
});

test('no component asks for more', () => {
  expect(sources.filter((source) => PRIVACY_COMPONENTS.test(source))).toEqual([]);
});
