import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isInstalled } from './installed.mjs';

let root: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'installed-'));
  fs.mkdirSync(path.join(root, 'node_modules'));
});

afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

type Entry = { version: string; optional?: boolean };

function lock(packages: Record<string, Entry>) {
  fs.writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
}

function installed(packages: Record<string, Entry>) {
  fs.writeFileSync(path.join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

test('nothing installed', () => {
  lock({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(false);
});

test('installed by hand, without the binaries of other platforms', () => {
  lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-windows': { version: '1.0.0', optional: true } });
  installed({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(true);
  expect(fs.existsSync(path.join(root, 'node_modules/.huiyin-lock'))).toBe(true);
});

test.each([
  ['a package is missing', {}],
  ['a package is another version', { 'node_modules/a': { version: '1.0.1' } }],
  ['a package is left over', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }],
])('stale: %s', (_why, there) => {
  lock({ 'node_modules/a': { version: '1.0.0' } });
  installed(there);
  expect(isInstalled(root)).toBe(false);
});

test('a lock that changed since is noticed', () => {
  lock({ 'node_modules/a': { version: '1.0.0' } });
  installed({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(true);
  lock({ 'node_modules/a': { version: '2.0.0' } });
  expect(isInstalled(root)).toBe(false);
});
