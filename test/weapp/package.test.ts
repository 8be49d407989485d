import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesUnder, readJson, repository } from '../support/files';
import { localCloudIn } from '../support/local-cloud-markers';
import { appJsonOf, inspectPackage, pagesOf, sizesOf } from './mini-package';

const KB = 1024;
const dist = path.join(repository, 'dist/weapp');

describe('the package that is uploaded', () => {
  beforeAll(() => {
    if (!fs.existsSync(path.join(dist, 'app.json'))) throw new Error('没有 dist/weapp：先运行 npm run build:weapp');
  });

  test('every script runs on the oldest phone, every page and every reference is there, nothing is fetched from elsewhere', () => {
    expect(inspectPackage(dist)).toEqual([]);
  });

  test('a resident downloads at most 700 KB; every package stays under WeChat’s 2 MB', () => {
    const { main, subPackages, whole } = sizesOf(dist);
    console.info(
      `小程序：主包 ${Math.round(main / KB)} KB，分包 ${JSON.stringify(subPackages)} 字节，总 ${Math.round(whole / KB)} KB`,
    );
    expect(main).toBeLessThanOrEqual(700 * KB);
    for (const bytes of Object.values(subPackages)) expect(bytes).toBeLessThanOrEqual(2048 * KB);
    expect(whole).toBeLessThanOrEqual(2048 * KB);
  });

  test('residents’ pages are in the main package, staff pages are not', () => {
    const { pages, subPackages = [] } = appJsonOf(dist);
    expect(pages.filter((page) => !page.startsWith('pages/'))).toEqual([]);
    expect(subPackages.length).toBeGreaterThan(0);
  });

  test('it asks before it touches what is private, and loads code as needed', () => {
    expect(appJsonOf(dist)).toMatchObject({ __usePrivacyCheck__: true, lazyCodeLoading: 'requiredComponents' });
  });

  test('it is a production build without source maps', () => {
    expect(filesUnder(dist).filter((file) => file.endsWith('.map'))).toEqual([]);
    expect(fs.readFileSync(path.join(dist, 'app.js'), 'utf8')).not.toContain('sourceMappingURL');
  });

  test('nothing of the local cloud is in it', () => {
    expect(localCloudIn(dist)).toEqual([]);
  });

  test('project.config.json points at what the build makes', () => {
    const project = readJson<Record<string, string>>(path.join(repository, 'project.config.json'));
    expect(project).toMatchObject({
      miniprogramRoot: 'dist/weapp/',
      cloudfunctionRoot: 'dist/cloudfunctions/',
      compileType: 'miniprogram',
    });
  });
});

describe('the inspection notices', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mini-package-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  const sound: Record<string, string> = {
    'app.json': JSON.stringify({ pages: ['pages/a/index'], subPackages: [{ root: 'staff', pages: ['b/index'] }] }),
    'app.js': 'require("./taro");var a=1;',
    'app.wxss': '@import "./common.wxss";',
    'common.wxss': '.a{background:url("data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'/%3E")}',
    'taro.js': 'module.exports=function(){}',
    'base.wxml': '<template name="x"/>',
    'pages/a/index.js': 'require("../../app");',
    'pages/a/index.wxml': '<import src="../../base.wxml"/><template is="x"/>',
    'pages/a/index.json': '{"usingComponents":{"comp":"../../comp"}}',
    'comp.wxml': '',
    'staff/b/index.js': '',
    'staff/b/index.wxml': '',
    'staff/b/index.json': '{}',
  };

  function inspected(changes: Record<string, string | undefined>): string[] {
    fs.rmSync(folder, { recursive: true, force: true });
    for (const [file, text] of Object.entries({ ...sound, ...changes })) {
      if (text === undefined) continue;
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    }
    return inspectPackage(folder);
  }

  test('nothing in a sound package', () => {
    expect(inspected({})).toEqual([]);
    expect(pagesOf(appJsonOf(folder))).toEqual(['pages/a/index', 'staff/b/index']);
    expect(sizesOf(folder).subPackages).toEqual({ 'staff/': 2 });
  });

  test.each<[string, Record<string, string | undefined>, string]>([
    ['a script that does not parse', { 'app.js': 'class A{#"x"(){}}' }, 'app.js'],
    ['syntax newer than the phones', { 'app.js': 'var a=b?.c' }, 'app.js'],
    ['a pattern that kills old iPhones', { 'app.js': 'var a=/(?<=x)y/' }, 'app.js'],
    ['a missing page file', { 'staff/b/index.wxml': undefined }, 'staff/b/index.wxml'],
    ['a missing script', { 'taro.js': undefined }, './taro'],
    ['a missing template', { 'base.wxml': undefined }, '../../base.wxml'],
    ['a missing style', { 'common.wxss': undefined }, './common.wxss'],
    ['a missing component', { 'comp.wxml': undefined }, '../../comp'],
    ['a remote font', { 'app.wxss': '@font-face{src:url(//at.alicdn.com/t/font.woff2?t=1)}' }, 'at.alicdn.com'],
    [
      'a remote image in a template',
      { 'comp.wxml': '<image src="https://cdn.example.com/a.png"/>' },
      'cdn.example.com',
    ],
    ['a remote image in a script', { 'app.js': 'var a="https://cdn.example.com/a.png?x=1"' }, 'cdn.example.com'],
    [
      'a missing tab icon',
      { 'app.json': '{"pages":[],"tabBar":{"list":[{"pagePath":"a","iconPath":"tab/a.png"}]}}' },
      'tab/a.png',
    ],
  ])('%s', (_what, changes, named) => {
    expect(inspected(changes)).toEqual([expect.stringContaining(named)]);
  });
});
