// Opens every page of the package, one after another, and says what is wrong with each.
import { MiniProgram } from './runtime/mini-program';
import { pagesOf } from './mini-package';
import { markupOf } from './runtime/tree';
import { problemText, wordsOf } from './runtime/problems';
import { isLoading, settle } from './runtime/settle';
import type { EstateLine } from './estate-line';

/** Looked for by the package and made by itself when it isn't there. */
const MADE_BY_THE_PACKAGE = ['webpackJsonp'];

export interface Boot {
  /** What each page showed, by its route. */
  words: Map<string, string>;
  problems: string[];
}

export interface BootOptions {
  folder: string;
  line: EstateLine;
  /** After the route, e.g. `?id=…`. */
  query?: string;
  patienceMs?: number;
  /** Enough to know that something is wrong. */
  stopAtFirst?: boolean;
}

const PATIENCE_MS = 6000;

export async function boot({
  folder,
  line,
  query = '',
  patienceMs = PATIENCE_MS,
  stopAtFirst = false,
}: BootOptions): Promise<Boot> {
  let program: MiniProgram;
  try {
    program = new MiniProgram(folder, line);
  } catch (error) {
    return { words: new Map(), problems: [`app.js：${wordsOf(error)}`] };
  }
  const words = new Map<string, string>();
  const problems: string[] = [];
  try {
    for (const route of pagesOf(program.app)) {
      if (stopAtFirst && problems.length + program.problems.length > 0) break;
      const failed = open(program, `/${route}${query}`);
      if (failed) {
        problems.push(`${route}：${failed}`);
        continue;
      }
      const shown = await settle(program, () => line.busy, patienceMs);
      words.set(route, shown);
      const top = program.router.top;
      if (shown === '') problems.push(`${route}：页面是空的`);
      else if (isLoading(program) && top) problems.push(`${route}：一直在加载\n${markupOf(top.root)}`);
    }
  } finally {
    program.close();
  }
  const missing = [...program.wx.missing].filter((key) => !MADE_BY_THE_PACKAGE.includes(key));
  return {
    words,
    problems: [
      ...problems,
      ...program.problems.map(problemText),
      ...missing.map((key) => `wx.${key}：基础库里没有，或 test/weapp/wx 里还没有`),
    ],
  };
}

function open(program: MiniProgram, url: string): string | undefined {
  try {
    program.router.ways.reLaunch({ url });
    return undefined;
  } catch (error) {
    return wordsOf(error);
  }
}
