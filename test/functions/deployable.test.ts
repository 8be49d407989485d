// What `npm run build:functions` made can be uploaded as it is, and the deployment files say the same as the sources.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { configOf } from '../../cloudfunctions/platform/config';
import { filesUnder, readJson, repository } from '../support/files';
import { localCloudIn } from '../support/local-cloud-markers';

type Trigger = { name: string; type: string; config: string };
type FunctionConfig = { permissions: { openapi: string[] }; triggers: Trigger[]; timeout: number };
type Deployment = {
  functionRoot: string;
  envId: string;
  functions: {
    name: string;
    dir: string;
    handler: string;
    runtime: string;
    timeout: number;
    installDependency: boolean;
    triggers: Trigger[];
    envVariables: Record<string, string>;
  }[];
};

const LARGEST_BUNDLE_BYTES = 1.3 * 1024 * 1024;
/** What the classifier has learned, what it is examined with, and how names are read, beside the functions that use it. */
const DATA = ['gold.jsonl', 'model.json', 'pinyin.json', 'rarity.json'];
const sources = path.join(repository, 'cloudfunctions');
const dist = path.join(repository, 'dist/cloudfunctions');
const names = fs.readdirSync(sources).filter((name) => fs.existsSync(path.join(sources, name, 'config.json')));
const deployment = readJson<Deployment>(path.join(repository, 'cloudbaserc.json'));

test('every declared function has an entry, a bundle and a place in the deployment', () => {
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !fs.existsSync(path.join(sources, name, 'index.ts')))).toEqual([]);
  expect(fs.readdirSync(dist).sort()).toEqual([...names].sort());
  expect(deployment.functions.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(deployment).toMatchObject({ functionRoot: 'dist/cloudfunctions', envId: '{{env.CLOUDBASE_ENV_ID}}' });
});

describe.each(names)('%s', (name) => {
  const folder = path.join(dist, name);
  const config = readJson<FunctionConfig>(path.join(sources, name, 'config.json'));

  test('is one file with its manifest and the data it reads, small enough to start quickly', () => {
    expect(filesUnder(folder).filter((file) => !DATA.includes(file))).toEqual([
      'config.json',
      'index.js',
      'package.json',
    ]);
    expect(fs.statSync(path.join(folder, 'index.js')).size).toBeLessThanOrEqual(LARGEST_BUNDLE_BYTES);
    expect(readJson(path.join(folder, 'package.json'))).toMatchObject({ main: 'index.js', dependencies: {} });
  });

  test('loads without anything installed beside it and exports main', () => {
    const alone = fs.mkdtempSync(path.join(fs.realpathSync('/tmp'), `${name}-`));
    fs.cpSync(folder, alone, { recursive: true });
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', "console.log(typeof require('./index.js').main)"], {
      cwd: alone,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    fs.rmSync(alone, { recursive: true });
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: 'function', stderr: '' });
  });

  test('is deployed with the timeout and the timer that its config names', () => {
    const deployed = deployment.functions.find((declared) => declared.name === name);
    expect(deployed).toMatchObject({
      dir: name,
      handler: 'index.main',
      runtime: 'Nodejs20.19',
      installDependency: false,
      timeout: config.timeout,
      triggers: config.triggers,
    });
    expect(config.timeout).toBeLessThanOrEqual(60);
    expect(config.triggers.length).toBeLessThanOrEqual(1);
    for (const { config: cron } of config.triggers) expect(cron.split(' ')).toHaveLength(7);
    expect(readJson(path.join(folder, 'config.json'))).toEqual(config);
  });

  test('gets the environment that it reads, and nothing misspelt', () => {
    const variables = deployment.functions.find((declared) => declared.name === name)?.envVariables ?? {};
    const filled = Object.fromEntries(
      Object.entries(variables).map(([key, value]) => [key, value.startsWith('{{env.') ? (SAMPLE[key] ?? '') : value]),
    );
    expect(() => configOf(filled)).not.toThrow();
    const read = new Set<string>();
    const noting = new Proxy(filled, {
      get(target, key) {
        read.add(String(key));
        return target[String(key)];
      },
    });
    configOf(noting);
    expect(Object.keys(variables).filter((key) => !read.has(key))).toEqual([]);
  });

  test('nothing of the local cloud is in it', () => {
    expect(localCloudIn(folder)).toEqual([]);
  });
});

/** Variables left empty at deployment stay empty here. */
const SAMPLE: Record<string, string> = {
  DATA_KEY: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  SESSION_SECRET: 'a-secret-of-more-than-32-characters',
};
