/** The built package passes every gate, and each gate reports the faults that are put into a copy of it. */
import fs from 'node:fs';
import { openPackage } from '../mini-package';
import { before, type Change, gone, json, replaced, seeded } from '../seeded';
import { WEAPP_DIR } from '../weapp-dir';
import { GATES, type GateName, LINUX_GATES } from './all-gates';
import { highestNeed, STATED_BASE_LIBRARY } from './base-library';
import { gateProblemText } from './problem';
import { whyNoCompilers } from './wechat-compilers';

const ALL = { ...GATES, ...LINUX_GATES };
const HOME = 'pages/home/index';
const noCompilers = whyNoCompilers();
const onLinux = (name: string) => name in LINUX_GATES;
const titled = (name: string) => (onLinux(name) && noCompilers ? `${name}（${noCompilers}）` : name);

function problems(name: GateName, folder: string): string[] {
  return ALL[name](openPackage(folder)).map(gateProblemText);
}

beforeAll(() => {
  if (!fs.existsSync(`${WEAPP_DIR}/app.json`)) throw new Error('没有 dist/weapp：先运行 npm run build:weapp');
});

describe('the package as built passes', () => {
  for (const name of Object.keys(ALL) as GateName[]) {
    const run = onLinux(name) && noCompilers ? test.skip : test;
    run(titled(name), () => expect(problems(name, WEAPP_DIR)).toEqual([]));
  }

  test('no phone is left out without a reason: the stated base library is the lowest that has what is used', () => {
    const { version, names } = highestNeed(openPackage(WEAPP_DIR));
    expect({ version, names }).toEqual({ version: STATED_BASE_LIBRARY, names: expect.anything() });
  });
});

type App = Record<string, unknown>;
const app = (change: (value: App) => object) => ({ 'app.json': json(change) });
const added =
  (text: string): Change =>
  (old) =>
    `${old}${text}`;
const bar = (more: object, tab: object = {}) =>
  app((value) => ({
    ...value,
    tabBar: {
      list: [
        { pagePath: HOME, text: '首页', ...tab },
        { pagePath: 'pages/mine/index', text: '我的' },
      ],
      ...more,
    },
  }));
const code = (line: string) => ({ [`${HOME}.js`]: before(line) });

const SEEDED: [GateName, string, Record<string, Change>, string | RegExp][] = [
  ['wcc', 'a tag is left open', { 'comp.wxml': added('<view>') }, /comp\.wxml/],
  ['wcc', 'an expression is broken', { 'base.wxml': replaced('{{i.cl}}', '{{i. +}}') }, /base\.wxml \d+:\d+/],
  ['wcsc', 'a selector for everything', { 'common.wxss': added('*{color:red}') }, /common\.wxss .*\*/],
  ['wcsc', 'a brace is left open', { 'common.wxss': added('.a{color:red') }, 'wxss'],
  ['wcsc', 'a local picture', { 'common.wxss': added('.a{background:url(./a.png)}') }, '本地图片'],
  ['templates', 'a tag is left open', { 'comp.wxml': added('<view>') }, 'comp.wxml'],
  ['templates', 'an expression is broken', { 'base.wxml': replaced('{{i.cl}}', '{{i. +}}') }, 'base.wxml'],
  ['templates', 'an unknown tag', { 'comp.wxml': added('<veiw></veiw>') }, '<veiw>'],
  ['selectors', 'a selector for everything', { 'common.wxss': added('.a *{color:red}') }, 'common.wxss .a *：'],
  ['selectors', 'a sibling', { 'common.wxss': added('.a ~ .b{color:red}') }, '.a ~ .b'],
  ['selectors', 'nested rules', { 'common.wxss': added('.a{&:active{color:red}}') }, '&:active'],
  ['selectors', 'an escaped class', { 'common.wxss': added('.w-1\\/2{width:50%}') }, 'w-1'],
  ['selectors', 'a layer', { 'common.wxss': added('@layer x{.a{color:red}}') }, '@layer'],
  ['selectors', 'a brace is left open', { 'common.wxss': added('.a{color:red') }, 'common.wxss：样式读不出来'],
  [
    'size',
    'the main package is over our budget',
    { 'big.txt': () => 'x'.repeat(300 * 1024) },
    /^主包：\d+ KB，超过自定/,
  ],
  [
    'size',
    'the main package is over WeChat’s limit',
    { 'big.txt': () => 'x'.repeat(2 << 20) },
    /主包.*微信的上限 2048/,
  ],
  ['size', 'a subpackage is', { 'staff/big.txt': () => 'x'.repeat(2 << 20) }, '分包 staff/：'],
  ['size', 'the whole is', { 'staff/big.txt': () => 'x'.repeat(20 << 20) }, '全部：'],
  ['configuration', 'an unknown key', app((value) => ({ ...value, pagse: [] })), 'app.json pagse：'],
  ['configuration', 'a wrong value', app((value) => ({ ...value, lazyCodeLoading: 'all' })), 'lazyCodeLoading：'],
  ['configuration', 'no lazy loading', app(({ lazyCodeLoading: _, ...value }) => value), 'lazyCodeLoading：没有写'],
  [
    'configuration',
    'a colour by its name',
    app((value) => ({ ...value, window: { ...Object(value['window']), backgroundColor: 'white' } })),
    'window.backgroundColor："white" 不是十六进制颜色',
  ],
  [
    'configuration',
    'an unknown key of a page',
    { [`${HOME}.json`]: json((page) => ({ ...page, title: '首页' })) },
    `${HOME}.json title：`,
  ],
  [
    'configuration',
    'an unknown key of a component',
    { 'comp.json': json((component) => ({ ...component, enablePullDownRefresh: true })) },
    'comp.json enablePullDownRefresh：',
  ],
  ['pageFiles', 'a page without template', { [`${HOME}.wxml`]: gone }, `${HOME}.wxml`],
  ['pageFiles', 'a page without script', { 'staff/desk/index.js': gone }, 'staff/desk/index.js'],
  ['pageFiles', 'a page without JSON', { [`${HOME}.json`]: gone }, `${HOME}.json`],
  [
    'pageFiles',
    'a page that nobody made',
    app((value) => ({ ...value, pages: [HOME, 'pages/none/index'] })),
    'pages/none/index',
  ],
  [
    'pageFiles',
    'a page in two packages',
    app((value) => ({ ...value, pages: [HOME, 'staff/desk/index'] })),
    'staff/desk/index：这一页登记了两次',
  ],
  ['references', 'a script that isn’t there', { 'vendors.js': gone }, 'vendors'],
  ['references', 'a template that isn’t there', { 'base.wxml': gone }, 'base.wxml'],
  ['references', 'a style that isn’t there', { 'app-origin.wxss': gone }, 'app-origin.wxss'],
  ['references', 'a component that isn’t there', { 'comp.json': gone }, 'usingComponents.comp'],
  [
    'permissions',
    'an unknown scope',
    app((value) => ({ ...value, permission: { 'scope.photos': { desc: '选照片' } } })),
    'permission.scope.photos：没有这种权限',
  ],
  [
    'permissions',
    'a permission nobody uses',
    app((value) => ({ ...value, permission: { 'scope.userLocation': { desc: '找到小区' } } })),
    'permission.scope.userLocation：声明了',
  ],
  [
    'permissions',
    'an unknown private interface',
    app((value) => ({ ...value, requiredPrivateInfos: ['chooseMedia'] })),
    'requiredPrivateInfos：没有这一项 chooseMedia',
  ],
  [
    'permissions',
    'a declared one that nobody uses',
    app((value) => ({ ...value, requiredPrivateInfos: ['getLocation'] })),
    'getLocation 声明了',
  ],
  ['permissions', 'a place that is asked for unsaid', code('wx.getLocation({});'), '用到了 wx.getLocation'],
  ['sitemap', 'no sitemap', { 'sitemap.json': gone }, '文件不存在 sitemap.json'],
  ['sitemap', 'none named', app(({ sitemapLocation: _, ...value }) => value), 'sitemapLocation：没有写'],
  [
    'sitemap',
    'an unknown action',
    { 'sitemap.json': json(() => ({ rules: [{ action: 'hide', page: '*' }] })) },
    'rules[0].action',
  ],
  [
    'sitemap',
    'a page that isn’t there',
    { 'sitemap.json': json(() => ({ rules: [{ action: 'allow', page: 'pages/none/index' }] })) },
    'rules[0].page：没有这一页',
  ],
  ['tabBar', 'an icon that isn’t there', bar({}, { iconPath: 'tab/home.png' }), 'list[0].iconPath：图标不存在'],
  ['tabBar', 'a remote icon', bar({}, { iconPath: 'https://cdn.example.com/a.png' }), '图标不能是远程的'],
  ['tabBar', 'a vector icon', bar({}, { selectedIconPath: 'tab/home.svg' }), '图标只能是 png'],
  [
    'tabBar',
    'an icon that is too heavy',
    { ...bar({}, { iconPath: 'tab/home.png' }), 'tab/home.png': () => 'x'.repeat(41 * 1024) },
    '超过 40 KB',
  ],
  ['tabBar', 'a page of a subpackage', bar({}, { pagePath: 'staff/desk/index' }), '主包里没有页面 staff/desk/index'],
  ['tabBar', 'one tab', bar({ list: [{ pagePath: HOME, text: '首页' }] }), '1 个标签'],
  ['tabBar', 'a colour by its name', bar({ color: 'red' }), 'tabBar.color：'],
  ['tabBar', 'a bar of its own that isn’t there', bar({ custom: true }), 'custom-tab-bar/index'],
  [
    'privacy',
    'an interface that isn’t declared',
    code('wx.chooseAddress({});'),
    'wx.chooseAddress 没有在 docs/PRIVACY.md',
  ],
  [
    'privacy',
    'one by Taro',
    { 'common.js': replaced('().chooseMedia(', '().chooseImage(') },
    'wx.chooseImage 没有在 docs/PRIVACY.md',
  ],
  [
    'privacy',
    'one whose name is taken apart',
    code('var { getClipboardData: read } = wx; read({});'),
    'wx.getClipboardData 没有在',
  ],
  [
    'privacy',
    'a declared one that isn’t used',
    { 'common.js': replaced('().setClipboardData(', '().setStorage(') },
    'docs/PRIVACY.md wx.setClipboardData：声明了',
  ],
  [
    'privacy',
    'WeChat isn’t told to ask',
    app((value) => ({ ...value, __usePrivacyCheck__: false })),
    'app.json __usePrivacyCheck__：',
  ],
  [
    'privacy',
    'the phone number by a button',
    code('var b = { openType: "getPhoneNumber" };'),
    'open-type=getPhoneNumber',
  ],
  ['privacy', 'a camera', { 'comp.wxml': added('<camera></camera>') }, 'comp.wxml <camera>：'],
  [
    'assets',
    'a remote picture in a template',
    { 'comp.wxml': added('<image src="https://cdn.example.com/a.png"/>') },
    'comp.wxml https://cdn.example.com/a.png：',
  ],
  [
    'assets',
    'a remote font',
    { 'common.wxss': added('@font-face{src:url(//at.alicdn.com/t/f.woff2)}') },
    'at.alicdn.com',
  ],
  ['assets', 'a remote picture in a script', code('var a = "https://cdn.example.com/a";'), 'https://cdn.example.com/a'],
  ['assets', 'one in a template string', code('var a = `//cdn.example.com/a.png`;'), '//cdn.example.com/'],
  ['assets', 'a local picture in a style', { 'common.wxss': added('.a{background:url("./a.png")}') }, 'url(./a.png)'],
  [
    'assets',
    'one that the compiler has marked',
    { 'common.wxss': added('.a{background:url(https://x.example.com/a-do-not-use-local-path-b)}') },
    'do-not-use-local-path',
  ],
  [
    'baseLibrary',
    'a function that came later',
    code('wx.getDeviceBenchmarkInfo({});'),
    /wx\.getDeviceBenchmarkInfo 要基础库 3\./,
  ],
  ['baseLibrary', 'a function that WeChat hasn’t got', code('wx.chooseEverything();'), '微信没有 wx.chooseEverything'],
  [
    'baseLibrary',
    'a tag that came later',
    { 'comp.wxml': added('<snapshot></snapshot>') },
    '<snapshot> 要基础库 3.0.0',
  ],
  ['baseLibrary', 'a name that is computed', code('var k = "a"; wx[k]();'), /index\.js \d+:\d+：读不出/],
  ['scriptSyntax', 'syntax newer than the phones', code('var a = b?.c;'), `${HOME}.js`],
  ['scriptSyntax', 'a script that does not parse', code('class A { #"x"() {} }'), `${HOME}.js`],
  ['scriptSyntax', 'a pattern that kills old iPhones', code('var a = /(?<=x)y/;'), '后行断言'],
];

describe('a seeded fault is reported by its gate, with its place', () => {
  for (const [name, what, changes, named] of SEEDED) {
    const run = onLinux(name) && noCompilers ? test.skip : test;
    run(`${titled(name)}: ${what}`, () => {
      const { folder, remove } = seeded(changes);
      try {
        expect(problems(name, folder).join('\n')).toMatch(named);
      } finally {
        remove();
      }
    });
  }

  test('every gate has one', () => {
    expect(Object.keys(ALL).filter((name) => !SEEDED.some(([seeds]) => seeds === name))).toEqual([]);
  });
});

test('where WeChat’s compilers can’t run, it is said', () => {
  expect(whyNoCompilers('linux', 'x64')).toBeUndefined();
  expect(whyNoCompilers('darwin', 'arm64')).toContain('darwin arm64');
  expect(whyNoCompilers('linux', 'arm64')).toContain('linux arm64');
});
