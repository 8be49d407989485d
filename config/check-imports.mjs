// Holds the house rules that a linter cannot see: imports run one way only, the rulebook stays pure,
// residents never download staff code, and no file is called utils. `node config/check-imports.mjs [folder]`.
import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What each layer may import, besides itself. Test files may import everything. */
const LAYERS = {
  types: [],
  domain: ['types'],
  platform: ['types', 'domain'],
  features: ['types', 'domain', 'platform'],
  entry: ['types', 'domain', 'platform', 'features'],
  src: ['types', 'domain'],
  config: ['types', 'domain', 'platform', 'features', 'entry'],
  localcloud: ['types', 'domain', 'platform', 'features', 'entry', 'config'],
  test: ['types', 'domain', 'platform', 'features', 'entry', 'src', 'config', 'localcloud'],
};

const FOLDERS = ['types', 'domain', 'cloudfunctions', 'src', 'config', 'localcloud', 'test'];
const PURE_PACKAGES = ['zod/mini', 'chinese-days', 'dayjs'];
const BANNED_NAMES = ['util', 'utils', 'helper', 'helpers', 'manager', 'managers'];
const SOURCE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;
const TEST = /\.test\.(ts|tsx|js|mjs)$/;

/**
 * @typedef {{ file: string; line: number; why: string }} Problem
 * @param {string} root folder of the repository
 * @returns {Problem[]} in order of file and line
 */
export function checkImports(root) {
  return FOLDERS.flatMap((folder) => sourcesUnder(path.join(root, folder)))
    .map((file) => path.relative(root, file).split(path.sep).join('/'))
    .sort()
    .flatMap((file) => checkFile(file, fs.readFileSync(path.join(root, file), 'utf8')));
}

function sourcesUnder(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

function checkFile(file, text) {
  const layer = layerOf(file);
  const isTest = TEST.test(file) || layer === 'test';
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const problems = [];
  const report = (node, why) => {
    const line = node ? source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 : 1;
    problems.push({ file, line, why });
  };

  const banned = file.split('/').find((part) => BANNED_NAMES.includes(part.split('.')[0].toLowerCase()));
  if (banned) report(undefined, `“${banned}” 不说明内容：用所做的事命名`);
  if (isBarrel(source)) report(undefined, '只做转出口的文件（barrel）：直接从定义处引入');

  visit(source, (node) => {
    const specifier = importedBy(node);
    if (specifier) {
      const why = isTest ? undefined : importProblem(file, layer, specifier.text);
      if (why) report(specifier, `${specifier.text}：${why}`);
    }
    if (isTest) return;
    if (layer !== 'localcloud' && ts.isIdentifier(node) && node.text === 'serverDate') {
      report(node, 'serverDate 不可重放、不可测试：时间由 context.now 传入');
    }
    const impure = layer === 'domain' || layer === 'types' ? impurity(node) : undefined;
    if (impure) report(node, `${impure}：规则层不看时钟、不掷骰子，由调用者传入`);
  });
  return problems;
}

function visit(node, look) {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

/** @returns the string literal that names another module, if this node imports one */
function importedBy(node) {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (!ts.isCallExpression(node)) return undefined;
  const [first] = node.arguments;
  if (!first || !ts.isStringLiteralLike(first)) return undefined;
  const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const required = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return dynamic || required ? first : undefined;
}

function importProblem(file, layer, specifier) {
  if (!specifier.startsWith('.')) return packageProblem(layer, specifier);
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const targetLayer = layerOf(target);
  if (targetLayer === undefined) return undefined;
  if (layer === 'src' && !file.startsWith('src/staff/') && target.startsWith('src/staff')) {
    return '主包不能引入员工分包：住户不该下载它';
  }
  if (layer === 'entry' && targetLayer === 'entry' && folderOf(file) !== folderOf(target)) {
    return '一个云函数入口不能引入另一个入口';
  }
  if (layer === targetLayer || LAYERS[layer].includes(targetLayer)) return undefined;
  return `${layer} 不能引入 ${targetLayer}（允许：${[layer, ...LAYERS[layer]].join('、')}）`;
}

function packageProblem(layer, specifier) {
  const client = layer === 'types' || layer === 'domain' || layer === 'src';
  if (specifier === '@cloudbase/node-sdk' && layer !== 'platform') return '只有 cloudfunctions/platform 可以碰 SDK';
  if (client && specifier === 'zod') return '会进小程序的代码用 zod/mini（小 60 KB）';
  if (client && isBuiltin(specifier)) return '会进小程序的代码不能用 Node 内置模块';
  if ((layer === 'types' || layer === 'domain') && !PURE_PACKAGES.includes(specifier)) {
    return `规则层只能用 ${PURE_PACKAGES.join('、')}`;
  }
  return undefined;
}

function layerOf(file) {
  const [top, second] = file.split('/');
  if (top !== 'cloudfunctions') return top in LAYERS ? top : undefined;
  return second === 'platform' || second === 'features' ? second : 'entry';
}

function folderOf(file) {
  return file.split('/').slice(0, 2).join('/');
}

function isBarrel(source) {
  return (
    source.statements.length > 0 &&
    source.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier)
  );
}

function impurity(node) {
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) return 'new Date()';
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression: owner, name } = node.expression;
  if (isNamed(owner, 'Date') && name.text === 'now') return 'Date.now()';
  if (isNamed(owner, 'Math') && name.text === 'random') return 'Math.random()';
  return undefined;
}

function isNamed(node, name) {
  return ts.isIdentifier(node) && node.text === name;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.resolve(process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
  const problems = checkImports(root);
  for (const { file, line, why } of problems) console.error(`${file}:${line} ${why}`);
  if (problems.length > 0) {
    console.error(`引入方向：${problems.length} 处不合规`);
    process.exit(1);
  }
  console.log('引入方向：合规');
}
