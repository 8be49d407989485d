// WeChat's privacy interfaces: https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
// (小程序用户隐私保护指引内容介绍). Each that is used has to be declared in the console and in docs/PRIVACY.md.
import fs from 'node:fs';
import path from 'node:path';
import { repository } from './files';

export const PRIVACY_INTERFACES: readonly string[] = [
  ...['getUserInfo', 'getUserProfile', 'authorize'],
  ...['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground', 'onLocationChange'],
  ...['choosePoi', 'chooseLocation', 'chooseAddress', 'chooseInvoice', 'chooseInvoiceTitle', 'getWeRunData'],
  ...['chooseLicensePlate', 'chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile'],
  ...['startRecord', 'getRecorderManager', 'joinVoIPChat', 'createVKSession', 'createCameraContext'],
  ...['createLivePusherContext', 'openBluetoothAdapter', 'createBLEPeripheralServer', 'saveImageToPhotosAlbum'],
  ...['saveVideoToPhotosAlbum', 'addPhoneContact', 'addPhoneCalendar', 'addPhoneRepeatCalendar'],
  ...['startAccelerometer', 'startCompass', 'startDeviceMotionListening', 'startGyroscope'],
  ...['setClipboardData', 'getClipboardData'],
];

/** Tags of the templates that are privacy interfaces themselves. */
export const PRIVACY_TAGS: readonly string[] = ['camera', 'live-pusher', 'voip-room'];

/** Values of a button's `open-type` that are. */
export const PRIVACY_OPEN_TYPES: readonly string[] = [
  ...['chooseAvatar', 'getPhoneNumber', 'getRealtimePhoneNumber', 'getUserInfo'],
];

const ROW = /^\| [^|]+ \| `wx\.(\w+)` \|/gm;

/** @returns names without `wx.`, in the order of the table in docs/PRIVACY.md */
export function declaredPrivacyInterfaces(
  text = fs.readFileSync(path.join(repository, 'docs/PRIVACY.md'), 'utf8'),
): string[] {
  const [, after = ''] = text.split(/^## .*隐私接口$/m);
  const [table = ''] = after.split(/^## /m);
  return [...table.matchAll(ROW)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
