// A built mini-program package: its files, what app.json says, what it weighs.
import fs from 'node:fs';
import path from 'node:path';
import { filesUnder, readJson } from '../support/files';

export type AppJson = {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { custom?: boolean; list: { pagePath: string; iconPath?: string; selectedIconPath?: string }[] };
  usingComponents?: Record<string, string>;
  permission?: Record<string, { desc?: unknown }>;
  requiredPrivateInfos?: string[];
  sitemapLocation?: string;
  lazyCodeLoading?: string;
  __usePrivacyCheck__?: boolean;
};

export interface PackageFile {
  file: string;
  text: string;
}

export interface Package {
  folder: string;
  app: AppJson;
  /** Paths with `/`, sorted. */
  files: readonly string[];
  has(file: string): boolean;
  /** Files whose name ends like this, with their text. */
  ending(kind: string): PackageFile[];
}

/** Bytes of the main package, of each subpackage by root, and of everything. */
export type Sizes = { main: number; subPackages: Record<string, number>; whole: number };

export function appJsonOf(folder: string): AppJson {
  return readJson<AppJson>(path.join(folder, 'app.json'));
}

export function pagesOf(app: AppJson): string[] {
  return [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ];
}

/** @throws when there is no app.json, or one that is no JSON */
export function openPackage(folder: string): Package {
  const files = filesUnder(folder);
  const known = new Set(files);
  return {
    folder,
    files,
    app: appJsonOf(folder),
    has: (file) => known.has(file),
    ending: (kind) =>
      files
        .filter((file) => file.endsWith(kind))
        .map((file) => ({ file, text: fs.readFileSync(path.join(folder, file), 'utf8') })),
  };
}

export function sizesOf({ folder, files, app }: Package): Sizes {
  const bytes = (some: readonly string[]) =>
    some.reduce((sum, file) => sum + fs.statSync(path.join(folder, file)).size, 0);
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'));
  return {
    main: bytes(files.filter((file) => !roots.some((root) => file.startsWith(root)))),
    subPackages: Object.fromEntries(roots.map((root) => [root, bytes(files.filter((file) => file.startsWith(root)))])),
    whole: bytes(files),
  };
}

/** The file of the package that a path written in `from` means, tried with each of the endings. */
export function resolveIn(pack: Package, from: string, target: string, endings: readonly string[]): string | undefined {
  const base = path.posix.normalize(
    target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target),
  );
  return endings.map((ending) => base + ending).find((file) => pack.has(file));
}
