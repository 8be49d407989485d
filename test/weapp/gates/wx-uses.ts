// Which of WeChat's functions the built scripts use. Taro keeps lists of all names there are, so names alone say
// nothing: a use is what is reached through Taro's module, resolved by scope, or through the global `wx`.
import { parseSync, type NodePath, traverse, types } from '@babel/core';
import type { Package } from '../mini-package';

export interface WxUse {
  file: string;
  /** line:column */
  where: string;
  /** `chooseMedia`, `cloud.callFunction`, `getFileSystemManager().writeFile`. */
  name: string;
  /** Keys of the options that are written at the call. */
  options: string[];
}

export interface WxUses {
  uses: WxUse[];
  /** Uses whose name can't be read: none, or the gates know less than they say. */
  unreadable: Omit<WxUse, 'name' | 'options'>[];
}

/** Of webpack, which keeps its chunks there. */
const NOT_WECHATS = 'webpackJsonp';
/** Taro's own, no function of WeChat. */
const TAROS = /^(?:use[A-Z]\w*|initPxTransform|pxTransform|eventCenter|getCurrentInstance|getEnv|ENV_TYPE)$/;
const RETURNS_A_THING = /^(?:get|create)\w*(?:Manager|Context|Query|Observer|Session|Ad)$/;
const TARO_MODULE = 'initNativeApi';

export function wxUsesOf(pack: Package): WxUses {
  const scripts = pack.ending('.js').map(({ file, text }) => ({ file, script: readScript(text) }));
  const taroIds = new Set(scripts.flatMap(({ script }) => script.taroModules));
  if (taroIds.size === 0) throw new Error('包里找不到 Taro 的模块：test/weapp/gates/wx-uses.ts 要跟上 Taro 的新写法');
  const found: WxUses = { uses: [], unreadable: [] };
  for (const { file, script } of scripts) {
    for (const { through, where, named } of script.found) {
      if (through !== 'wx' && !taroIds.has(through)) continue;
      const ours = named?.filter(({ name }) => name !== NOT_WECHATS && !TAROS.test(name));
      if (ours) found.uses.push(...ours.map((use) => ({ file, where, ...use })));
      // Where Taro's module stands it takes hold of the whole of `wx`.
      else if (script.taroModules.length === 0) found.unreadable.push({ file, where });
    }
  }
  return found;
}

interface Script {
  /** Numbers (or names) under which webpack keeps what `import Taro from '@tarojs/taro'` gives. */
  taroModules: string[];
  /** Everything that is reached through `wx` or through a module of webpack, by its number. */
  found: { through: string; where: string; named: Named[] | undefined }[];
}

/** The same scripts are looked at by several gates, and in copies with something else broken. */
const read = new Map<string, Script>();

function readScript(text: string): Script {
  const known = read.get(text);
  if (known) return known;
  const script: Script = { taroModules: [], found: [] };
  const ast = parseSync(text, { configFile: false, babelrc: false, sourceType: 'script' });
  if (ast === null) throw new Error('脚本读不出来');
  traverse(ast, {
    StringLiteral(path) {
      const { parent, node } = path;
      if (node.value !== TARO_MODULE || !types.isCallExpression(parent) || !isCallOfCall(parent.callee)) return;
      const property = path.findParent((above) => isWebpackModule(above))?.parent;
      if (types.isObjectProperty(property)) script.taroModules.push(keyOf(property.key));
    },
    Identifier(path) {
      // Asking whether there is a `wx` uses nothing of it.
      if (types.isUnaryExpression(path.parent, { operator: 'typeof' })) return;
      const held = path.isReferenced() ? holder(path) : undefined;
      const start = held?.getter ? path.parentPath : path;
      if (held === undefined || start === null || (held.getter && !isCallOf(start, path))) return;
      const { line = 0, column = 0 } = path.node.loc?.start ?? {};
      script.found.push({ through: held.through, where: `${line}:${column + 1}`, named: namesFrom(start) });
    },
  });
  read.set(text, script);
  return script;
}

/** hooks.call('initNativeApi', Taro): that is where the module hands itself over to be filled. */
const isCallOfCall = (callee: types.Node): boolean =>
  types.isMemberExpression(callee) && types.isIdentifier(callee.property, { name: 'call' });

const isWebpackModule = (path: NodePath): boolean =>
  path.isFunction() && types.isObjectProperty(path.parent) && path.node.params.length <= 3;

const keyOf = (key: types.Node): string =>
  types.isIdentifier(key) ? key.name : types.isStringLiteral(key) || types.isNumericLiteral(key) ? `${key.value}` : '';

interface Held {
  /** `wx`, or the number of a module. */
  through: string;
  /** The name is the function of webpack that returns it. */
  getter: boolean;
}

/** What a name stands for. */
function holder(path: NodePath<types.Identifier>): Held | undefined {
  const binding = path.scope.getBinding(path.node.name);
  if (binding === undefined) return path.node.name === 'wx' ? { through: 'wx', getter: false } : undefined;
  const init = initOf(binding.path);
  if (!types.isCallExpression(init)) return undefined;
  const [argument] = init.arguments;
  // r = t(4000): the module. Its use in t.n(r) is what the getter is made of.
  if (types.isIdentifier(init.callee)) {
    const { parent } = path;
    const through = argument ? keyOf(argument) : '';
    return types.isCallExpression(parent) && isGetterMaker(parent.callee) ? undefined : { through, getter: false };
  }
  // s = t.n(r): s() is what the module gives.
  if (!isGetterMaker(init.callee) || !types.isIdentifier(argument)) return undefined;
  const from = initOf(binding.path.scope.getBinding(argument.name)?.path);
  const id = types.isCallExpression(from) ? from.arguments[0] : undefined;
  return id && { through: keyOf(id), getter: true };
}

const initOf = (path: NodePath | undefined): types.Node | null | undefined =>
  path?.isVariableDeclarator() ? path.node.init : undefined;

const isGetterMaker = (callee: types.Node): boolean =>
  types.isMemberExpression(callee) && types.isIdentifier(callee.property, { name: 'n' });

const isCallOf = (path: NodePath, callee: NodePath): boolean =>
  path.isCallExpression() && path.node.callee === callee.node && path.node.arguments.length === 0;

type Named = Pick<WxUse, 'name' | 'options'>;

/** The names that are reached from an expression that is Taro or `wx`; undefined when they can't be read. */
function namesFrom(path: NodePath): Named[] | undefined {
  const { parent, parentPath } = path;
  if (types.isVariableDeclarator(parent) && types.isObjectPattern(parent.id)) {
    const keys = parent.id.properties.map((property) =>
      types.isObjectProperty(property) && !property.computed ? keyOf(property.key) : '',
    );
    return keys.includes('') ? undefined : keys.map((name) => ({ name, options: [] }));
  }
  const name = memberOf(path);
  if (name === undefined || parentPath === null) return undefined;
  const called = types.isCallExpression(parentPath.parent) && parentPath.parent.callee === parent;
  const inner = called && RETURNS_A_THING.test(name) ? parentPath.parentPath : name === 'cloud' ? parentPath : null;
  const next = inner === null ? undefined : memberOf(inner);
  if (inner?.parentPath && next !== undefined) {
    return [
      { name: called ? `${name}().${next}` : `${name}.${next}`, options: optionsOf(inner.parentPath) },
      ...(called ? [{ name, options: [] }] : []),
    ];
  }
  return [{ name, options: optionsOf(parentPath) }];
}

/** The property that is read from an expression, when it can be read. */
function memberOf({ node, parent }: NodePath): string | undefined {
  if (!types.isMemberExpression(parent) || parent.object !== node) return undefined;
  if (!parent.computed && types.isIdentifier(parent.property)) return parent.property.name;
  return types.isStringLiteral(parent.property) ? parent.property.value : undefined;
}

function optionsOf({ node, parent }: NodePath): string[] {
  if (!types.isCallExpression(parent) || parent.callee !== node) return [];
  const [options] = parent.arguments;
  if (!types.isObjectExpression(options)) return [];
  return options.properties.flatMap((property) =>
    types.isObjectProperty(property) || types.isObjectMethod(property) ? [keyOf(property.key)] : [],
  );
}
