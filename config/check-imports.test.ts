import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// Each run is a process of its own, perhaps on a busy machine.
jest.setTimeout(60_000);

const script = path.resolve(__dirname, 'check-imports.mjs');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imports-'));
let houses = 0;

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function houseWith(files: Record<string, string>): string {
  houses += 1;
  const root = path.join(folder, String(houses));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
  return root;
}

test('a house in order has nothing to answer for', () => {
  const files = {
    'types/ids.ts': "import * as z from 'zod/mini';\nexport const Id = z.string();\n",
    'domain/clock/clock.ts':
      "import { Id } from '../../types/ids';\nexport const clock = (now: number) => [Id, new Date(now)];\n",
    'domain/clock/clock.test.ts':
      "import { a } from '../../test/support/a';\nimport fs from 'node:fs';\nexport default [a, fs, Date.now()];\n",
    'cloudfunctions/platform/database.ts':
      "import cloudbase from '@cloudbase/node-sdk';\nexport const app = cloudbase;\n",
    'cloudfunctions/features/complaint/file.ts':
      "import { app } from '../../platform/database';\nexport const file = app;\n",
    'cloudfunctions/api/index.ts': "import { file } from '../features/complaint/file';\nexport const main = file;\n",
    'src/pages/home/index.tsx':
      "import { clock } from '../../../domain/clock/clock';\nexport default () => <a>{clock(1)} it's require('x')</a>;\n",
    'src/staff/desk/index.tsx': "import Home from '../../pages/home/index';\nexport default Home;\n",
    'localcloud/start.ts': "import { main } from '../cloudfunctions/api/index';\nmain({ serverDate: 1 });\n",
    'test/support/a.ts': "export const a = require('../../localcloud/start');\n",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, houseWith(files)], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('合规');
});

const violations: [why: string, file: string, text: string, line: number][] = [
  ['types stand on nothing', 'types/a.ts', "import '../domain/b';\n", 1],
  [
    'the rulebook does not know the cloud',
    'domain/a.ts',
    "\nimport { b } from '../cloudfunctions/platform/b';\nb();\n",
    2,
  ],
  ['not even by type', 'domain/a.ts', "export type A = import('../cloudfunctions/platform/b').B;\n", 1],
  ['not even lazily', 'domain/a.ts', "export const a = () => import('../cloudfunctions/platform/b');\n", 1],
  ['not even by passing it on', 'domain/a.ts', "export { b } from '../src/b';\nexport const a = 1;\n", 1],
  ['the rulebook uses few packages', 'domain/a.ts', "import Taro from '@tarojs/taro';\nTaro();\n", 1],
  ['the rulebook has no files', 'domain/a.ts', "import fs from 'node:fs';\nfs;\n", 1],
  ['the rulebook has no clock', 'domain/a.ts', 'export const a = 1;\nexport const b = new Date();\n', 2],
  ['the rulebook has no clock, either way', 'domain/a.ts', 'export const b = Date.now();\n', 1],
  ['the rulebook throws no dice', 'domain/a.ts', 'export const b = Math.random();\n', 1],
  ['phones get the small zod', 'types/a.ts', "import { z } from 'zod';\nz;\n", 1],
  ['platform does not know use cases', 'cloudfunctions/platform/a.ts', "import '../features/b';\n", 1],
  ['use cases do not know entries', 'cloudfunctions/features/a.ts', "import '../api/index';\n", 1],
  ['entries do not know each other', 'cloudfunctions/api/index.ts', "import '../web/session';\n", 1],
  [
    'the SDK stays in platform',
    'cloudfunctions/features/a.ts',
    "import cloud from '@cloudbase/node-sdk';\ncloud;\n",
    1,
  ],
  ['the mini program does not know the server', 'src/a.ts', "import '../cloudfunctions/features/b';\n", 1],
  ['the mini program has no Node', 'src/a.ts', "import path from 'path';\npath;\n", 1],
  ['residents do not download staff code', 'src/pages/home/index.tsx', "import '../../staff/desk/list';\n", 1],
  ['production does not know the local cloud', 'cloudfunctions/api/index.ts', "import '../../localcloud/host';\n", 1],
  ['the local cloud does not know tests', 'localcloud/a.ts', "import '../test/support/b';\n", 1],
  [
    'server time is passed in',
    'cloudfunctions/features/a.ts',
    'export const at = (db: { serverDate(): Date }) => db;\n',
    1,
  ],
  ['no barrel', 'domain/index.ts', "export { a } from './a';\nexport * from './b';\n", 1],
  ['no utils', 'src/utils/date.ts', 'export const a = 1;\n', 1],
  ['no helpers', 'domain/helpers.ts', 'export const a = 1;\n', 1],
  ['no manager', 'domain/Manager.ts', 'export const a = 1;\n', 1],
];

describe('each broken rule is found where it is broken', () => {
  let found: { file: string; line: number; why: string }[][] = [];

  // TypeScript takes a while to load, so one process looks at all houses.
  beforeAll(() => {
    const roots = violations.map(([, file, text]) => houseWith({ [file]: text }));
    const ask = `import(process.argv[2]).then((m) => console.log(JSON.stringify(JSON.parse(process.argv[1]).map(m.checkImports))))`;
    const { stdout } = spawnSync(process.execPath, ['-e', ask, JSON.stringify(roots), script], { encoding: 'utf8' });
    found = JSON.parse(stdout);
  });

  test.each(violations.map(([why, file, , line], index) => ({ why, file, line, index })))(
    '$why',
    ({ file, line, index }) => {
      expect(found[index]).toEqual([{ file, line, why: expect.any(String) }]);
    },
  );
});

test('the command names file, line and reason, and fails', () => {
  const root = houseWith({ 'domain/a.ts': 'export const b = Date.now();\n' });
  const { status, stderr } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('domain/a.ts:1 Date.now()');
});
