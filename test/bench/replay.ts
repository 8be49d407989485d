// `npm run replay -- FILE.jsonl [--base http://127.0.0.1:8080] [--at-once 4]`: files every row's text through the running
// API as the demo's residents in turn, then checks that each is on file exactly once and stands in the register.
// Running it again files nothing twice.
import fs from 'node:fs';
import { Refusal } from '../../types/errors';
import type { ComplaintId, EstateId } from '../../types/ids';
import type { ComplaintView } from '../../types/views';
import { CATEGORIES, SEVERITIES, STATES } from '../../types/vocabulary';
import { HttpClient } from './http-client';
import { idOfAct, keysOfPeople, type ReplayResident, residentsOf } from './replay-residents';
import { type BadRow, type ReplayRow, rowsOf } from './replay-rows';
import { padded, quantile, table } from './table';

const USAGE = '用法：npm run replay -- 文件.jsonl [--base http://127.0.0.1:8080] [--at-once 4]';
const HOUR = 3_600_000;

interface Filed {
  row: ReplayRow;
  view: ComplaintView;
  /** Of the filing alone; null when it had been filed before. */
  ms: number | null;
  automatic: boolean;
}

interface Outcome {
  filed: Filed[];
  refused: BadRow[];
}

const optionOf = (args: readonly string[], option: string): string | undefined => {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args[at + 1];
};

async function main(args: readonly string[]): Promise<number> {
  const [file] = args;
  if (file === undefined || file.startsWith('--') || !fs.existsSync(file)) {
    console.error(file === undefined || file.startsWith('--') ? USAGE : `没有这个文件：${file}\n${USAGE}`);
    return 2;
  }
  const base = optionOf(args, '--base') ?? 'http://127.0.0.1:8080';
  const atOnce = Math.max(1, Number(optionOf(args, '--at-once') ?? 4) || 4);
  const client = new HttpClient(base, atOnce + 1);
  const { rows, bad } = rowsOf(fs.readFileSync(file, 'utf8'));

  const keys = await keysOfPeople(client);
  const residents = await residentsOf(
    client,
    keys.filter((key) => key.startsWith('resident-')),
  );
  if (residents.length === 0) throw new Error(`${base} 上没有已绑定房屋的演示住户`);
  const reader = await client.login(keys.includes('gm-zhao') ? 'gm-zhao' : (keys[0] ?? ''));
  console.log(`${rows.length} 条，由 ${residents.length} 位住户轮流提交，每次 ${atOnce} 条`);

  const before = await registered(client, reader);
  const started = performance.now();
  const { filed, refused } = await fileAll(rows, residents, client, atOnce);
  const seconds = (performance.now() - started) / 1000;
  const after = await registered(client, reader);
  summarise(filed, [...bad, ...refused], seconds);
  const complaints = check(filed, before, after);
  client.close();
  return complaints === 0 ? 0 : 1;
}

async function fileAll(
  rows: readonly ReplayRow[],
  residents: readonly ReplayResident[],
  client: HttpClient,
  atOnce: number,
): Promise<Outcome> {
  const filed: Filed[] = [];
  const refused: BadRow[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < rows.length; at = next++) {
      const row = rows[at];
      if (row === undefined) return;
      try {
        const done = await fileOne(row, at, residents, client);
        filed.push(done);
        print(done);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const why = [error.message, ...Object.values(error.fields ?? {})].join(' ');
        refused.push({ line: row.line, why });
        console.log(`${padded(row.id, 12)} 未受理：${why}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { filed, refused };
}

async function fileOne(
  row: ReplayRow,
  turn: number,
  residents: readonly ReplayResident[],
  client: HttpClient,
): Promise<Filed> {
  const known = residents.find((r) => r.onFile.has(idOfAct(r.personId, row.commandId)));
  if (known !== undefined) return seen(row, idOfAct(known.personId, row.commandId), null, known, client);
  const order = residents.map((_r, n) => residents[(turn + n) % residents.length]).filter((r) => r !== undefined);
  for (;;) {
    const resident = order.find((r) => r.restsUntil <= Date.now());
    if (resident === undefined) {
      await untilRested(residents);
      continue;
    }
    try {
      // As the form does: what is written proposes the kind.
      const { kind } = await client.call('suggestClassification', { text: row.text.slice(0, 2000) }, resident.token);
      const filing = {
        commandId: row.commandId as never,
        kind: kind.value,
        description: row.text,
        homeId: resident.homeId,
        place: {},
      };
      const started = performance.now();
      const receipt = await client.call('fileComplaint', filing, resident.token);
      return await seen(row, receipt.id, performance.now() - started, resident, client);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'tooMany') throw error;
      resident.restsUntil = whenAgain(error);
    }
  }
}

/** The refusal's own word, else the next full hour, from which the product counts anew. */
const whenAgain = (refusal: Refusal): number => {
  const said = refusal.details?.againAt;
  return typeof said === 'string' ? Date.parse(said) : (Math.floor(Date.now() / HOUR) + 1) * HOUR + 1000;
};

async function untilRested(residents: readonly ReplayResident[]): Promise<void> {
  const first = Math.min(...residents.map((r) => r.restsUntil));
  const wait = Math.max(0, first - Date.now());
  console.log(`每位住户都到了每小时的上限，等 ${Math.ceil(wait / 60_000)} 分钟……`);
  await new Promise((resolve) => setTimeout(resolve, wait));
}

async function seen(
  row: ReplayRow,
  id: ComplaintId,
  ms: number | null,
  resident: ReplayResident,
  client: HttpClient,
): Promise<Filed> {
  const view = await client.call('getComplaint', { id }, resident.token);
  return { row, view, ms, automatic: view.state === 'dispatched' };
}

function print({ row, view, ms }: Filed): void {
  const parts = [
    padded(row.id, 12),
    padded(view.number, 16),
    padded(CATEGORIES[view.category], 24),
    padded(view.severity === null ? '—' : SEVERITIES[view.severity], 6),
    padded(view.department?.name ?? '—', 20),
    padded(
      view.department === null ? '待派单' : `已派单${view.state === 'dispatched' ? '' : `·${STATES[view.state]}`}`,
      8,
    ),
    ms === null ? '已在册' : `${Math.round(ms)} ms`,
  ];
  console.log(parts.join(' '));
}

/** Number of times each complaint stands in the register of any estate. */
async function registered(client: HttpClient, token: string): Promise<Map<ComplaintId, number>> {
  const { items: estates } = await client.call('describeEstates', {}, token);
  const times = new Map<ComplaintId, number>();
  for (const estate of estates) {
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof registerPage>> = await registerPage(client, token, estate.id, cursor);
      for (const { id } of page.items) times.set(id, (times.get(id) ?? 0) + 1);
      cursor = page.cursor;
    } while (cursor !== null);
  }
  return times;
}

const registerPage = (client: HttpClient, token: string, estateId: EstateId, cursor: string | null) =>
  client.call('register', { estateId, limit: 100, ...(cursor === null ? {} : { cursor }) }, token);

function counted(words: readonly string[]): string {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .map(([word, n]) => `${word} ${n}`)
    .join('，');
}

function summarise(filed: readonly Filed[], refused: readonly BadRow[], seconds: number): void {
  const fresh = filed.flatMap((f) => f.ms ?? []);
  const share = filed.length === 0 ? 0 : filed.filter((f) => f.automatic).length / filed.length;
  console.log(
    `\n${table([
      ['合计', ''],
      ['新提交', fresh.length],
      ['之前已在册', filed.length - fresh.length],
      ['未受理', refused.length],
      ['自动派单', `${Math.round(share * 100)}%`],
      ['提交 p50 / p95', `${Math.round(quantile(fresh, 0.5))} / ${Math.round(quantile(fresh, 0.95))} ms`],
      ['用时', `${seconds.toFixed(1)} s`],
    ])}`,
  );
  console.log(`类别：${counted(filed.map((f) => CATEGORIES[f.view.category]))}`);
  console.log(`状态：${counted(filed.map((f) => STATES[f.view.state]))}`);
  console.log(
    `级别：${counted(filed.map((f) => (f.view.severity === null ? '不定级' : SEVERITIES[f.view.severity])))}`,
  );
  for (const { line, why } of [...refused].sort((a, b) => a.line - b.line)) console.log(`第 ${line} 行未受理：${why}`);
}

/** @returns how much is wrong */
function check(
  filed: readonly Filed[],
  before: ReadonlyMap<ComplaintId, number>,
  after: ReadonlyMap<ComplaintId, number>,
): number {
  const missing = filed.filter((f) => !after.has(f.view.id));
  const twice = [...after].filter(([, times]) => times > 1);
  const shared = filed.length - new Set(filed.map((f) => f.view.number)).size;
  const fresh = filed.filter((f) => f.ms !== null).length;
  const grown = after.size - before.size;
  // Somebody else may file meanwhile, nobody may unfile.
  const lost = Math.max(0, fresh - grown);
  for (const { row } of missing) console.log(`第 ${row.line} 行（${row.id}）不在一览表里`);
  console.log(
    missing.length + twice.length + shared + lost === 0
      ? `✔ ${filed.length} 条都在《客户投诉一览表》里，各一次；一览表从 ${before.size} 条到 ${after.size} 条`
      : `✘ 缺 ${missing.length} 条，重复 ${twice.length} 条，编号相同 ${shared} 条，少增 ${lost} 条`,
  );
  return missing.length + twice.length + shared + lost;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
