// The commands that talk to a running cloud: with the API key of an environment, or `--local [address]` to the local cloud.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '../cloudfunctions/platform/database';

export const ACCESS_USAGE = `需要环境变量（--local 时不用）：
  CLOUDBASE_ENV_ID          云开发环境 ID
  TENCENTCLOUD_SECRETID     腾讯云 API 密钥
  TENCENTCLOUD_SECRETKEY
可选：CLOUDBASE_SERVICE_URL（另一个服务地址）
--local [地址] 连本机正在运行的本地云（默认 http://127.0.0.1:8080）`;

const LOCAL = 'http://127.0.0.1:8080';
const LOCAL_SECRETS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../.data/secrets.json');

/** The local cloud is reached with its own, known key, and as from inside a function: there is no metadata service to ask. */
const localAccess = (address: string): NodeJS.ProcessEnv => ({
  CLOUDBASE_ENV_ID: 'local',
  TENCENTCLOUD_SECRETID: 'AKIDlocalcloud',
  TENCENTCLOUD_SECRETKEY: 'local-cloud-secret-key',
  CLOUDBASE_SERVICE_URL: `${address.replace(/\/$/, '')}/admin`,
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local',
});

/** @param local the address, '' for the usual one, null for a real environment. Null when something is missing. */
export async function openCloud(local: string | null): Promise<Database | null> {
  if (local !== null) Object.assign(process.env, localAccess(local === '' ? LOCAL : local));
  const {
    CLOUDBASE_ENV_ID: envId,
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    CLOUDBASE_SERVICE_URL: serviceUrl,
  } = process.env;
  if (!envId || !secretId || !secretKey) return null;
  // The SDK reads its environment when it is loaded, so it comes after the lines above.
  const { databaseFor } = await import('../cloudfunctions/platform/administration');
  return databaseFor({ envId, secretId, secretKey, ...(serviceUrl ? { serviceUrl } : {}) });
}

/** The key of sealed fields: `DATA_KEY`, or the one that the local cloud made for its data folder; null when neither is there. */
export function dataKey(local: string | null): string | null {
  const { DATA_KEY } = process.env;
  if (DATA_KEY) return DATA_KEY;
  if (local === null || !fs.existsSync(LOCAL_SECRETS)) return null;
  const secrets: unknown = JSON.parse(fs.readFileSync(LOCAL_SECRETS, 'utf8'));
  const known = new Map(Object.entries(typeof secrets === 'object' && secrets !== null ? secrets : {})).get('DATA_KEY');
  return typeof known === 'string' ? known : null;
}

/** What follows `--local`, '' when nothing does, null when it isn't there; and the other arguments. */
export function withoutLocal(args: readonly string[]): { local: string | null; others: string[] } {
  const at = args.indexOf('--local');
  if (at === -1) return { local: null, others: [...args] };
  const next = args[at + 1];
  const address = next?.startsWith('http') ? next : '';
  return { local: address, others: [...args.slice(0, at), ...args.slice(at + (address === '' ? 1 : 2))] };
}
