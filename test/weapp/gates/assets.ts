// Everything that is shown comes with the package: nothing from another host, and no local picture in a style sheet,
// which phones can't load (WeChat's compiler marks it `do-not-use-local-path`).
import { type Token, tokenizer } from 'acorn';
import type { Package } from '../mini-package';
import type { GateProblem } from './problem';

const ADDRESS = /(?:https?:)?\/\/[\w-]+(?:\.[\w-]+)+[^\s"'`)]*/gi;
/** Names that look like addresses and are never fetched. */
const NEVER_FETCHED = [
  /^http:\/\/www\.w3\.org\//,
  // React's texts of errors point there, and Taro's stand-in for URL starts from there.
  /^https:\/\/reactjs\.org\/docs\/error-decoder\.html/,
  /^https:\/\/taro\.com$/,
];
const LOCAL_PATH = 'do-not-use-local-path';

export function assets(pack: Package): GateProblem[] {
  const fetched = (text: string) =>
    [...text.matchAll(ADDRESS)].map(([address]) => address).filter((one) => !NEVER_FETCHED.some((it) => it.test(one)));
  const remote = (file: string, texts: readonly string[]) =>
    texts.flatMap(fetched).map((address) => ({ file, where: address, what: '远程资源' }));
  const styles = pack.ending('.wxss').map(({ file, text }) => ({ file, text: text.replace(/\/\*[\s\S]*?\*\//g, '') }));
  return [
    ...pack.ending('.wxml').flatMap(({ file, text }) => remote(file, [text.replace(/<!--[\s\S]*?-->/g, '')])),
    ...styles.flatMap(({ file, text }) => remote(file, [text])),
    ...pack.ending('.js').flatMap(({ file, text }) =>
      remote(
        file,
        stringsOf(text).filter((string) => ADDRESS_ONLY.test(string)),
      ),
    ),
    ...styles.flatMap(({ file, text }) => localPaths(file, text)),
  ];
}

/** A string that is an address, not one that speaks of one. */
const ADDRESS_ONLY = /^\s*(?:https?:)?\/\/[\w-]+(?:\.[\w-]+)+/i;

function stringsOf(text: string): string[] {
  const strings: string[] = [];
  try {
    for (const token of tokenizer(text, { ecmaVersion: 'latest' })) strings.push(...stringOf(token, text));
  } catch {
    // A script that doesn't parse is the business of another gate.
  }
  return strings;
}

const stringOf = ({ type, start, end }: Token, text: string): string[] =>
  type.label === 'string'
    ? [text.slice(start + 1, end - 1)]
    : type.label === 'template'
      ? [text.slice(start, end)]
      : [];

function localPaths(file: string, text: string): GateProblem[] {
  return [...text.matchAll(/url\(\s*["']?([^"')]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => target.includes(LOCAL_PATH) || !/^(?:data:|#|(?:https?:)?\/\/)/.test(target))
    .map((target) => ({ file, where: `url(${target})`, what: '样式里不能用本地图片：写成 data: 或放进 <image>' }));
}
