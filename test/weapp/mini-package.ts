// Looks at a built mini-program package the way WeChat's upload would, and at what its upload does not look at.
import fs from 'node:fs';
import path from 'node:path';
import { inspectScript } from '../support/emitted-script';
import { filesUnder, readJson } from '../support/files';

export type AppJson = {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { custom?: boolean; list: { pagePath: string; iconPath?: string; selectedIconPath?: string }[] };
  usingComponents?: Record<string, string>;
  sitemapLocation?: string;
  lazyCodeLoading?: string;
  __usePrivacyCheck__?: boolean;
};

/** Bytes of the main package, of each subpackage by root, and of everything. */
export type Sizes = { main: number; subPackages: Record<string, number>; whole: number };

const REMOTE = /(?:https?:)?\/\/[\w.-]+\.[a-z]{2,}/i;

export function appJsonOf(folder: string): AppJson {
  return readJson<AppJson>(path.join(folder, 'app.json'));
}

export function pagesOf(app: AppJson): string[] {
  return [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ];
}

export function sizesOf(folder: string): Sizes {
  const bytes = (files: string[]) => files.reduce((sum, file) => sum + fs.statSync(path.join(folder, file)).size, 0);
  const files = filesUnder(folder);
  const roots = (appJsonOf(folder).subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'));
  return {
    main: bytes(files.filter((file) => !roots.some((root) => file.startsWith(root)))),
    subPackages: Object.fromEntries(roots.map((root) => [root, bytes(files.filter((file) => file.startsWith(root)))])),
    whole: bytes(files),
  };
}

/** @returns one line per problem; none for a package that can be shipped */
export function inspectPackage(folder: string): string[] {
  return [...missingPages(folder), ...brokenScripts(folder), ...missingReferences(folder), ...remoteAssets(folder)];
}

function missingPages(folder: string): string[] {
  return pagesOf(appJsonOf(folder)).flatMap((page) =>
    ['.js', '.wxml', '.json']
      .filter((kind) => !fs.existsSync(path.join(folder, page + kind)))
      .map((kind) => `缺少页面文件 ${page}${kind}`),
  );
}

function brokenScripts(folder: string): string[] {
  return withKind(folder, '.js').flatMap(({ file, text }) => {
    const { problems, required } = inspectScript(text);
    return [
      ...problems.map((problem) => `${file}: ${problem}`),
      ...required
        .filter((target) => !resolves(folder, file, target, ['', '.js', '/index.js']))
        .map((target) => `${file}: 引用的脚本不存在 ${target}`),
    ];
  });
}

function missingReferences(folder: string): string[] {
  const app = appJsonOf(folder);
  const templates = withKind(folder, '.wxml').flatMap(({ file, text }) =>
    matches(text, /<(?:import|include|wxs)\b[^>]*\bsrc="([^"{]+)"/g).map((target) => ({
      file,
      target,
      kinds: ['', '.wxml'],
    })),
  );
  const styles = withKind(folder, '.wxss').flatMap(({ file, text }) =>
    matches(text, /@import\s+(?:url\()?["']([^"']+)["']/g).map((target) => ({ file, target, kinds: [''] })),
  );
  const components = withKind(folder, '.json').flatMap(({ file, text }) => {
    const { usingComponents = {} }: { usingComponents?: Record<string, string> } = JSON.parse(text);
    return Object.values(usingComponents).map((target) => ({ file, target, kinds: ['.wxml'] }));
  });
  const icons = (app.tabBar?.list ?? [])
    .flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
    .flatMap((target) =>
      target ? [{ file: 'app.json', target: `/${target.replace(/^\.?\//, '')}`, kinds: [''] }] : [],
    );
  const customTabBar = app.tabBar?.custom
    ? [{ file: 'app.json', target: '/custom-tab-bar/index', kinds: ['.wxml'] }]
    : [];
  const sitemap = app.sitemapLocation ? [{ file: 'app.json', target: `/${app.sitemapLocation}`, kinds: [''] }] : [];
  return [...templates, ...styles, ...components, ...icons, ...customTabBar, ...sitemap]
    .filter(({ file, target, kinds }) => !resolves(folder, file, target, kinds))
    .map(({ file, target }) => `${file}: 引用的文件不存在 ${target}`);
}

function remoteAssets(folder: string): string[] {
  const styles = withKind(folder, '.wxss').map(({ file, text }) => ({
    file,
    found: [...matches(text, /url\(\s*["']?([^"')]+)/g), ...matches(text, /@import\s+["']([^"']+)["']/g)],
  }));
  const templates = withKind(folder, '.wxml').map(({ file, text }) => ({
    file,
    found: matches(text, /\b(?:src|poster|icon|url|href)="([^"]+)"/g),
  }));
  return [...styles, ...templates].flatMap(({ file, found }) =>
    found.filter((url) => !url.startsWith('data:') && REMOTE.test(url)).map((url) => `${file}: 远程资源 ${url}`),
  );
}

function withKind(folder: string, kind: string): { file: string; text: string }[] {
  return filesUnder(folder)
    .filter((file) => file.endsWith(kind))
    .map((file) => ({ file, text: fs.readFileSync(path.join(folder, file), 'utf8') }));
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, group]) => (group === undefined ? [] : [group]));
}

function resolves(folder: string, from: string, target: string, kinds: string[]): boolean {
  const base = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
  return kinds.some(
    (kind) => fs.existsSync(path.join(folder, base + kind)) && fs.statSync(path.join(folder, base + kind)).isFile(),
  );
}
