// `npm run bench:suggestions`: how long the server takes for what is suggested while somebody types, over HTTP in a local cloud
// of its own, with corrections on file. Needs `npm run build:functions`.
import { correctionKeys } from '../../domain/classify/correction';
import { hashedGramsOf } from '../../domain/classify/hashed-grams';
import { startTestCloud } from '../support/estate';
import { HttpClient } from './http-client';
import { quantile, table } from './table';

const CORRECTIONS = 2000;
const CALLS = 400;
const AT_ONCE = [1, 8];
const TEXTS = [
  '三栋二单元的电梯又停了，按了半天没有反应，老人下不来',
  '地下车库负二层一直漏水，车都被滴花了，反映过三次',
  '楼上每天半夜拖椅子，孩子没法睡觉，麻烦协调一下',
  '请问物业费可以按季度交吗，微信上怎么付',
  '门口的感应灯坏了快一个星期，晚上进出看不见台阶',
];

async function main(): Promise<void> {
  const cloud = await startTestCloud();
  try {
    const resident = await cloud.resident('wang');
    for (let from = 0; from < CORRECTIONS; from += 100)
      await cloud.database.insert(
        'corrections',
        Array.from({ length: 100 }, (_, i) => {
          const grams = hashedGramsOf(
            `${TEXTS[(from + i) % TEXTS.length]}第${from + i}件，${'东西南北中'.charAt(i % 5)}边`,
          );
          return {
            ...{ _id: `bench-${from + i}`, companyId: 'company', estateId: 'cuihu', version: 3, grams },
            ...{ at: '2026-01-01T00:00:00.000Z', followedUntil: '2099-01-01T00:00:00.000Z' },
            ...{ corrected: { category: 'other' }, decided: null, proposed: null },
            keys: correctionKeys(grams).map((gram) => `company:${gram}`),
          };
        }),
      );
    const rows: (string | number)[][] = [['同时', '次数', 'p50 ms', 'p95 ms', '最长 ms']];
    for (const lanes of AT_ONCE) {
      const client = new HttpClient(cloud.cloud.url, lanes);
      const took: number[] = [];
      let left = CALLS;
      const lane = async (): Promise<void> => {
        while (left > 0) {
          left -= 1;
          const text = `${TEXTS[left % TEXTS.length]}${'。'.repeat(left % 7)}`;
          const begun = performance.now();
          await client.call('suggestClassification', { text }, resident.token);
          took.push(performance.now() - begun);
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      const one = (share: number): number => Math.round(quantile(took, share) * 10) / 10;
      rows.push([lanes, took.length, one(0.5), one(0.95), one(1)]);
    }
    console.log(`${CORRECTIONS} 条更正在册\n${table(rows)}`);
  } finally {
    await cloud.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
