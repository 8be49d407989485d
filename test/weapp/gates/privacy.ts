// WeChat asks before what is private is touched, and what the built code touches is what docs/PRIVACY.md declares.
import {
  declaredPrivacyInterfaces,
  PRIVACY_INTERFACES,
  PRIVACY_OPEN_TYPES,
  PRIVACY_TAGS,
} from '../../support/privacy-interfaces';
import type { Package } from '../mini-package';
import type { GateProblem } from './problem';
import { wxUsesOf } from './wx-uses';

const DECLARATION = 'docs/PRIVACY.md';

export function privacy(pack: Package, declared = declaredPrivacyInterfaces()): GateProblem[] {
  const used = wxUsesOf(pack).uses.filter(({ name }) => PRIVACY_INTERFACES.includes(name));
  const names = new Set(used.map(({ name }) => name));
  return [
    ...(pack.app.__usePrivacyCheck__ === true
      ? []
      : [{ file: 'app.json', where: '__usePrivacyCheck__', what: '不是 true：微信不会先征得同意' }]),
    ...used
      .filter(({ name }) => !declared.includes(name))
      .map(({ file, where, name }) => ({ file, where, what: `wx.${name} 没有在 ${DECLARATION} 里声明` })),
    ...declared
      .filter((name) => !names.has(name))
      .map((name) => ({ file: DECLARATION, where: `wx.${name}`, what: '声明了，但包里没有用到' })),
    ...components(pack),
  ];
}

/** Tags and open-types stand for themselves; PRIVACY.md has no row for any. */
function components(pack: Package): GateProblem[] {
  const tags = pack.ending('.wxml').flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(`<(?:${PRIVACY_TAGS.join('|')})\\b`, 'g'))].map(([tag]) => ({
      file,
      where: `${tag}>`,
      what: `隐私组件，没有在 ${DECLARATION} 里声明`,
    })),
  );
  const asks = new RegExp(
    `["']?\\bopen-?[tT]ype["']?\\s*[:=]\\s*["'](${PRIVACY_OPEN_TYPES.join('|')})["']|\\btype\\s*[:=]\\s*["'](nickname)["']`,
    'g',
  );
  const types = [...pack.ending('.wxml'), ...pack.ending('.js')].flatMap(({ file, text }) =>
    [...text.matchAll(asks)].map(([, open, nickname]) => ({
      file,
      where: open ? `open-type=${open}` : `type=${nickname}`,
      what: `隐私组件，没有在 ${DECLARATION} 里声明`,
    })),
  );
  return [...tags, ...types];
}
