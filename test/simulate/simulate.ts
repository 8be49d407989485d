// `npm run simulate -- --estates 3 --complaints 20000 --seed 7 [--days 365] [--faults] [--json file]`: one simulated year
// through the real cloud functions against a local cloud of its own; at its end every rule is held against what happened.
import { writeFileSync } from 'node:fs';
import { checkYear } from './check/check-year';
import { optionsOf } from './options';
import { inChinese, reportOf } from './report';
import { liveThrough } from './run-simulation';

const main = async (): Promise<number> => {
  const { json, ...options } = optionsOf(process.argv.slice(2));
  const lived = await liveThrough(options, (share) => process.stderr.write(`${Math.round(share * 100)}% `));
  try {
    process.stderr.write('核对…\n');
    const databaseCalls = lived.world.cloud.counters.total();
    const report = reportOf(lived, await checkYear(lived), databaseCalls);
    console.log(inChinese(report));
    if (json !== undefined) writeFileSync(json, JSON.stringify(report, null, 2));
    return report.violations === 0 ? 0 : 1;
  } finally {
    await lived.world.close();
  }
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  },
);
