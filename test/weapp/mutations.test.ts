/** The harness can fail: each seeded breakage of the production package is caught, by opening its pages or by filing. */
import { startTestCloud, type TestCloud } from '../support/estate';
import { boot } from './boot';
import { openRuntimePhones } from './drive/runtime-phones';
import { lineOf } from './estate-line';
import { before, type Change, gone, json, replaced, seeded } from './seeded';

const PATIENCE_MS = 3000;
const HOME = 'pages/home/index.js';

let estate: TestCloud;
beforeAll(async () => {
  estate = await startTestCloud();
}, 240_000);
afterAll(() => estate?.close());

/** What is found by opening every page, and then by filing a complaint. */
async function problemsOf(folder: string): Promise<string[]> {
  const resident = await estate.resident('wang');
  const { problems } = await boot({
    folder,
    line: lineOf(estate, resident),
    patienceMs: PATIENCE_MS,
    stopAtFirst: true,
  });
  if (problems.length > 0) return problems;
  const phones = openRuntimePhones(estate, folder, PATIENCE_MS);
  try {
    const phone = await phones.of(resident);
    await phone.press(/^我要投诉/);
    await phone.isOn('pages/file/index');
    await phone.write('发生了什么', '中心花园的喷泉半夜还在放音乐');
    await phone.choose('在哪里', '中心花园');
    await phone.press('提交投诉');
    await phone.sees(/CH-\d{6}-\d{4}/);
    return phones.problems();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await phones.close();
  }
}

test('the package as built has none', async () => {
  const { folder, remove } = seeded({ 'not-used.txt': () => 'nothing' });
  expect(await problemsOf(folder)).toEqual([]);
  remove();
}, 240_000);

const later = (work: string) => before(`setTimeout(function () { ${work} }, 1);`);

test.each<[string, Record<string, Change>, string | RegExp]>([
  ['a page reaches for the document', { [HOME]: before('document.title;') }, 'document is not defined'],
  ['the app reaches for fetch', { 'app.js': before('fetch("/x");') }, 'fetch is not defined'],
  ['a page makes a URL', { [HOME]: before('new URL("https://a");') }, 'URL is not defined'],
  ['a page encodes text', { [HOME]: before('new TextEncoder();') }, 'TextEncoder is not defined'],
  ['a script reads the environment of Node', { 'common.js': before('process.env.X;') }, 'process is not defined'],
  ['a page uses what phones don’t have yet', { [HOME]: before('[2, 1].toSorted();') }, 'toSorted is not a function'],
  ['a page throws later', { [HOME]: later('null.x;') }, /setTimeout.*null/],
  ['a page complains to the console', { [HOME]: later('console.error("broken");') }, 'console.error：broken'],
  ['a page asks WeChat for what it has not', { [HOME]: before('wx.getUserProfileNow && 1;') }, 'wx.getUserProfileNow'],
  ['a shared script is not in the package', { 'vendors.js': gone }, 'vendors.js'],
  ['a page’s script never calls Page()', { [HOME]: () => '' }, 'pages/home/index.js 没有调用 Page()'],
  ['a page’s script is not in the package', { [HOME]: gone }, HOME],
  [
    'app.json names a page that isn’t there',
    { 'app.json': json((app) => ({ ...app, pages: ['pages/none/index'] })) },
    'pages/none/index',
  ],
  ['an expression in a template is broken', { 'base.wxml': replaced('{{i.cl}}', '{{i. +}}') }, 'base.wxml'],
  ['a tag is left open', { 'comp.wxml': (text) => `${text}<view>` }, 'comp.wxml'],
  ['a tag that WeChat doesn’t know', { 'comp.wxml': (text) => `${text}<veiw></veiw>` }, '<veiw>'],
  ['the helper script of the templates is empty', { 'utils.wxs': () => 'module.exports = {}' }, /pages\/home\/index/],
  [
    'taps call a handler that isn’t there',
    { 'base.wxml': replaced(/bindtap="eh"/g, 'bindtap="eeh"') },
    /没有等到页面 pages\/file\/index/,
  ],
  [
    'the text area is missing from the templates',
    { 'base.wxml': replaced(/(<\/?)textarea\b/g, '$1view') },
    '输入框“发生了什么”',
  ],
  ['typing is not heard', { 'base.wxml': replaced(/bindinput="eh"/g, '') }, '没有等到文字'],
  ['labels don’t reach the screen reader', { 'base.wxml': replaced(/aria-label="[^"]*"/g, '') }, '“发生了什么”'],
  [
    'the cloud function has another name',
    { 'common.js': replaced('name:"api"', 'name:"apis"') },
    /一直在加载|没有等到|网络/,
  ],
])(
  '%s',
  async (_what, changes, named) => {
    const { folder, remove } = seeded(changes);
    try {
      expect((await problemsOf(folder)).join('\n')).toMatch(named);
    } finally {
      remove();
    }
  },
  60_000,
);
