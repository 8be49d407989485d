// A local cloud with small functions in a folder of its own, and the real SDK pointed at it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectionSchema, LocalCloud, LocalCloudOptions, WeChatAccount } from '../../localcloud/cloud';
import { startLocalCloud } from '../../localcloud/cloud';

// Outside Tencent's network the SDK asks a metadata service per call unless it believes to be in a function.
process.env.TENCENTCLOUD_RUNENV = 'SCF';
process.env.TENCENTCLOUD_REGION = 'ap-shanghai';
process.env.SCF_NAMESPACE = 'local';
// No timer that warns about slow requests: it would outlive the tests.
process.env.SILENCE = 'true';

export const CREDENTIAL = { secretId: 'AKIDlocalcloud', secretKey: 'local-cloud-secret-key' };

/** Loads the SDK for this process, speaking to one address. */
export function sdk(url: string, credential = CREDENTIAL) {
  // The SDK reads its environment when it is loaded, so it comes after the lines above.
  const tcb = require('@cloudbase/node-sdk') as typeof import('@cloudbase/node-sdk');
  const app = tcb.init({ env: 'local', ...credential, serviceUrl: `${url}/admin` });
  return { app, db: app.database() };
}

export type Sdk = ReturnType<typeof sdk>;

export const COLLECTIONS: readonly CollectionSchema[] = [
  { name: 'plain', indexes: [] },
  {
    name: 'complaints',
    indexes: [
      {
        name: 'estate_created',
        keys: [
          ['estateId', 1],
          ['createdAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'estate_status_created',
        keys: [
          ['estateId', 1],
          ['status', 1],
          ['createdAt', -1],
        ],
      },
      { name: 'due', keys: [['nextDueAt', 1]] },
      { name: 'number', keys: [['number', 1]], unique: true },
      {
        name: 'people',
        keys: [
          ['people', 1],
          ['createdAt', -1],
        ],
        multikey: 'people',
      },
      {
        name: 'words',
        keys: [
          ['estateId', 1],
          ['words', 1],
          ['createdAt', -1],
        ],
        multikey: 'words',
      },
    ],
  },
];

/** @param functions name to source of index.js; with `config` for config.json. */
export interface Setup extends Partial<LocalCloudOptions> {
  functions?: Record<string, { source: string; config?: unknown }>;
}

export interface Running extends Sdk {
  cloud: LocalCloud;
  dataDir: string;
  lines: string[];
  stop(): Promise<void>;
}

export async function aLocalCloud(setup: Setup = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'));
  const functionsDir = join(folder, 'functions');
  mkdirSync(functionsDir);
  for (const [name, { source, config }] of Object.entries(setup.functions ?? {})) {
    mkdirSync(join(functionsDir, name));
    writeFileSync(join(functionsDir, name, 'index.js'), source);
    if (config !== undefined) writeFileSync(join(functionsDir, name, 'config.json'), JSON.stringify(config));
  }
  const dataDir = join(folder, 'data');
  const lines: string[] = [];
  const { functions: _, ...options } = setup;
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir,
    collections: COLLECTIONS,
    timers: false,
    log: (line) => lines.push(line),
    ...options,
  });
  return {
    cloud,
    dataDir,
    lines,
    ...sdk(cloud.url),
    stop: async () => {
      await cloud.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const anAccount = (key: string): WeChatAccount => ({
  key,
  nickname: `${key}的昵称`,
  title: '住在 3 栋 1201',
  group: '住户',
  mpOpenid: `oMP${key}`.padEnd(28, '0'),
  oaOpenid: `oOA${key}`.padEnd(28, '0'),
  unionid: `oUN${key}`.padEnd(28, '0'),
});

/** The code of whatever a promise is refused with. */
export const refusal = async (work: Promise<unknown>): Promise<{ code: string; message: string }> => {
  try {
    await work;
  } catch (error) {
    // Errors of node itself are of another realm than the tests': they are no instances of this Error.
    const { code, message } = error as { code?: unknown; message?: unknown };
    return { code: String(code), message: String(message ?? '') };
  }
  throw new Error('it was not refused');
};
