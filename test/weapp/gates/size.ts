// What a phone has to download: WeChat's limits, and our own for what every resident waits for.
import { type Package, sizesOf } from '../mini-package';
import type { GateProblem } from './problem';

const KB = 1024;

/** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html; the first is ours. */
export const LIMITS_KB = { mainBudget: 650, eachPackage: 2 * 1024, whole: 20 * 1024 } as const;

export function size(pack: Package): GateProblem[] {
  const { main, subPackages, whole } = sizesOf(pack);
  const heavier = (file: string, bytes: number, limitKb: number, whose: string): GateProblem[] =>
    bytes > limitKb * KB ? [{ file, where: '', what: `${Math.ceil(bytes / KB)} KB，超过${whose} ${limitKb} KB` }] : [];
  return [
    ...heavier('主包', main, LIMITS_KB.mainBudget, '自定的上限'),
    ...heavier('主包', main, LIMITS_KB.eachPackage, '微信的上限'),
    ...Object.entries(subPackages).flatMap(([root, bytes]) =>
      heavier(`分包 ${root}`, bytes, LIMITS_KB.eachPackage, '微信的上限'),
    ),
    ...heavier('全部', whole, LIMITS_KB.whole, '微信的上限'),
  ];
}
