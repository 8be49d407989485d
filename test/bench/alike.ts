// `npm run bench:alike [-- --quick]`: what finding alike complaints costs with 1,000 and with 100,000 (quick: 10,000) complaints
// in the index, through the real functions over HTTP in a local cloud of its own. Needs `npm run build:functions`. Only the index
// is filled; of the complaints behind it a search reads at most five by their ids, however many there are.
import type { AlikeDocument } from '../../cloudfunctions/features/incident/alike-document';
import { entryKeys, inEstate } from '../../domain/incident/alike-index';
import { matterOf } from '../../domain/incident/matter';
import type { CommandId, ComplaintId } from '../../types/ids';
import { CUIHU, homeOf, newCommandId, startTestCloud, type TestCloud } from '../support/estate';
import { table } from './table';

const FEW = 1000;
const MANY = process.argv.includes('--quick') ? 10_000 : 100_000;
const WARM_UP = 30;
const TIMES = 150;
/** All in one estate, all open or of this month: far more than any has. */
const BUILDINGS = 60;
const SPOTS = ['南门', '北门', '东门', '地下车库', '儿童乐园', '中心花园', '快递柜旁边', '会所'];
const TROUBLES = [
  '电梯门合不拢，反复开关',
  '楼道的灯不亮，晚上回家摸黑',
  '半夜有人拖桌椅，吵得睡不着',
  '厨房的水管漏水，渗到楼下',
  '单元门的门禁刷不开',
  '垃圾两天没有人清，臭气很重',
  '消防通道堆满了旧家具',
  '外墙的瓷砖掉下来一块',
  '有人把电动车推上楼充电',
  '狗没有牵绳，追着孩子跑',
  '停车位被外来的车占着',
  '水压太小，洗澡出不来水',
  '草坪枯了一大片没有人补种',
  '装修的时候敲承重墙',
  '对讲机按了没有声音',
  '下水道返味，卫生间没法用',
];
const HOUR = 3_600_000;

const sentences = [
  ...Array.from({ length: BUILDINGS }, (_none, at) => `${at + 1}号楼`),
  ...SPOTS.flatMap((spot) => Array.from({ length: 3 }, () => spot)),
].flatMap((place) => TROUBLES.map((trouble) => `${place}${trouble}`));

/** Entries as the functions write them; every fifth complaint is open, the rest has ended within the month. */
function entries(now: number): (n: number) => AlikeDocument {
  const kept = sentences.map((sentence) => {
    const matter = matterOf(sentence);
    return { matter, keys: inEstate(CUIHU, entryKeys(matter)) };
  });
  return (n) => {
    const { matter, keys } = kept[Math.imul(n, 7919) % kept.length] ?? { matter: matterOf(''), keys: [] };
    const open = n % 5 === 0;
    return {
      _id: `bench-${String(n).padStart(8, '0')}` as ComplaintId,
      estateId: CUIHU,
      version: 1,
      keys,
      matter,
      filedAt: new Date(now - ((n % 700) + 1) * HOUR).toISOString(),
      open,
      incidentId: null,
      until: open ? null : new Date(now + HOUR).toISOString(),
    };
  };
}

/** Of the cloud with its functions, which run in this process; each per call. */
interface Cost {
  calls: number;
  rows: number;
  cpuMs: number;
}

async function costOf(act: (n: number) => Promise<unknown>, { cloud }: TestCloud): Promise<Cost> {
  for (let n = 0; n < WARM_UP; n += 1) await act(n);
  const { counters, engine } = cloud;
  counters.reset();
  const [rows, cpu] = [engine.rowsRead(), process.cpuUsage()];
  for (let n = 0; n < TIMES; n += 1) await act(n);
  const used = process.cpuUsage(cpu);
  return {
    calls: counters.total() / TIMES,
    rows: (engine.rowsRead() - rows) / TIMES,
    cpuMs: (used.user + used.system) / 1000 / TIMES,
  };
}

const one = (value: number): number => Math.round(value * 10) / 10;

async function main(): Promise<void> {
  const world = await startTestCloud({ env: { RATE_FACTOR: '100000' } });
  try {
    const { engine, clock } = world.cloud;
    const [resident, receptionist] = [await world.resident('li'), await world.staff('receptionist')];
    const homeId = homeOf(resident);
    const file = async (description: string): Promise<ComplaintId> => {
      const commandId = newCommandId() as CommandId;
      return (await resident.as('fileComplaint', { commandId, kind: 'complaint', description, homeId, place: {} })).id;
    };
    const common = await file('12号楼的电梯门又合不上了，来回开关');
    const rare = await file('架空层的乒乓球台断了一条腿');
    const acts: [string, (n: number) => Promise<unknown>][] = [
      ['派单页，常见的事', () => receptionist.as('alikeMatters', { complaintId: common })],
      ['派单页，少见的事', () => receptionist.as('alikeMatters', { complaintId: rare })],
      [
        '住户填写时',
        (n) => resident.as('alikeIncidents', { homeId, text: `${(n % BUILDINGS) + 1}号楼的水管漏了，渗水` }),
      ],
    ];
    const entry = entries(clock.now());
    const fillTo = async (from: number, to: number): Promise<void> => {
      const started = performance.now();
      await engine.insertMany(
        'alike',
        Array.from({ length: to - from }, (_none, n) => entry(from + n)),
      );
      console.log(`索引里 ${to} 件，写入用时 ${one((performance.now() - started) / 1000)} 秒`);
    };
    const measured = async (): Promise<Cost[]> => {
      const costs: Cost[] = [];
      for (const [, act] of acts) costs.push(await costOf(act, world));
      return costs;
    };
    await fillTo(0, FEW);
    const few = await measured();
    await fillTo(FEW, MANY);
    const many = await measured();
    const arrow = (a: number, b: number): string => `${one(a)} → ${one(b)}`;
    const rows = acts.map(([name], i) => {
      const [f, m] = [few[i], many[i]];
      if (f === undefined || m === undefined) throw new Error(`${name} was not measured`);
      const ratio = Math.round((m.cpuMs / f.cpuMs) * 100) / 100;
      return [name, arrow(f.calls, m.calls), arrow(f.rows, m.rows), arrow(f.cpuMs, m.cpuMs), ratio];
    });
    console.log(`\n${table([['每次', '库调用', '读行', 'CPU ms', 'CPU 比'], ...rows])}`);
  } finally {
    await world.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
