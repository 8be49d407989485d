// Figures of the embedded database: `node --import tsx test/bench/engine.ts [documents]`.
// Restart with many documents, pages by index through the engine and over the wire, and writes with every commit on disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CollectionSchema, startLocalCloud } from '../../localcloud/cloud';
import { Engine, type Find } from '../../localcloud/engine/engine';

Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local' });
const tcb = createRequire(import.meta.url)('@cloudbase/node-sdk') as typeof import('@cloudbase/node-sdk');

const DOCUMENTS = Number(process.argv[2] ?? 100_000);
const ESTATES = 20;
const STATUSES = ['registered', 'handling', 'callback', 'closed', 'archived'];
const GRAMS = Array.from({ length: 500 }, (_, at) => `gram${at}`);

const collections: readonly CollectionSchema[] = [
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

const complaint = (at: number) => ({
  _id: `c${String(at).padStart(7, '0')}`,
  number: `TS-${at}`,
  estateId: `estate-${at % ESTATES}`,
  status: STATUSES[at % STATUSES.length] ?? '',
  createdAt: new Date(1_700_000_000_000 + at * 60_000).toISOString(),
  nextDueAt: at % 200 === 0 ? at : null,
  version: 1,
  words: Array.from({ length: 12 }, (_, word) => GRAMS[(at * 7 + word * word * 31) % GRAMS.length] ?? ''),
  text: '三号楼二单元电梯运行时有异响，已经持续两天，请尽快安排人员检查。'.repeat(3),
});

const quantile = (times: number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
const ms = (time: number): string => `${time.toFixed(2)} ms`;
const line = (name: string, figures: string): void => console.log(`${name.padEnd(44)} ${figures}`);

async function measure(
  name: string,
  times: number,
  work: (at: number) => Promise<unknown> | unknown,
  rows?: () => number,
): Promise<void> {
  const taken: number[] = [];
  const before = rows?.() ?? 0;
  for (let at = 0; at < times; at += 1) {
    const began = performance.now();
    await work(at);
    taken.push(performance.now() - began);
  }
  const read = rows ? `  rows read ${((rows() - before) / times).toFixed(1)}` : '';
  line(name, `p50 ${ms(quantile(taken, 0.5))}  p95 ${ms(quantile(taken, 0.95))}${read}`);
}

async function run(dataDir: string): Promise<void> {
  const file = join(dataDir, 'cloud.db');
  const filling = new Engine({ file, collections, durable: false });
  const began = performance.now();
  for (let at = 0; at < DOCUMENTS; at += 5000) {
    await filling.insertMany(
      'complaints',
      Array.from({ length: Math.min(5000, DOCUMENTS - at) }, (_, more) => complaint(at + more)),
    );
  }
  line(`fill ${DOCUMENTS} documents`, `${((performance.now() - began) / 1000).toFixed(1)} s`);
  filling.close();

  const opened = performance.now();
  const engine = new Engine({ file, collections, durable: true });
  const estate = (at: number) => `estate-${at % ESTATES}`;
  engine.find('complaints', { filter: { estateId: estate(1) }, sort: [['createdAt', -1]], limit: 20 });
  line('reopen and first page', ms(performance.now() - opened));

  const page = (name: string, find: (at: number) => Find) =>
    measure(
      name,
      300,
      (at) => engine.find('complaints', find(at)),
      () => engine.rowsRead,
    );
  await page('page of 20, newest of an estate', (at) => ({
    filter: { estateId: estate(at) },
    sort: [['createdAt', -1]],
    limit: 20,
  }));
  await page('next page by cursor ($or)', (at) => {
    const { createdAt, _id } = complaint(DOCUMENTS - 500 - at);
    const after = { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: _id } }] };
    return {
      filter: { $and: [{ estateId: estate(at) }, after] },
      sort: [
        ['createdAt', -1],
        ['_id', -1],
      ],
      limit: 20,
    };
  });
  await page('page of 20, three states merged', (at) => ({
    filter: { estateId: estate(at), status: { $in: ['handling', 'callback', 'closed'] } },
    sort: [['createdAt', -1]],
    limit: 20,
  }));
  await page('text search, 4 of 4 grams', (at) => ({
    filter: { estateId: estate(at), words: { $all: complaint(at).words.slice(0, 4) } },
    sort: [['createdAt', -1]],
    limit: 20,
  }));
  await page('due clocks', (at) => ({
    filter: { nextDueAt: { $lte: 4000 + at } },
    sort: [['nextDueAt', 1]],
    limit: 20,
  }));
  await measure('count of an estate and state', 100, (at) =>
    engine.count('complaints', { estateId: estate(at), status: 'closed' }),
  );
  await measure('compare and set, one at a time, on disk', 300, (at) =>
    engine.update(
      'complaints',
      { _id: complaint(at)._id, version: 1 },
      { $inc: { version: 1 }, $set: { status: 'closed' } },
      true,
    ),
  );
  const together = performance.now();
  await Promise.all(
    Array.from({ length: 2000 }, (_, at) =>
      engine.update('complaints', { _id: complaint(1000 + at)._id, version: 1 }, { $inc: { version: 1 } }, true),
    ),
  );
  line(
    'compare and set, 2000 together, on disk',
    `${Math.round(2000 / ((performance.now() - together) / 1000))} per second`,
  );
  engine.close();

  const cloud = await startLocalCloud({ dataDir, functionsDir: 'none', collections, timers: false });
  const credential = { secretId: 'AKIDlocalcloud', secretKey: 'local-cloud-secret-key' };
  const db = tcb.init({ env: 'local', ...credential, serviceUrl: `${cloud.url}/admin` }).database();
  await measure('page of 20 by the SDK, client included', 200, (at) =>
    db
      .collection('complaints')
      .where({ estateId: estate(at) })
      .orderBy('createdAt', 'desc')
      .limit(20)
      .get(),
  );
  await cloud.close();
}

const dataDir = mkdtempSync(join(tmpdir(), 'bench-engine-'));
run(dataDir).finally(() => rmSync(dataDir, { recursive: true, force: true }));
