// `npm run bench [-- --quick]`: how fast the product answers over HTTP on this machine, and how that changes with the number
// of complaints on file. Its own local cloud in a temporary folder; nothing else is touched.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Actions } from './actions';
import { buildSizes } from './build-sizes';
import { BenchCloud } from './cloud-orders';
import { HttpClient } from './http-client';
import { type Measured, measure } from './measure';
import { table } from './table';

const root = fileURLToPath(new URL('../..', import.meta.url));
const quick = process.argv.includes('--quick');
const LEVELS = quick ? [1, 8] : [1, 8, 32];
const SECONDS = quick ? 1.5 : 4;
const FEW = quick ? 300 : 1000;
const MANY = quick ? 5000 : 50_000;
/** Of the complaints on file; the rest has ended. */
const OPEN_SHARE = 0.2;

const OPERATIONS = [
  ['list', '待办 20 条（按时限）'],
  ['listWithCounts', '待办 20 条 + 各类计数'],
  ['search', '一览表搜两字词'],
  ['transition', '办理一步（派单…审核）'],
  ['create', '住户提交'],
] as const;
type Operation = (typeof OPERATIONS)[number][0];
type Round = Map<Operation, Measured[]>;

async function round(cloud: BenchCloud, actions: Actions): Promise<Round> {
  const results: Round = new Map();
  for (const [operation] of OPERATIONS) {
    const rows: Measured[] = [];
    for (const atOnce of LEVELS) {
      if (operation === 'transition') {
        await filed(actions, Math.max(40, atOnce * (quick ? 4 : 10)), 8);
        await actions.prepare();
      } else await measure(cloud, Math.min(atOnce, 4), SECONDS / 4, actions[operation]);
      rows.push(await measure(cloud, atOnce, SECONDS, actions[operation]));
    }
    results.set(operation, rows);
  }
  return results;
}

async function filed(actions: Actions, wanted: number, atOnce: number): Promise<void> {
  let left = wanted;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1;
        await actions.create();
      }
    }),
  );
}

const one = (value: number): number => Math.round(value * 10) / 10;

function print(few: Round, many: Round, counts: { few: number; many: number }): void {
  const head = [
    '操作',
    '同时',
    `p50 ms（${counts.few}）`,
    `p50 ms（${counts.many}）`,
    '比值',
    'p95 ms',
    '每秒',
    '库调用/次',
    '读行/次',
    'CPU ms/次',
    '失败',
  ];
  const rows = OPERATIONS.flatMap(([operation, name]) =>
    (many.get(operation) ?? []).map((m, at) => {
      const f = few.get(operation)?.[at];
      const ratio = f === undefined || f.p50 === 0 ? 0 : m.p50 / f.p50;
      const failed = m.failed + (f?.failed ?? 0);
      return [
        at === 0 ? name : '',
        m.atOnce,
        one(f?.p50 ?? 0),
        one(m.p50),
        Math.round(ratio * 100) / 100,
        one(m.p95),
        one(m.perSecond),
        one(m.calls),
        `${one(f?.rows ?? 0)} → ${one(m.rows)}`,
        `${one(f?.cpuMs ?? 0)} → ${one(m.cpuMs)}`,
        // Far less disturbed by other work on the machine than the times are.
        f === undefined || f.cpuMs === 0 ? 0 : Math.round((m.cpuMs / f.cpuMs) * 100) / 100,
        failed,
      ];
    }),
  );
  console.log(`\n${table([head, ...rows])}`);
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-bench-'));
  const functionsDir = path.join(folder, 'functions');
  console.log('构建云函数……');
  const built = spawnSync(process.execPath, [path.join(root, 'config/build-functions.mjs'), '--to', functionsDir], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  const cloud = await BenchCloud.start(path.join(folder, 'data'), functionsDir);
  const client = new HttpClient(cloud.url, Math.max(...LEVELS) + 1);
  try {
    const actions = new Actions(client);
    await actions.signIn();
    console.log(`经 API 提交 ${FEW} 条（其中 ${Math.round((1 - OPEN_SHARE) * 100)}% 随后记为已关闭）……`);
    await filed(actions, FEW, 8);
    const start = await cloud.ask({ do: 'grow', to: FEW, openShare: OPEN_SHARE });
    const fresh = new Actions(client);
    await fresh.signIn();
    console.log(
      `测量：在册 ${start.onFile} 条，每项 ${SECONDS} 秒，${os.cpus().length} 核，负载 ${os.loadavg()[0]?.toFixed(1)}`,
    );
    const few = await round(cloud, fresh);

    const from = performance.now();
    const grown = await cloud.ask({ do: 'grow', to: MANY, openShare: OPEN_SHARE });
    console.log(
      `在册增至 ${grown.onFile} 条，用时 ${((performance.now() - from) / 1000).toFixed(1)} 秒：复制上面提交的文档，换掉编号、日期和检索词，直接写入数据库`,
    );
    console.log(`测量：在册 ${grown.onFile} 条，负载 ${os.loadavg()[0]?.toFixed(1)}`);
    const many = await round(cloud, fresh);
    print(few, many, { few: start.onFile, many: grown.onFile });
    const size = fs.statSync(path.join(folder, 'data/cloud.db')).size;
    console.log(`\n数据库 ${Math.round(size / 1_048_576)} MB`);
    const sizes = buildSizes(path.join(root, 'dist'));
    if (sizes.length > 0) console.log(`\n${table([['构建', 'KB', ''], ...sizes])}`);
  } finally {
    client.close();
    await cloud.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
