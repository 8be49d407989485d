// The H5 site and what lies on disk.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aLocalCloud, type Running } from './a-local-cloud';

let folder: string;
let running: Running;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'js'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>回音</title>');
  writeFileSync(join(folder, 'js/app.1a2b3c4d.js'), `const text = '${'x'.repeat(5000)}';`);
  running = await aLocalCloud({ durable: false, h5Dir: folder });
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${running.cloud.url}${path}`, { headers });

test('the first page is asked for every time, hashed files never again', async () => {
  const page = await get('/');
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(await page.text()).toContain('回音');
  expect((await get('/', { 'if-none-match': String(page.headers.get('etag')) })).status).toBe(304);
  const script = await get('/js/app.1a2b3c4d.js', { 'accept-encoding': 'gzip' });
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('content-encoding')).toBe('gzip');
  expect(Number(script.headers.get('content-length'))).toBeLessThan(500);
  expect((await script.text()).startsWith("const text = 'xxx")).toBe(true);
});

test('nothing outside the site is served', async () => {
  expect((await get('/js/missing.js')).status).toBe(404);
  expect((await get('/%2e%2e/secrets.json')).status).toBe(404);
  expect((await get('/..%2fsecrets.json')).status).toBe(404);
});

test('secrets are made once and readable by their owner only', () => {
  const file = join(running.dataDir, 'secrets.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { DATA_KEY } = JSON.parse(readFileSync(file, 'utf8')) as { DATA_KEY: string };
  expect(Buffer.from(DATA_KEY, 'base64')).toHaveLength(32);
});
