// What a resident's phone really downloads before the first page stands.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { inspectScript } from '../support/emitted-script';
import { filesUnder, repository } from '../support/files';
import { localCloudIn } from '../support/local-cloud-markers';
import { type StaticSite, serveStatic } from '../support/static-site';

const KB = 1024;
const FIRST_PAGE_BYTES = 220 * KB;
const dist = path.join(repository, 'dist/h5');

describe('the web page as built', () => {
  test('every script runs on the oldest phone and fetches nothing from elsewhere', () => {
    const problems = filesUnder(dist)
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) =>
        inspectScript(fs.readFileSync(path.join(dist, file), 'utf8')).problems.map((what) => `${file}: ${what}`),
      );
    expect(problems).toEqual([]);
  });

  test('no source maps, nothing of the local cloud', () => {
    expect(filesUnder(dist).filter((file) => file.endsWith('.map'))).toEqual([]);
    expect(localCloudIn(dist)).toEqual([]);
  });
});

describe('a resident’s first page', () => {
  let browser: Browser;
  let site: StaticSite;

  beforeAll(async () => {
    if (!fs.existsSync(path.join(dist, 'index.html'))) throw new Error('没有 dist/h5：先运行 npm run build:h5');
    site = await serveStatic(dist);
    browser = await launchChromium();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('is at most 220 KB to download, all of it from our own host', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const loaded: { file: string; bytes: number }[] = [];
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (request.url().startsWith('data:') || request.url().startsWith('blob:')) return;
      if (origin !== site.url) elsewhere.push(request.url());
      const file = path.join(dist, pathname === '/' ? 'index.html' : pathname);
      if (fs.existsSync(file) && fs.statSync(file).isFile()) {
        loaded.push({ file: pathname, bytes: gzipSync(fs.readFileSync(file), { level: 9 }).length });
      }
    });
    await page.route(
      (url) => url.origin !== site.url,
      (route) => route.abort(),
    );
    await page.goto(site.url);
    await page.waitForSelector('.taro_page', { state: 'attached' });
    await page.waitForLoadState('networkidle');

    const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
    console.info(
      `网页首屏 ${Math.round(total / KB)} KB（gzip）：${loaded.map(({ file, bytes }) => `${file} ${bytes}`).join('，')}`,
    );
    expect(elsewhere).toEqual([]);
    expect(loaded.length).toBeGreaterThan(1);
    expect(total).toBeLessThanOrEqual(FIRST_PAGE_BYTES);
  }, 240_000);
});
