// `npm run found -- estate.json`: puts the company, its estates, homes and first invitations of a plan into a CloudBase
// environment and prints the invitation codes. Repeatable: what is there stays, what is missing is added.
import fs from 'node:fs';
import { foundEstate } from '../cloudfunctions/features/estate/found-estate';
import { databaseFor } from '../cloudfunctions/platform/administration';
import { sealWith } from '../cloudfunctions/platform/seal';
import { Refusal } from '../types/errors';

const USAGE = `用法：npm run found -- <estate.json> [--codes <codes.csv>]
格式见 docs/estate.example.json
需要环境变量：
  CLOUDBASE_ENV_ID          云开发环境 ID
  TENCENTCLOUD_SECRETID     腾讯云 API 密钥
  TENCENTCLOUD_SECRETKEY
  DATA_KEY                  与云函数相同的数据密钥（邀请码由它算出）
可选：CLOUDBASE_SERVICE_URL（另一个服务地址，例如本地云的 http://127.0.0.1:8080/admin）
邀请码写入 --codes 指定的文件（UTF-8 CSV）；不指定则打印在屏幕上。请妥善保管，发完即删。`;

async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [file, option, codesFile] = args;
  const {
    CLOUDBASE_ENV_ID: envId,
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    DATA_KEY,
    CLOUDBASE_SERVICE_URL,
  } = env;
  if (
    !file ||
    !envId ||
    !secretId ||
    !secretKey ||
    !DATA_KEY ||
    (option !== undefined && (option !== '--codes' || !codesFile))
  ) {
    console.error(USAGE);
    return 2;
  }
  const database = databaseFor({
    envId,
    secretId,
    secretKey,
    ...(CLOUDBASE_SERVICE_URL ? { serviceUrl: CLOUDBASE_SERVICE_URL } : {}),
  });
  const plan: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  const founded = await foundEstate(plan, { database, seal: sealWith(DATA_KEY), now: new Date().toISOString() });
  const rows = founded.invitations.map(
    ({ for: whom, code, kind }) => `${kind === 'home' ? '住户' : '员工'},${whom},${code}`,
  );
  const table = ['类别,给谁,邀请码', ...rows].join('\n');
  // The mark in front makes spreadsheets read it as UTF-8.
  if (codesFile) fs.writeFileSync(codesFile, `\uFEFF${table}\n`, { mode: 0o600 });
  else console.log(table);
  console.log(
    `✔ ${founded.estates} 个小区、${founded.homes} 套房屋已就绪，邀请码共 ${rows.length} 个${codesFile ? `，写在 ${codesFile}` : ''}`,
  );
  return 0;
}

main(process.argv.slice(2), process.env).then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof Refusal) {
      console.error(error.message);
      for (const [field, why] of Object.entries(error.fields ?? {})) console.error(`  ${field}：${why}`);
      if (error.cause instanceof Error) console.error(`  ${error.cause.message}`);
    } else console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
