// Nothing is used that the oldest base library we promise doesn't have. The promise is `libVersion` in
// project.config.json: DevTools runs it, and docs/WEAPP.md says where to set it in the console.
import project from '../../../project.config.json';
import type { Package } from '../mini-package';
import { ATTRIBUTE_SINCE, CONFIGURATION_SINCE, TAG_SINCE } from './base-library-needs';
import type { GateProblem } from './problem';
import { wxCatalogue } from './wx-catalogue';
import { wxUsesOf } from './wx-uses';

export interface Need {
  file: string;
  where: string;
  /** In words. */
  name: string;
  /** Base library; undefined when WeChat doesn't have it at all. */
  since: string | undefined;
}

export const STATED_BASE_LIBRARY = project.libVersion;

export function baseLibrary(pack: Package, stated = STATED_BASE_LIBRARY): GateProblem[] {
  const tooNew = needsOf(pack)
    .filter(({ since }) => since === undefined || isNewer(since, stated))
    .map(({ file, where, name, since }) => ({
      file,
      where,
      what: since === undefined ? `微信没有 ${name}` : `${name} 要基础库 ${since}，声明的最低版本是 ${stated}`,
    }));
  const unreadable = wxUsesOf(pack).unreadable.map(({ file, where }) => ({
    file,
    where,
    what: '读不出用了 wx 的哪个接口：请直接写 Taro.接口名',
  }));
  return [...tooNew, ...unreadable];
}

/** The highest of what is needed, and who needs it. */
export function highestNeed(pack: Package): { version: string; names: string[] } {
  const needs = needsOf(pack).flatMap(({ name, since }) => (since === undefined ? [] : [{ name, since }]));
  const version = needs.reduce((highest, { since }) => (isNewer(since, highest) ? since : highest), '1.0.0');
  return { version, names: [...new Set(needs.filter(({ since }) => since === version).map(({ name }) => name))] };
}

export function needsOf(pack: Package): Need[] {
  const catalogue = wxCatalogue();
  const functions = wxUsesOf(pack).uses.flatMap(({ file, where, name, options }) => [
    // Taro hands `getCurrentPages` on, which is a global of WeChat and no key of wx.
    ...(name === 'getCurrentPages' ? [] : [{ file, where, name: `wx.${name}`, since: catalogue.since(name) }]),
    ...options.flatMap((option) => {
      const since = catalogue.sinceOfOption(name, option);
      return since === undefined ? [] : [{ file, where, name: `wx.${name} 的 ${option}`, since }];
    }),
  ]);
  const configuration = Object.keys(pack.app).map((key) => ({
    file: 'app.json',
    where: key,
    name: key,
    since: CONFIGURATION_SINCE[key] ?? '1.0.0',
  }));
  const templates = pack.ending('.wxml').flatMap(({ file, text }) =>
    [...text.matchAll(/<([a-z][\w-]*)((?:\s+[\w:.-]+(?:=(?:"[^"]*"|'[^']*'))?)*)/g)].flatMap(
      ([, tag = '', written = '']) =>
        [
          { name: `<${tag}>`, since: TAG_SINCE[tag] },
          ...[...written.matchAll(/\s([\w:.-]+)(?==|\s|$)/g)].map(([, attribute]) => ({
            name: `<${tag} ${attribute}>`,
            since: ATTRIBUTE_SINCE[`${tag} ${attribute}`],
          })),
        ].flatMap(({ name, since }) => (since === undefined ? [] : [{ file, where: name, name, since }])),
    ),
  );
  return [...functions, ...configuration, ...templates];
}

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((each) => each.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
