import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// Each run is a process of its own, perhaps on a busy machine.
jest.setTimeout(60_000);

const script = path.resolve(__dirname, 'build-functions.mjs');
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'functions-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string) {
  const target = path.join(folder, 'from', file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

function run() {
  return spawnSync(process.execPath, [script, '--from', path.join(folder, 'from'), '--to', path.join(folder, 'to')], {
    encoding: 'utf8',
  });
}

test('each folder with an entry and a config becomes one runnable file with its manifest', () => {
  write(
    'greet/index.ts',
    "import { word } from '../words/word';\nexport const main = async (): Promise<string> => word;\n",
  );
  write('greet/config.json', '{"permissions":{"openapi":[]},"triggers":[],"timeout":20}');
  write('words/word.ts', "export const word: string = '回音';\n");

  expect(run()).toMatchObject({ status: 0, stderr: '' });
  expect(fs.readdirSync(path.join(folder, 'to'))).toEqual(['greet']);
  expect(fs.readdirSync(path.join(folder, 'to/greet')).sort()).toEqual(['config.json', 'index.js', 'package.json']);
  const said = spawnSync(process.execPath, ['-e', "require('./to/greet').main().then(console.log)"], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(said.stdout.trim()).toBe('回音');
  expect(JSON.parse(fs.readFileSync(path.join(folder, 'to/greet/package.json'), 'utf8'))).toMatchObject({
    main: 'index.js',
    dependencies: {},
  });
});

test('the weights of the classifier lie beside the bundle of a function that classifies, not in it', () => {
  const classify = path.resolve(__dirname, '../domain/classify/classify');
  write(
    'guess/index.ts',
    `import { classify } from '${classify}';\nexport const main = async () => classify('电梯困人').category.value;\n`,
  );
  write('guess/config.json', '{}');

  expect(run()).toMatchObject({ status: 0, stderr: '' });
  expect(fs.readdirSync(path.join(folder, 'to/guess')).sort()).toContain('model.json');
  expect(fs.statSync(path.join(folder, 'to/guess/index.js')).size).toBeLessThan(200_000);
  const said = spawnSync(process.execPath, ['-e', "require('./to/guess').main().then(console.log)"], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(said.stdout.trim()).toBe('lift');
});

test('a bundle over the limit fails the build', () => {
  write('heavy/index.ts', `export const main = () => ${JSON.stringify('x'.repeat(1_400_000))};\n`);
  write('heavy/config.json', '{}');

  expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('heavy') });
});

test('a source that does not compile fails the build', () => {
  write('broken/index.ts', "import { missing } from './nowhere';\nexport const main = missing;\n");
  write('broken/config.json', '{}');

  expect(run().status).toBe(1);
});

test('a folder without functions is an error, not an empty success', () => {
  write('platform/database.ts', 'export {};\n');

  expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('没有云函数') });
});
