// Every gate that the built package has to pass, by name: docs/WEAPP.md lists the same.
import type { Package } from '../mini-package';
import { assets } from './assets';
import { baseLibrary } from './base-library';
import { configuration } from './configuration';
import { pageFiles } from './page-files';
import { permissions } from './permissions';
import { privacy } from './privacy';
import type { GateProblem } from './problem';
import { references } from './references';
import { scriptSyntax } from './script-syntax';
import { selectors } from './selectors';
import { sitemap } from './sitemap';
import { size } from './size';
import { tabBar } from './tab-bar';
import { templates } from './templates';
import { wcc, wcsc } from './wechat-compilers';

type Gate = (pack: Package) => GateProblem[];

export const GATES = {
  templates,
  selectors,
  size,
  configuration,
  pageFiles,
  references,
  permissions,
  sitemap,
  tabBar,
  privacy,
  assets,
  baseLibrary,
  scriptSyntax,
} as const satisfies Record<string, Gate>;

/** Where WeChat's compilers can run. */
export const LINUX_GATES = { wcc, wcsc } as const satisfies Record<string, Gate>;

export type GateName = keyof typeof GATES | keyof typeof LINUX_GATES;
