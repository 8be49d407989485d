/** What reads alike, over the real functions, the real SDK and the local cloud: the index, what the desk sees, SV-22. */
import type { AlikeDocument } from '../../cloudfunctions/features/incident/alike-document';
import { inEstate, entryKeys } from '../../domain/incident/alike-index';
import { matterOf } from '../../domain/incident/matter';
import type { CommandId, ComplaintId, DepartmentId } from '../../types/ids';
import type { Category } from '../../types/vocabulary';
import {
  CUIHU,
  homeOf,
  newCommandId,
  startTestCloud,
  type ResidentKey,
  type StaffKey,
  type TestCloud,
  type TestPerson,
} from '../support/estate';
import { ComplaintWay } from '../support/complaint-way';

let world: TestCloud;
const residents = {} as Record<ResidentKey, TestPerson>;
const staff = {} as Record<StaffKey, TestPerson>;
const cmd = () => newCommandId() as CommandId;

beforeAll(async () => {
  world = await startTestCloud();
  world.at('2026-11-20T02:00:00.000Z');
  for (const key of ['wang', 'wangWife', 'li', 'zhao'] as const) residents[key] = await world.resident(key);
  for (const key of ['receptionist', 'supervisor', 'head'] as const) staff[key] = await world.staff(key);
}, 240_000);
afterAll(() => world?.close());
afterEach(() => world.cloud.faults.reset());

/** The number's counter, the use in this hour, the complaint itself. */
const SAVED_AND_DEAD = 3;
/** Calls of a resident's withdrawal with its message, figures and index. */
const WITHDRAWAL = { 'database.getDocument': 6, 'database.insertDocument': 1, 'database.modifyDocument': 3 };

const filed = async (key: ResidentKey, description: string, area: string): Promise<ComplaintId> => {
  const { id } = await residents[key].as('fileComplaint', {
    commandId: cmd(),
    kind: 'complaint',
    description,
    homeId: homeOf(residents[key]),
    place: { area },
  });
  return id;
};
const get = (id: ComplaintId) => staff.supervisor.as('getComplaint', { id });
const important = async (id: ComplaintId): Promise<boolean> =>
  (await get(id)).reasons.some(({ code, struck }) => code === 'SV-22' && !struck);
const entry = (id: ComplaintId) => world.database.get<AlikeDocument>('alike', id);
const alikeFor = async (complaintId: ComplaintId) => staff.receptionist.as('alikeMatters', { complaintId });

test('[SV-22] the third different complainant makes all of them important, in whatever words, before anybody merged them', async () => {
  const first = await filed('wang', '南门道闸杆抬起来就落不下去了，外面的车随便进', '南门');
  const again = await filed('wangWife', '南门那个道闸的杆子还是竖着落不下来，外面车都进来了', '南门');
  const second = await filed('li', '南门的道闸坏了，抬杆一直竖着放不下来', '南门');
  // Two of one home are one complainant.
  expect([await important(first), await important(again), await important(second)]).toEqual([false, false, false]);
  const elsewhere = await filed('wangWife', '北门道闸杆抬起来就落不下去了，外面的车随便进', '北门');
  const third = await filed('zhao', '南门道闸的抬杆放不下来，栏杆坏了谁的车都能进', '南门');
  for (const id of [first, again, second, third]) expect([id, await important(id)]).toEqual([id, true]);
  expect(await important(elsewhere)).toBe(false);
  const view = await get(third);
  expect(view.severity).toBe('important');
  expect(view.reasons.find(({ code }) => code === 'SV-22')?.evidence).toMatch(/3 户/);
});

test('[SV-22] [IN-07] the desk sees what reads alike, the most alike first, with the words that both have', async () => {
  const first = await filed('wang', '儿童乐园滑梯边上裂了一条口子，孩子裤子刮破了', '儿童乐园');
  const near = await filed('li', '儿童乐园的滑梯开裂，孩子手被划破', '儿童乐园');
  await filed('zhao', '儿童乐园半夜有人吵闹睡不着', '儿童乐园');
  const { complaints } = await alikeFor(near);
  expect(complaints.map(({ id }) => id)).toEqual([first]);
  expect(complaints[0]?.shared.join(' ')).toMatch(/滑梯/);
  expect(await alikeFor(first)).toMatchObject({ complaints: [{ id: near }] });
});

/** As the page sends it when nothing is said of the place. */
const filedAtHome = async (key: ResidentKey, description: string): Promise<ComplaintId> =>
  (
    await residents[key].as('fileComplaint', {
      commandId: cmd(),
      kind: 'complaint',
      description,
      homeId: homeOf(residents[key]),
      place: {},
    })
  ).id;

test('[SV-22] whose building is not said lives in one: another building’s lift is not counted in, their own is', async () => {
  const first = await filedAtHome('wang', '电梯故障停运一天了没人修');
  const second = await filedAtHome('zhao', '电梯故障停运了，一天都没人来修');
  const elsewhere = await filedAtHome('li', '8号楼电梯故障停运一天了没人修');
  for (const id of [first, second, elsewhere]) expect([id, await important(id)]).toEqual([id, false]);
  const third = await filedAtHome('li', '3栋1单元电梯故障停运一天了没人修');
  for (const id of [first, second, third]) expect([id, await important(id)]).toEqual([id, true]);
  expect(await important(elsewhere)).toBe(false);

  // Nobody is offered what stands still in another building, whoever says it without a number.
  const view = await get(elsewhere);
  await staff.receptionist.as('openIncident', {
    complaintId: elsewhere,
    version: view.version,
    commandId: cmd(),
    summary: '8号楼电梯故障停运',
    placeText: '8号楼电梯',
    publicPlace: true,
  });
  const asked = (text: string) => residents.wang.as('alikeIncidents', { homeId: homeOf(residents.wang), text });
  expect((await asked('电梯坏了，停运一天了没人修')).items).toEqual([]);
  expect((await asked('8号楼电梯坏了，停运一天了没人修')).items.map(({ summary }) => summary)).toEqual([
    '8号楼电梯故障停运',
  ]);
});

test('[IN-07] an incident is found by what its complaints say too, though its summary says it in other words', async () => {
  const lead = await filed('wang', '泳池的水浑得看不见底，孩子游完身上痒', '泳池');
  const view = await get(lead);
  await staff.receptionist.as('openIncident', {
    complaintId: lead,
    version: view.version,
    commandId: cmd(),
    summary: '会所水上设施待整改',
    placeText: '会所',
    publicPlace: true,
  });
  const offered = await residents.li.as('alikeIncidents', {
    homeId: homeOf(residents.li),
    text: '游泳池的水太浑了，娃下去一趟身上痒',
  });
  expect(offered.items.map(({ summary }) => summary)).toEqual(['会所水上设施待整改']);
  expect(JSON.stringify(offered)).not.toContain('看不见底');
});

test('[IN-07] [PV-01] the index holds hashes and codes: no words, no home and nobody', async () => {
  const words = '王大妈家门口的快递柜屏幕黑了取不出件，电话 13800138000';
  const id = await filed('wang', words, '王大妈家旁边的快递柜');
  const text = JSON.stringify(await entry(id));
  for (let i = 0; i + 4 <= words.length; i += 1) expect(text).not.toContain(words.slice(i, i + 4));
  expect(text).not.toContain('王大妈');
  expect(text).not.toContain(homeOf(residents.wang));
  expect(text).not.toContain((await get(id)).number);
});

test('[IN-08] words that were added are found, what was withdrawn is not', async () => {
  const first = await filed('wang', '中心广场那边太吵了，受不了', '中心广场');
  await residents.wang.as('addWords', {
    complaintId: first,
    commandId: cmd(),
    text: '就是跳舞的大喇叭，广场舞音响开到最大',
  });
  const second = await filed('li', '中心广场跳舞的音响声音太大，吵得孩子没法写作业', '中心广场');
  expect((await alikeFor(second)).complaints.map(({ id }) => id)).toEqual([first]);
  await residents.wang.as('withdraw', { complaintId: first, commandId: cmd(), reason: '已经不吵了' });
  expect((await alikeFor(second)).complaints).toEqual([]);
  expect((await entry(first))?.keys).toEqual([]);
  await world.runClock();
  expect(await entry(first)).toBeNull();
  expect(await entry(second)).not.toBeNull();
});

test('[MS-03] [SV-22] a function that dies after saving leaves nothing out: the clock writes the index and counts', async () => {
  const one = await filed('wang', '后院化粪池满了往外冒粪水，臭得开不了窗', '后院');
  const two = await filed('li', '后院的化粪池又冒了，粪水流一地，臭气熏天', '后院');
  world.cloud.faults.set({ killAfterWrites: SAVED_AND_DEAD });
  await filed('zhao', '化粪池往外冒粪水，后院臭死人', '后院').catch(() => undefined);
  world.cloud.faults.reset();
  const third = (await residents.zhao.as('myComplaints', {})).items.find(({ summary }) => summary.includes('化粪池'));
  if (third === undefined) throw new Error('it died before it was saved');
  expect([await entry(third.id), await important(one)]).toEqual([null, false]);
  world.cloud.clock.set(world.cloud.clock.now() + 2 * 60_000);
  await world.runClock();
  await world.runClock();
  expect([await important(one), await important(two), await important(third.id)]).toEqual([true, true, true]);
  expect(await entry(third.id)).not.toBeNull();
});

describe('one that was counted is gone', () => {
  const withdrawn = (key: ResidentKey, complaintId: ComplaintId) =>
    residents[key].as('withdraw', { complaintId, commandId: cmd(), reason: '已经好了' });
  /** The clock settles what a request left behind a minute ago. */
  const later = async () => {
    world.cloud.clock.set(world.cloud.clock.now() + 2 * 60_000);
    await world.runClock();
  };
  const strikes = async (id: ComplaintId) =>
    (await get(id)).timeline.filter(({ type }) => type === 'reasonStruck').map(({ detail, by }) => [detail, by]);
  const told = async (id: ComplaintId) =>
    (await staff.supervisor.as('inbox', {})).items.filter(
      ({ complaintId, lines }) => complaintId === id && lines.some(({ value }) => value.startsWith('雷同投诉不再够数')),
    ).length;
  test('[SV-22] [IN-08] one of three is withdrawn: the others hold it no more, with a note, once, and the supervisor hears of it', async () => {
    const words = '篮球场的篮筐掉下来了，篮板也裂了';
    const first = await filed('wang', words, '篮球场');
    const second = await filed('li', '篮球场篮筐掉了，篮板裂开', '篮球场');
    const third = await filed('zhao', '篮球场的篮筐掉了，篮板裂了', '篮球场');
    for (const id of [first, second, third]) expect([id, await important(id)]).toEqual([id, true]);
    const { number } = await get(first);
    await withdrawn('wang', first);
    for (const id of [second, third]) {
      expect([id, await important(id)]).toEqual([id, false]);
    }
    expect((await get(second)).severity).toBe('ordinary');
    await later();
    await later();
    for (const id of [second, third]) {
      expect(await strikes(id)).toEqual([[`${number} 已撤回，同一问题的投诉不再够数`, expect.anything()]]);
      expect(await told(id)).toBe(1);
    }
    // A third comes: it holds again, and the history keeps both.
    const fourth = await filed('wang', words, '篮球场');
    for (const id of [second, third, fourth]) expect([id, await important(id)]).toEqual([id, true]);
    expect((await get(second)).reasons.filter(({ code }) => code === 'SV-22')).toHaveLength(2);
  });

  const dispatched = async (complaintId: ComplaintId, category: Category) => {
    const { version, choices } = await staff.receptionist.as('getComplaint', { id: complaintId });
    await staff.receptionist.as('dispatch', {
      ...{ complaintId, version, commandId: cmd(), kind: 'complaint', category, responsibility: 'own' },
      departmentId: choices.departments.find(({ name }) => name === '工程维修部')?.id ?? ('' as DepartmentId),
    });
  };

  test('[SV-22] [RG-03] dispatched as proposed all three stand; corrected to another matter none of them does', async () => {
    for (const key of ['wang', 'li', 'zhao'] as const)
      for (const { id, summary } of (await residents[key].as('myComplaints', {})).items)
        if (summary.includes('儿童乐园')) await withdrawn(key, id);
    const one = await filed('zhao', '滑梯坏了一直没修，小孩摔了一跤', '儿童乐园');
    const two = await filed('li', '滑梯的螺丝松了，晃得厉害', '儿童乐园');
    const other = await filed('wang', '滑梯太旧了该换', '儿童乐园');
    const all = [one, two, other];
    for (const id of all) expect([id, await important(id)]).toEqual([id, true]);
    await dispatched(two, 'facility');
    await later();
    for (const id of all) expect([id, await important(id)]).toEqual([id, true]);
    await dispatched(other, 'fees');
    for (const id of all) expect([id, await important(id)]).toEqual([id, false]);
    await later();
    const { number } = await get(other);
    for (const id of all)
      expect(await strikes(id)).toEqual([[`${number} 已更正，同一问题的投诉不再够数`, expect.anything()]]);
  });

  test('[SV-22] of four one may go; what a supervisor struck or added by hand is theirs', async () => {
    const words = '西侧围墙的铁栏杆断了两根，人都能钻进来';
    const [one, two, three] = [
      await filed('wang', words, '西侧围墙'),
      await filed('li', words, '西侧围墙'),
      await filed('zhao', words, '西侧围墙'),
    ];
    const spare = await filed('wangWife', words, '西侧围墙');
    const decide = async (
      name: 'strikeSeverityReason' | 'addSeverityReason',
      complaintId: ComplaintId,
      note: string,
    ) => {
      const { version } = await get(complaintId);
      await staff.supervisor.as(name, { complaintId, version, commandId: cmd(), reason: 'SV-22', note });
    };
    await decide('strikeSeverityReason', two, '她家住得远');
    await decide('strikeSeverityReason', three, '先撤');
    await decide('addSeverityReason', three, '三家当面反映过');
    // Of the two of one home either will do.
    await withdrawn('wang', one);
    await later();
    expect(await important(spare)).toBe(true);
    await withdrawn('wangWife', spare);
    await later();
    expect([await important(two), await important(three)]).toEqual([false, true]);
    expect((await strikes(two)).map(([note]) => note)).toEqual(['她家住得远']);
    expect((await strikes(three)).map(([note]) => note)).toEqual(['先撤']);
  });

  test('[MS-03] [SV-22] a function that dies after saving the withdrawal leaves nothing standing', async () => {
    const words = '东侧步道的地砖塌了一大块，踩空崴脚';
    const [one, two, three] = [
      await filed('wang', words, '东侧步道'),
      await filed('li', words, '东侧步道'),
      await filed('zhao', words, '东侧步道'),
    ];
    world.cloud.faults.set({ killAfterWrites: 1 });
    await withdrawn('wang', one).catch(() => undefined);
    world.cloud.faults.reset();
    expect((await get(one)).state).toBe('withdrawn');
    expect([await important(two), await important(three)]).toEqual([true, true]);
    await later();
    await later();
    expect([await important(two), await important(three)]).toEqual([false, false]);
    expect([(await strikes(two)).length, (await strikes(three)).length]).toEqual([1, 1]);
  });

  test('[SV-22] [IF-03] one that is closed keeps what it was closed with, and is counted anew when it is opened again', async () => {
    const description = '会所门口的台阶裂了一大块，老人踩空滑倒了';
    const one = await filed('zhao', description, '会所门口');
    const two = await filed('li', description, '会所门口');
    const way = new ComplaintWay(world, residents.wang);
    const { id: three } = await way.closed({ description, place: { area: '会所门口' } });
    for (const id of [one, two, three]) expect([id, await important(id)]).toEqual([id, true]);
    await withdrawn('zhao', one);
    expect([await important(two), await important(three)]).toEqual([false, true]);
    await residents.wang.as('reopen', { complaintId: three, commandId: cmd(), why: '又裂了' });
    expect(await important(three)).toBe(false);
    expect((await strikes(three)).map(([note]) => note)).toEqual(['重新打开时同一问题的投诉已不够数']);
  });

  test('[SV-22] the withdrawal of what nobody counted costs not one call more', async () => {
    const id = await filed('wang', '顶楼水箱盖子没盖好，怕有虫子进去', '顶楼');
    world.cloud.counters.reset();
    await withdrawn('wang', id);
    expect(world.cloud.counters.byAction()).toEqual(WITHDRAWAL);
  });
});

describe('what it costs', () => {
  const kept = (n: number, text: string, filedAt: string): AlikeDocument => {
    const matter = matterOf(text);
    return {
      _id: `many-${n}` as ComplaintId,
      estateId: CUIHU,
      version: 1,
      keys: inEstate(CUIHU, entryKeys(matter)),
      matter,
      filedAt,
      open: true,
      incidentId: null,
      until: null,
    };
  };
  const OTHERS = [
    '路灯不亮晚上回家摸黑',
    '物业费涨价没有公示',
    '楼道堆满杂物没人清',
    '草坪上全是狗屎没人管',
    '停车位被外来车占了',
    '水压太小洗不了澡',
  ];
  /** Of the search alone: what is read of the database in calls and rows. */
  const cost = async (id: ComplaintId) => {
    const { counters, engine } = world.cloud;
    counters.reset();
    const before = engine.rowsRead();
    await alikeFor(id);
    return { calls: counters.total(), rows: engine.rowsRead() - before };
  };

  test('[IN-07] what reads alike is found among 600 newer ones of its category, with and without a building, in as many reads', async () => {
    const pairs = [
      [
        await filed('wang', '中心广场喷泉的水泵嗡嗡响一整夜', '中心广场'),
        '中心广场喷泉水泵整夜嗡嗡响个不停',
        '中心广场',
      ],
      [await filedAtHome('wang', '楼道消防门的闭门器掉了，门关不严'), '消防门闭门器坏了，关不严', '3栋1单元楼道'],
    ] as const;
    for (const [n, [first, text, area]] of pairs.entries()) {
      const kind = (await entry(first))?.matter;
      if (kind === undefined) throw new Error('it is not in the index');
      const asking = await filed('zhao', text, area);
      const mine = (await entry(asking))?.matter;
      const common = [...kind.categories, ...(mine?.categories ?? [])];
      const other = { ...matterOf('一句别的话而已'), categories: [...new Set(common)], building: kind.building };
      const documents = Array.from({ length: 600 }, (_, i) => ({
        ...kept(10_000 + n * 1000 + i, '', '2026-11-20T09:00:00.000Z'),
        keys: inEstate(CUIHU, entryKeys(other)),
        matter: other,
      }));
      const put = async (from: number, to: number) => {
        for (let i = from; i < to; i += 100) await world.database.insert('alike', documents.slice(i, i + 100));
      };
      await put(0, 300);
      const half = await cost(asking);
      await put(300, 600);
      expect((await alikeFor(asking)).complaints.map(({ id }) => id)).toContain(first);
      const all = await cost(asking);
      expect(all.calls).toBeLessThanOrEqual(half.calls);
      expect(all.rows).toBeLessThanOrEqual(half.rows + 2);
    }
  });

  test('[SV-22] whoever holds it already is not told again: the fifth costs no more than the fourth', async () => {
    const words = '东门岗亭的保安夜里不在岗，随便进出';
    for (const key of ['wang', 'li', 'zhao'] as const) await filed(key, words, '东门岗亭');
    const spent = async () => {
      world.cloud.counters.reset();
      const id = await filed('wang', words, '东门岗亭');
      const calls = world.cloud.counters.total();
      expect(await important(id)).toBe(true);
      return calls;
    };
    const fourth = await spent();
    expect(await spent()).toBeLessThanOrEqual(fourth);
  });

  test('[SV-22] [MS-03] of many at once twelve are told within the request, all by the clock, itself the last', async () => {
    world.cloud.clock.set(world.cloud.clock.now() + 2 * 3_600_000);
    const words = '西门的路灯整夜不亮，黑灯瞎火看不见路';
    const many: ComplaintId[] = [];
    for (let i = 0; i < 5; i += 1)
      for (const key of ['wang', 'wangWife', 'li'] as const) many.push(await filed(key, words, '西门'));
    const last = await filed('zhao', words, '西门');
    const told = async () => (await Promise.all(many.map(important))).filter(Boolean).length;
    expect([await told(), await important(last)]).toEqual([12, false]);
    world.cloud.clock.set(world.cloud.clock.now() + 2 * 60_000);
    await world.runClock();
    expect([await told(), await important(last)]).toEqual([many.length, true]);
  });

  test('[IN-07] [SV-22] looking for alike ones costs the same with 2,000 on file as with 100', async () => {
    const asking = await filed('li', '19号楼电梯门合不拢，反复开关', '19号楼');
    const building = (n: number) => `${(n % 15) + 1}号楼`;
    const fill = async (from: number, to: number) => {
      const documents = Array.from({ length: to - from }, (_, i) =>
        kept(from + i, `${building(from + i)}${OTHERS[(from + i) % OTHERS.length] ?? ''}`, '2026-11-19T02:00:00.000Z'),
      );
      for (let i = 0; i < documents.length; i += 100) await world.database.insert('alike', documents.slice(i, i + 100));
    };
    await fill(0, 100);
    await cost(asking);
    const few = await cost(asking);
    await fill(100, 2000);
    const many = await cost(asking);
    expect(many.calls).toBe(few.calls);
    expect(many.rows).toBeLessThanOrEqual(few.rows + 2);
  });
});
