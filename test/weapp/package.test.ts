// What the built package is, beyond the gates (gates/gates.test.ts).
import fs from 'node:fs';
import path from 'node:path';
import project from '../../project.config.json';
import { filesUnder } from '../support/files';
import { localCloudIn } from '../support/local-cloud-markers';
import { openPackage, pagesOf, sizesOf } from './mini-package';
import { seeded } from './seeded';
import { WEAPP_DIR } from './weapp-dir';

const kb = (bytes: number) => `${Math.round(bytes / 1024)} KB`;

describe('the package that is uploaded', () => {
  test('is as small as it is: the sizes, for who reads the log', () => {
    const { main, subPackages, whole } = sizesOf(openPackage(WEAPP_DIR));
    const parts = Object.entries(subPackages).map(([root, bytes]) => `分包 ${root} ${kb(bytes)}`);
    console.info(`小程序：主包 ${kb(main)}，${parts.join('，')}，共 ${kb(whole)}`);
    expect(main + Object.values(subPackages).reduce((sum, bytes) => sum + bytes, 0)).toBe(whole);
  });

  test('residents’ pages are in the main package, staff pages are not', () => {
    const { pages, subPackages = [] } = openPackage(WEAPP_DIR).app;
    expect(pages.filter((page) => !page.startsWith('pages/'))).toEqual([]);
    expect(subPackages.length).toBeGreaterThan(0);
  });

  test('it is a production build without source maps', () => {
    expect(filesUnder(WEAPP_DIR).filter((file) => file.endsWith('.map'))).toEqual([]);
    expect(fs.readFileSync(path.join(WEAPP_DIR, 'app.js'), 'utf8')).not.toContain('sourceMappingURL');
  });

  test('nothing of the local cloud is in it', () => {
    expect(localCloudIn(WEAPP_DIR)).toEqual([]);
  });

  test('project.config.json points at what the build makes, and has WeChat change nothing of it', () => {
    expect(project).toMatchObject({
      miniprogramRoot: 'dist/weapp/',
      cloudfunctionRoot: 'dist/cloudfunctions/',
      compileType: 'miniprogram',
      setting: { es6: false, enhance: false, postcss: false, minified: false },
    });
  });
});

test('pages and sizes are read from app.json, so that a new page needs no mention here', () => {
  const { folder, remove } = seeded({
    'app.json': () =>
      JSON.stringify({ pages: ['pages/new/index'], subPackages: [{ root: 'more', pages: ['b/index'] }] }),
    'more/b/index.js': () => '12',
  });
  try {
    const pack = openPackage(folder);
    expect(pagesOf(pack.app)).toEqual(['pages/new/index', 'more/b/index']);
    expect(sizesOf(pack).subPackages).toEqual({ 'more/': 2 });
  } finally {
    remove();
  }
});
