// `npm run audit-draw -- <estate> <month>`: recomputes the callback draw of an estate's month from the recorded seed and compares
// it with the ledger and with what stands in the complaints (CB-01). Reads only. Ends with 1 when something differs.
import type { EstateId } from '../types/ids';
import { Refusal } from '../types/errors';
import { openCloud } from './cloud-access';

const USAGE = `用法：npm run audit-draw -- <小区> <月份> [--local [地址]]
例：npm run audit-draw -- cuihu 2026-11
    npm run audit-draw -- cuihu 2026-11 --local            本机正在运行的本地云（默认 http://127.0.0.1:8080）
需要环境变量（--local 时不用）：
  CLOUDBASE_ENV_ID          云开发环境 ID
  TENCENTCLOUD_SECRETID     腾讯云 API 密钥
  TENCENTCLOUD_SECRETKEY
可选：CLOUDBASE_SERVICE_URL（另一个服务地址）
只读，不改任何数据。没有差异退出码为 0，有差异为 1。`;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

async function main([estate, month, option, address]: string[]): Promise<number> {
  const asked = estate && month && MONTH.test(month) && (option === undefined || option === '--local');
  const database = asked ? await openCloud(option === undefined ? null : (address ?? '')) : null;
  if (!asked || database === null) {
    console.error(USAGE);
    return 2;
  }
  const { auditDrawOf } = await import('../cloudfunctions/features/callback/audit-month');
  const audit = await auditDrawOf(estate as EstateId, month, database);
  console.log(`${audit.estateName} ${month} 一般投诉回访抽签`);
  if (audit.entries === 0 && audit.differences.length === 0) console.log('本月没有抽过签。');
  else
    console.log(
      `共 ${audit.entries} 签，抽中 ${audit.drawn}，比例 ${percent(audit.share)}\n种子指纹 ${audit.seal}\n（应与云函数日志里本月“callback draw begins”一行的 seal 相同）`,
    );
  for (const remark of audit.remarks) console.log(`· ${remark}`);
  if (audit.differences.length === 0) {
    console.log('✔ 逐签重算，与账上和各投诉单的记录一致');
    return 0;
  }
  console.log(`✘ 有 ${audit.differences.length} 处不一致：`);
  for (const difference of audit.differences) console.log(`  ${difference}`);
  return 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof Refusal) {
      console.error(error.code === 'notFound' ? '没有这个小区。' : error.message);
      if (error.cause instanceof Error) console.error(`  ${error.cause.message}`);
    } else console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
