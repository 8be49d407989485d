/** A local cloud with the product's real functions, for one simulated year. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Database } from '../../cloudfunctions/platform/database';
import { COLLECTIONS } from '../../cloudfunctions/platform/schema';
import { type LocalCloud, startLocalCloud } from '../../localcloud/cloud';
import { registerTemplates } from '../../localcloud/seed/people';

const FUNCTIONS = resolve(__dirname, '../..', process.env.FUNCTIONS_DIR ?? 'dist/cloudfunctions');
export const DATA_KEY = `k1:${Buffer.alloc(32, 9).toString('base64')}`;

export interface World {
  cloud: LocalCloud;
  /** Around the functions, for looking. */
  database: Database;
  close(): Promise<void>;
}

export const startWorld = async (lanes: number): Promise<World> => {
  // Outside Tencent's network the SDK asks a metadata service per call unless it believes to be in a function.
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'huiyin-year-'));
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: FUNCTIONS,
    collections: COLLECTIONS,
    timers: false,
    durable: false,
    instances: 'inline',
    timeLimits: false,
    workersPerFunction: Math.max(2, lanes),
    env: {
      DATA_KEY,
      SESSION_SECRET: 'a secret of the simulated year, long enough',
      RATE_FACTOR: '100',
      SILENCE: 'true',
    },
  });
  registerTemplates(cloud);
  // The SDK reads its environment when it is loaded, so it comes after the lines above.
  const { databaseFor } = await import('../../cloudfunctions/platform/administration');
  return {
    cloud,
    database: databaseFor({
      envId: 'local',
      secretId: 'AKIDlocalcloud',
      secretKey: 'local-cloud-secret-key',
      serviceUrl: `${cloud.url}/admin`,
    }),
    close: async () => {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
