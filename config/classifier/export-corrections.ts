// `npm run export-corrections -- <file.jsonl> [--local [address]]`: what people corrected of the classifier's proposals, as
// rows for `npm run train`, without names and numbers of people. Reads only.
import fs from 'node:fs';
import { sealWith } from '../../cloudfunctions/platform/seal';
import { ACCESS_USAGE, dataKey, openCloud, withoutLocal } from '../cloud-access';

const USAGE = `用法：npm run export-corrections -- <输出.jsonl> [--local [地址]]
另需 DATA_KEY（与云函数相同的数据密钥，用来从原话里去掉住户姓名；--local 时可省略）
${ACCESS_USAGE}
只读，不改任何数据。文件里仍是住户的原话（已去掉姓名、电话、证件号），请妥善保管，训练完即删。`;

async function main(args: string[]): Promise<number> {
  const { local, others } = withoutLocal(args);
  const [file, ...unknown] = others;
  const key = dataKey(local);
  const database = file === undefined || unknown.length > 0 || key === null ? null : await openCloud(local);
  if (file === undefined || key === null || database === null) {
    console.error(USAGE);
    return 2;
  }
  const { correctionRows } = await import('../../cloudfunctions/features/classification/export-corrections');
  const rows = await correctionRows({ database, seal: sealWith(key) });
  fs.writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''), { mode: 0o600 });
  console.log(`${rows.length} 条更正，写入 ${file}`);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
