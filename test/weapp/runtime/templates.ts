// Compiles the package's WXML and WXS with WeChat's own template compiler.
import fs from 'node:fs';
import path from 'node:path';
import type { template } from 'glass-easel';
import { TmplGroup } from 'glass-easel-template-compiler';
import { filesUnder } from '../../support/files';

export interface Templates {
  /** By path without `.wxml`. */
  of(path: string): template.ComponentTemplate | undefined;
  /** Tag names with the attributes that are written on them anywhere in the package. */
  attributesByTag: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the compiler complained about; a sound package has none. */
  problems: string[];
}

/** Taro hands a leaf's missing children to `wx:for`; WeChat draws nothing then, as glass-easel does. */
export const HARMLESS_WARNING = /for-list data is neither Array nor Object/;

type Group = Record<string, template.ComponentTemplate['content']>;

const TAG = /<([a-z][\w-]*)((?:\s+[\w:.-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g;
const ATTRIBUTE = /\s([\w:.-]+)(?==|\s|\/|$)/g;
/** Those that the template language itself understands. */
const NOT_PROPERTIES =
  /^(wx:|bind|catch|mut-bind|capture-|data-|mark:|model:|slot:|worklet:|generic:|id$|class$|style$|slot$)/;

export function compileTemplates(folder: string): Templates {
  const group = new TmplGroup();
  const problems: string[] = [];
  const attributesByTag = new Map<string, Set<string>>();
  for (const file of filesUnder(folder)) {
    if (!/\.(wxml|wxs)$/.test(file)) continue;
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    if (file.endsWith('.wxs')) {
      group.addScript(file.slice(0, -'.wxs'.length), text);
      continue;
    }
    const complaints: unknown[] = group.addTmpl(file.slice(0, -'.wxml'.length), text);
    problems.push(...complaints.map((complaint) => `${file}: ${words(complaint)}`));
    collectAttributes(text, attributesByTag);
  }
  // The compiler's output is an expression: an object of template functions by path.
  const groupList = new Function(`return ${group.getTmplGenObjectGroups()}`)() as Group;
  group.free();
  return {
    of: (wxml) => {
      const content = groupList[wxml];
      return content === undefined ? undefined : { groupList, content };
    },
    attributesByTag,
    problems,
  };
}

function words(complaint: unknown): string {
  if (typeof complaint !== 'object' || complaint === null) return String(complaint);
  const of = (name: string): unknown => Reflect.get(complaint, name);
  return `${of('message')}（${Number(of('startLine')) + 1}:${Number(of('startColumn')) + 1}）`;
}

function collectAttributes(wxml: string, into: Map<string, Set<string>>): void {
  for (const [, tag = '', written = ''] of wxml.matchAll(TAG)) {
    const known = into.get(tag) ?? new Set();
    into.set(tag, known);
    for (const [, name = ''] of written.matchAll(ATTRIBUTE)) if (!NOT_PROPERTIES.test(name)) known.add(name);
  }
}
