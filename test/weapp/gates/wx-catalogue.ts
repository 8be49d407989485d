// What WeChat has, and since which base library: read from the comments of its own typings (miniprogram-api-typings,
// which come with Taro's build tools).
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { repository } from '../../support/files';

export interface WxCatalogue {
  /** Base library that has `name` first ('1.0.0' when the typings say nothing); undefined when WeChat hasn't got it. */
  since(name: string): string | undefined;
  /** The same for a key of the options; undefined for keys the typings don't know. */
  sinceOfOption(name: string, option: string): string | undefined;
}

const TYPINGS = path.join(repository, 'node_modules/miniprogram-api-typings/types/wx');
const FIRST = '1.0.0';
/** 云开发: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/basis/capabilities.html */
const CLOUD = '2.2.3';
const SINCE = /^\W*需要基础库[：:]\s*`([\d.]+)`/m;

interface Member {
  since: string;
  /** Names of types: of the first parameter, and of what is returned. */
  takes: string;
  gives: string;
}

type Interfaces = Map<string, Map<string, Member>>;

let whole: WxCatalogue | undefined;

/** @throws when the typings aren't installed */
export function wxCatalogue(): WxCatalogue {
  whole ??= readWxCatalogue();
  return whole;
}

function readWxCatalogue(): WxCatalogue {
  const interfaces: Interfaces = new Map();
  for (const file of ['lib.wx.api.d.ts', 'lib.wx.cloud.d.ts']) {
    const text = fs.readFileSync(path.join(TYPINGS, file), 'utf8');
    collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), interfaces);
  }
  const memberOf = (name: string): Member | undefined => {
    const wx = interfaces.get('Wx');
    const [first = '', second] = name.split('.');
    if (second === undefined) return wx?.get(name);
    if (first === 'cloud') {
      const member = interfaces.get('WxCloud')?.get(second);
      return member && { ...member, since: CLOUD };
    }
    const maker = wx?.get(first.replace('()', ''));
    return maker && interfaces.get(maker.gives)?.get(second);
  };
  return {
    since: (name) => memberOf(name)?.since,
    sinceOfOption: (name, option) => interfaces.get(memberOf(name)?.takes ?? '')?.get(option)?.since,
  };
}

function collect(node: ts.Node, into: Interfaces): void {
  if (!ts.isInterfaceDeclaration(node)) {
    ts.forEachChild(node, (child) => collect(child, into));
    return;
  }
  const members = into.get(node.name.text) ?? new Map<string, Member>();
  into.set(node.name.text, members);
  for (const member of node.members) {
    if (member.name === undefined || !(ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))) continue;
    const before = members.get(member.name.text);
    const comment = member.getFullText().slice(0, member.getLeadingTriviaWidth());
    const since = SINCE.exec(comment)?.[1] ?? before?.since ?? FIRST;
    members.set(member.name.text, {
      since,
      takes: ts.isMethodSignature(member) ? optionsType(member) || (before?.takes ?? '') : '',
      gives: ts.isMethodSignature(member) ? typeName(member.type) : '',
    });
  }
}

/** The type of the options, also where it is written as `<T extends GetImageInfoOption>(option: T)`. */
function optionsType({ parameters: [first], typeParameters }: ts.MethodSignature): string {
  const name = typeName(first?.type);
  const generic = typeParameters?.find((parameter) => parameter.name.text === name);
  return generic === undefined ? name : typeName(generic.constraint);
}

function typeName(type: ts.TypeNode | undefined): string {
  return type !== undefined && ts.isTypeReferenceNode(type) ? type.typeName.getText() : '';
}
