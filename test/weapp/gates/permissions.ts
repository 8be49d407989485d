// What app.json says it will ask for (`permission`, `requiredPrivateInfos`) is legal, and is what the code asks for.
import type { Package } from '../mini-package';
import type { GateProblem } from './problem';
import { wxUsesOf } from './wx-uses';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/authorize.html, with the functions that ask. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'scope.userInfo': ['getUserInfo'],
  'scope.userLocation': ['getLocation', 'startLocationUpdate', 'onLocationChange'],
  'scope.userFuzzyLocation': ['getFuzzyLocation'],
  'scope.userLocationBackground': ['startLocationUpdateBackground'],
  'scope.address': ['chooseAddress'],
  'scope.invoice': ['chooseInvoice'],
  'scope.invoiceTitle': ['chooseInvoiceTitle'],
  'scope.werun': ['getWeRunData'],
  'scope.record': ['startRecord', 'getRecorderManager', 'joinVoIPChat'],
  'scope.writePhotosAlbum': ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
  'scope.camera': ['createCameraContext', 'createVKSession'],
  'scope.bluetooth': ['openBluetoothAdapter', 'createBLEPeripheralServer'],
  'scope.addPhoneContact': ['addPhoneContact'],
  'scope.addPhoneCalendar': ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
};
/** Without the words why, WeChat refuses these. */
const MUST_SAY_WHY = ['scope.userLocation', 'scope.userFuzzyLocation', 'scope.userLocationBackground'];
const MOST_LETTERS = 30;

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#requiredPrivateInfos */
const PRIVATE_INFOS = [
  ...['getFuzzyLocation', 'getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground'],
  ...['chooseLocation', 'choosePoi', 'chooseAddress'],
];

export function permissions(pack: Package): GateProblem[] {
  const used = new Set(wxUsesOf(pack).uses.map(({ name }) => name));
  const written = pack.app.permission ?? {};
  const infos = pack.app.requiredPrivateInfos ?? [];
  const at = (where: string, what: string): GateProblem => ({ file: 'app.json', where, what });
  const asks = (scope: string) => (SCOPES[scope] ?? []).some((name) => used.has(name));

  const scopes = Object.entries(written).flatMap(([scope, value]) => {
    const where = `permission.${scope}`;
    if (SCOPES[scope] === undefined) return [at(where, '没有这种权限')];
    const { desc } = Object(value);
    return [
      ...(typeof desc === 'string' && desc !== '' && desc.length <= MOST_LETTERS
        ? []
        : [at(where, `desc 要写明用途，最多 ${MOST_LETTERS} 个字`)]),
      ...(asks(scope) ? [] : [at(where, '声明了，但包里没有用到')]),
    ];
  });
  return [
    ...scopes,
    ...MUST_SAY_WHY.filter((scope) => asks(scope) && written[scope] === undefined).map((scope) =>
      at('permission', `用到了 ${scope}，没有声明用途`),
    ),
    ...infos
      .filter((name) => !PRIVATE_INFOS.includes(name))
      .map((name) => at('requiredPrivateInfos', `没有这一项 ${name}`)),
    ...PRIVATE_INFOS.filter((name) => infos.includes(name) && !used.has(name)).map((name) =>
      at('requiredPrivateInfos', `${name} 声明了，但包里没有用到`),
    ),
    ...PRIVATE_INFOS.filter((name) => used.has(name) && !infos.includes(name)).map((name) =>
      at('requiredPrivateInfos', `用到了 wx.${name}，没有声明`),
    ),
  ];
}
