/** CB-01 over the real functions: the draw, the home that was just asked, and the auditor who trusts nobody. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { type DrawDocument, sealOfSeed } from '../../cloudfunctions/features/callback/draw-lot';
import type { ComplaintDocument } from '../../cloudfunctions/features/complaint/complaint-document';
import type { CommandId, ComplaintId } from '../../types/ids';
import type { ComplaintView } from '../../types/views';
import { CUIHU, homeOf, newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

const FRIDAY_10 = '2026-11-20T02:00:00.000Z';
const NOVEMBER = 'cuihu:2026-11';
const cmd = () => newCommandId() as CommandId;

let world: TestCloud;
let wang: TestPerson;
let wangWife: TestPerson;
let li: TestPerson;
let receptionist: TestPerson;
let supervisor: TestPerson;
let head: TestPerson;
let patrol: TestPerson;

beforeAll(async () => {
  world = await startTestCloud();
  world.at(FRIDAY_10);
  wang = await world.resident('wang');
  wangWife = await world.resident('wangWife');
  li = await world.resident('li');
  receptionist = await world.staff('receptionist');
  supervisor = await world.staff('supervisor');
  head = await world.staff('head');
  patrol = await world.staff('patrol');
}, 240_000);
afterAll(() => world?.close());

const on = (view: Pick<ComplaintView, 'id'>) => ({ complaintId: view.id, commandId: cmd() });

/** Each matter another one: the same of the same home again would be hot (SV-12). */
const CATEGORIES = ['power', 'water', 'cleaning', 'greening', 'parking', 'pets', 'facility', 'noise'] as const;
/** The classifier can't tell, so that a person decides; no two alike, or the second would follow what was said of the first (RG-03). */
const VAGUE = [
  '这件小事我也说不清楚该找谁，麻烦有空来看看',
  '有个情况想跟你们当面讲一讲，在家等着',
  '上回说的那样，现在更厉害了，来人瞧瞧吧',
  '不知道归哪个部门管，反正不太对劲',
  '今天下班回来才发现的，你们过来就明白了',
  '跟以前比差远了，希望重视一下',
  '电话里讲不明白，最好派人上门',
  '早上出门时还好好的，晚上就成这样子',
] as const;
let matters = 0;

/** An ordinary matter of this resident's home, handled and reviewed: the resident has yet to be told. */
async function toInforming(resident: TestPerson): Promise<ComplaintView> {
  const category = CATEGORIES[matters % CATEGORIES.length] ?? 'other';
  const description = VAGUE[matters % VAGUE.length] ?? VAGUE[0];
  matters += 1;
  const { id } = await resident.as('fileComplaint', {
    commandId: cmd(),
    kind: 'repair',
    description,
    homeId: homeOf(resident),
    place: {},
  });
  let view = await receptionist.as('getComplaint', { id });
  const engineering = view.choices.departments.find((d) => d.name === '工程维修部');
  if (view.state === 'registered' && engineering !== undefined)
    view = await receptionist.as('dispatch', {
      ...on(view),
      kind: 'repair',
      category,
      responsibility: 'own',
      departmentId: engineering.id,
    });
  expect(view).toMatchObject({ state: 'dispatched', severity: 'ordinary' });
  const { choices } = await head.as('getComplaint', { id });
  await head.as('signFor', { ...on(view), handlerId: choices.handlers.find((h) => h.name === '刘强')?.id });
  await head.as('recordInvestigation', { ...on(view), findings: '灯泡老化', valid: true, responsibility: 'own' });
  await head.as('writePlan', { ...on(view), measures: '换灯泡', expectedAt: '2027-01-20T02:00:00.000Z' });
  await head.as('complete', { ...on(view), outcome: 'fixed', result: '已更换', noPhotoReason: '在机房内' });
  return supervisor.as('passReview', on(view));
}
const inform = (view: ComplaintView): Promise<ComplaintView> =>
  receptionist.as('informResident', { ...on(view), how: 'phone' });
const told = async (resident: TestPerson): Promise<ComplaintView> => inform(await toInforming(resident));

const ledger = async (): Promise<DrawDocument> => {
  const found = await world.database.get<DrawDocument>('draws', NOVEMBER);
  if (found === null) throw new Error('nothing was drawn yet');
  return found;
};

/** What the command line says and ends with. */
const audit = async (...args: string[]): Promise<{ status: number | null; said: string }> => {
  // Another process signs with the real time.
  world.cloud.clock.set(null);
  const child = spawn(process.execPath, ['--import', 'tsx', 'config/audit-draw.ts', ...args], {
    cwd: resolve(__dirname, '../..'),
    env: { PATH: process.env.PATH ?? '' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const status = await new Promise<number | null>((done) => child.on('close', done));
  world.at(FRIDAY_10);
  return { status, said };
};

describe('[CB-01] the draw of a month', () => {
  test('a home is sent one survey; drawn again within 14 days it is called by phone, whoever of the family filed', async () => {
    // The first two of a month are always drawn: one of one, two of two.
    const first = await told(wang);
    expect(first).toMatchObject({ state: 'callback', callback: { drawn: true, form: 'survey' } });
    const second = await told(wangWife);
    expect(second).toMatchObject({ state: 'callback', callback: { drawn: true, form: 'phone' } });
    expect(second.timeline.find((e) => e.type === 'callbackPlanned')?.detail).toContain('近期已收到过问卷');
    expect((await wangWife.as('getComplaint', { id: second.id })).actions).not.toContain('answerSurvey');
    expect((await patrol.as('getComplaint', { id: second.id })).actions).toContain('recordCallback');
    // Both are in the ledger: the share is a promise about all of the month.
    expect((await ledger()).entries.map((e) => e.complaintId)).toEqual([first.id, second.id]);
  });

  test('two of one home told at the same moment: one survey between them', async () => {
    const both = [await toInforming(li), await toInforming(li)];
    await Promise.all(both.map(inform));
    const surveyed = await Promise.all(both.map(({ id }) => li.as('getComplaint', { id })));
    const entries = (await ledger()).entries.filter((e) => both.some(({ id }) => id === e.complaintId));
    const drawn = entries.filter((e) => e.drawn).length;
    expect(entries).toHaveLength(2);
    expect(surveyed.filter((v) => v.callback?.form === 'survey')).toHaveLength(Math.min(1, drawn));
    expect(surveyed.filter((v) => v.callback?.form === 'phone')).toHaveLength(Math.max(0, drawn - 1));
  });

  test('told twice with a lost answer: one lot, one turn', async () => {
    const view = await toInforming(wang);
    const order = { ...on(view), how: 'phone' as const };
    world.cloud.faults.set({ dropAnswers: 1, dropAnswersOf: 'draws' });
    await receptionist.as('informResident', order).catch(() => null);
    world.cloud.faults.reset();
    const after = await receptionist.as('informResident', order);
    expect(['callback', 'closed']).toContain(after.state);
    expect((await ledger()).entries.filter((e) => e.complaintId === view.id)).toHaveLength(1);
  });

  test('after 14 days the home may be surveyed again', async () => {
    world.at('2026-12-04T02:30:00.000Z'); // Fri; the first survey went out two weeks before
    expect(await told(wang)).toMatchObject({ callback: { drawn: true, form: 'survey' } });
    world.at(FRIDAY_10);
  });
});

describe('[CB-01] npm run audit-draw', () => {
  const local = () => ['--local', world.cloud.url];

  test('says what it needs, and which estate there is not', async () => {
    expect(await audit()).toMatchObject({ status: 2, said: expect.stringContaining('用法') });
    expect(await audit('cuihu', '2026-13', ...local())).toMatchObject({ status: 2 });
    expect(await audit('nowhere', '2026-11', ...local())).toMatchObject({ status: 2, said: '没有这个小区。\n' });
    expect(await audit('bihai', '2026-11', ...local())).toMatchObject({
      status: 0,
      said: expect.stringContaining('本月没有抽过签'),
    });
  }, 240_000);

  test('an honest month agrees with its seed and with the complaints', async () => {
    const { entries } = await ledger();
    const { status, said } = await audit(CUIHU, '2026-11', ...local());
    expect([status, said]).toEqual([0, expect.stringContaining(`共 ${entries.length} 签`)]);
    expect(said).toContain('✔');
  }, 240_000);

  test('a falsified ledger, an exchanged seed, a draw taken out of the ledger: each is found', async () => {
    const honest = await ledger();
    const [first, ...others] = honest.entries;
    const flipped = honest.entries.map((e) => (e === first ? { ...e, drawn: false } : e));
    const forgeries = [{ entries: flipped }, { entries: others.map((e, i) => ({ ...e, position: i + 1 })) }];
    for (const forged of forgeries) {
      await world.database.update('draws', NOVEMBER, forged);
      const { status, said } = await audit(CUIHU, '2026-11', ...local());
      expect([status, said]).toEqual([1, expect.stringContaining('处不一致')]);
    }
    // Another seed may give the same few draws by chance; its seal never agrees with the log.
    const seed = honest.seed.split('').reverse().join('');
    await world.database.update('draws', NOVEMBER, { entries: honest.entries, seed });
    expect((await audit(CUIHU, '2026-11', ...local())).said).toContain(sealOfSeed(seed));
    await world.database.update('draws', NOVEMBER, { seed: honest.seed });
    expect((await audit(CUIHU, '2026-11', ...local())).said).toContain(sealOfSeed(honest.seed));
    expect((await audit(CUIHU, '2026-11', ...local())).status).toBe(0);
  }, 240_000);

  test('a complaint whose record was changed is named by its number', async () => {
    const [first] = (await ledger()).entries;
    const id = first?.complaintId ?? ('' as ComplaintId);
    const document = await world.database.get<ComplaintDocument>('complaints', id);
    const events = document?.events ?? [];
    const spared = events.map((e) =>
      e.type === 'callbackPlanned' ? { ...e, data: { ...e.data, drawn: false, why: 'notDrawn' } } : e,
    );
    await world.database.update('complaints', id, { events: spared });
    const { status, said } = await audit(CUIHU, '2026-11', ...local());
    await world.database.update('complaints', id, { events });
    expect([status, said]).toEqual([1, expect.stringContaining(document?.number ?? 'no document')]);
  }, 240_000);
});
