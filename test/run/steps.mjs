// What `npm test` consists of. A step is a command that passes or fails as one test, or a Jest project whose
// tests are counted one by one. `needs` names steps that must have passed before.

/**
 * @typedef {object} Step
 * @property {string} name as given to --only
 * @property {string} title
 * @property {string[]} [command] arguments for node
 * @property {string} [jest] the Jest project
 * @property {string[]} [files] only these test files of it
 * @property {'browser'} [prepare] something to make ready instead of a command
 * @property {boolean} [devtools] in WeChat DevTools instead of the runtime: only when asked for by name
 * @property {string[]} [needs]
 * @property {boolean} [fast] part of --fast
 * @property {boolean} [alone] measures time or drives a browser: nothing runs beside it
 */

/** @type {Step[]} */
export const STEPS = [
  { name: 'types', title: '类型检查', command: ['node_modules/typescript/bin/tsc', '--noEmit'], fast: true },
  {
    name: 'lint',
    title: '代码规范',
    command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=100', '.'],
    fast: true,
  },
  { name: 'imports', title: '引入方向', command: ['config/check-imports.mjs'], fast: true },
  { name: 'build-functions', title: '打包云函数', command: ['config/build-functions.mjs'] },
  { name: 'build-weapp', title: '构建小程序', command: ['config/build-app.mjs', 'weapp'] },
  { name: 'unit', title: '单元测试', jest: 'unit', fast: true },
  { name: 'rules', title: '规则证明', jest: 'rules', fast: true },
  { name: 'docs', title: '文档核对', jest: 'docs', fast: true },
  { name: 'build-h5', title: '构建网页', command: ['config/build-app.mjs', 'h5'] },
  { name: 'functions', title: '云函数', jest: 'functions', needs: ['build-functions'] },
  { name: 'weapp', title: '小程序包与运行', jest: 'weapp', needs: ['build-functions', 'build-weapp'] },
  { name: 'simulate', title: '模拟的六十天', jest: 'simulate', needs: ['build-functions'] },
  { name: 'browser', title: '浏览器与中文字体', prepare: 'browser' },
  { name: 'localcloud', title: '本地云', jest: 'localcloud', needs: ['build-functions'], alone: true },
  { name: 'h5', title: '网页', jest: 'h5', needs: ['build-functions', 'build-h5', 'browser'], alone: true },
  {
    name: 'devtools',
    title: '微信开发者工具里的小程序',
    jest: 'weapp',
    files: ['test/weapp/boot.test.ts', 'test/weapp/path.test.ts', 'test/weapp/failures.test.ts'],
    needs: ['build-functions', 'build-weapp'],
    alone: true,
    devtools: true,
  },
];

/**
 * @param {string[]} args of the command line
 * @param {Step[]} steps
 * @returns {Step[]} chosen steps with what they need, in order
 * @throws {Error} on an unknown option or step, with a text for people
 */
export function chooseSteps(args, steps = STEPS) {
  const names = new Set();
  for (let index = 0; index < args.length; index += 1) {
    const [option, inline] = args[index].split('=');
    if (option === '--fast') for (const { name, fast } of steps) fast && names.add(name);
    else if (option === '--only') for (const name of (inline ?? args[++index] ?? '').split(',')) names.add(name.trim());
    else throw new Error(`不认识的参数 ${args[index]}（可用：--fast、--only <步骤,…>）`);
  }
  const unknown = [...names].filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(`没有步骤 ${unknown.join('、')}（可用：${steps.map(({ name }) => name).join('、')}）`);
  }
  if (args.length === 0) return steps.filter(({ devtools }) => !devtools);
  const needed = (name) => [name, ...(steps.find((step) => step.name === name)?.needs ?? []).flatMap(needed)];
  const chosen = new Set([...names].flatMap(needed));
  return steps.filter(({ name }) => chosen.has(name));
}
