// WeChat's own tab bar. This product draws its bar in the pages (docs/adr/0003): the gate is for the day it doesn't.
// https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#tabBar
import fs from 'node:fs';
import path from 'node:path';
import { type Package, resolveIn } from '../mini-package';
import { checkKeys } from './check-keys';
import { TAB, TAB_BAR } from './configuration-keys';
import type { GateProblem } from './problem';

const FEWEST = 2;
const MOST = 5;
const ICON_KB = 40;

type Tab = NonNullable<Package['app']['tabBar']>['list'][number];

export function tabBar(pack: Package): GateProblem[] {
  const bar = pack.app.tabBar;
  if (bar === undefined) return [];
  const list = bar.list ?? [];
  const many =
    list.length >= FEWEST && list.length <= MOST
      ? []
      : [problem('list', `${list.length} 个标签：只能有 ${FEWEST} 到 ${MOST} 个`)];
  const drawn =
    bar.custom === true && !pack.has('custom-tab-bar/index.wxml')
      ? [problem('custom', '引用的文件不存在 custom-tab-bar/index')]
      : [];
  return [
    ...checkKeys('app.json', 'tabBar', bar, TAB_BAR),
    ...many,
    ...drawn,
    ...list.flatMap((tab, index) => [
      ...checkKeys('app.json', `tabBar.list[${index}]`, tab, TAB),
      ...onePage(pack, tab, index),
      ...(['iconPath', 'selectedIconPath'] as const).flatMap((key) => icon(pack, tab[key], `list[${index}].${key}`)),
    ]),
  ];
}

const problem = (key: string, what: string): GateProblem => ({ file: 'app.json', where: `tabBar.${key}`, what });

function onePage({ app }: Package, { pagePath }: Tab, index: number): GateProblem[] {
  if (pagePath !== undefined && app.pages.includes(pagePath)) return [];
  return [problem(`list[${index}].pagePath`, `主包里没有页面 ${pagePath ?? ''}`)];
}

function icon(pack: Package, written: string | undefined, where: string): GateProblem[] {
  if (written === undefined) return [];
  if (/^(?:https?:)?\/\//.test(written)) return [problem(where, `图标不能是远程的 ${written}`)];
  if (!/\.(?:png|jpe?g)$/i.test(written)) return [problem(where, `图标只能是 png、jpg、jpeg：${written}`)];
  const file = resolveIn(pack, 'app.json', written, ['']);
  if (file === undefined) return [problem(where, `图标不存在 ${written}`)];
  const bytes = fs.statSync(path.join(pack.folder, file)).size;
  return bytes > ICON_KB * 1024 ? [problem(where, `图标 ${written} 超过 ${ICON_KB} KB`)] : [];
}
