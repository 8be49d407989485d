// `npm run deploy:database [-- --dry-run]`: makes the collections, indexes and access rules of a CloudBase
// environment, its storage's included, what cloudfunctions/platform/schema.ts says. Repeatable: a second run has nothing to do.
import { COLLECTIONS, STORAGE_RULE } from '../cloudfunctions/platform/schema';
import { openDatabase } from './cloudbase-database';
import { describeChange, planDatabase, planStorage } from './database-plan';
import { cloudBaseApi } from './tencent-cloud';

const USAGE = `用法：npm run deploy:database [-- --dry-run]
需要环境变量：
  CLOUDBASE_ENV_ID          云开发环境 ID
  TENCENTCLOUD_SECRETID     腾讯云 API 密钥（访问管理 → API 密钥；子账号需要云开发 TCB 的读写权限）
  TENCENTCLOUD_SECRETKEY
可选：TENCENTCLOUD_SESSIONTOKEN（临时密钥）、CLOUDBASE_REGION（默认 ap-shanghai）、TENCENTCLOUD_ENDPOINT`;

async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const unknown = args.filter((arg) => arg !== '--dry-run');
  if (unknown.length > 0) return refuse(`不认识的参数：${unknown.join(' ')}\n${USAGE}`);
  const dryRun = args.includes('--dry-run');
  const { CLOUDBASE_ENV_ID: envId, TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = env;

  if (!envId || !secretId || !secretKey) {
    if (!dryRun) return refuse(USAGE);
    console.log('没有密钥，按空环境列出：');
    const { changes } = planDatabase(COLLECTIONS, []);
    const storage = planStorage({ bucket: '', access: '默认', rule: null });
    print({ changes: [...changes, ...storage], undeclared: [] });
    return 0;
  }

  const token = env.TENCENTCLOUD_SESSIONTOKEN;
  const endpoint = env.TENCENTCLOUD_ENDPOINT;
  const region = env.CLOUDBASE_REGION;
  const call = cloudBaseApi(
    { secretId, secretKey, ...(token ? { token } : {}) },
    { ...(endpoint ? { endpoint } : {}), ...(region ? { region } : {}) },
  );
  const database = await openDatabase(call, envId);
  const { changes, undeclared } = planDatabase(COLLECTIONS, await database.read());
  const storage = await database.readStorage();
  const storageChanges = storage === null ? [] : planStorage(storage);
  print({ changes: [...changes, ...storageChanges], undeclared });
  if (dryRun) return 0;
  for (const change of changes) {
    await database.apply(change);
    console.log(`✔ ${describeChange(change)}`);
  }
  if (storage === null) return storageByHand('这个环境没有列出云存储');
  for (const change of storageChanges) {
    try {
      await database.apply(change);
      console.log(`✔ ${describeChange(change)}`);
    } catch (error) {
      // Some plans don't let the API set it.
      return storageByHand(error instanceof Error ? error.message : String(error));
    }
  }
  return 0;
}

function storageByHand(why: string): number {
  console.error(
    `✘ 云存储权限没有设成（${why}）。上线前请在控制台“云存储 → 权限设置 → 自定义安全规则”填入：\n${JSON.stringify(STORAGE_RULE, null, 2)}`,
  );
  return 1;
}

function print({ changes, undeclared }: ReturnType<typeof planDatabase>): void {
  console.log(changes.length === 0 ? '数据库已与声明一致，无需改动。' : `需要 ${changes.length} 处改动：`);
  for (const change of changes) console.log(`  ${describeChange(change)}`);
  if (undeclared.length > 0) console.log(`未声明、保持不动：${undeclared.join('、')}`);
}

function refuse(why: string): number {
  console.error(why);
  return 2;
}

main(process.argv.slice(2), process.env).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
