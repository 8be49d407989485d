/** The supervisor's page: every number is the length of the list that it opens (RP-04), and who may see it. */
import { _ } from '../../cloudfunctions/platform/operators';
import type { Counted } from '../../domain/report/shares';
import type { Share } from '../../types/api/dashboard';
import { BROKEN_DOWN, DIMENSIONS, type Dimension } from '../../types/figures';
import type { InputOf, OutputOf } from '../../types/procedures';
import { ComplaintWay, cmd, on, refusalOf } from '../support/complaint-way';
import { BIHAI, CUIHU, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let supervisor: TestPerson;

const MONDAY_9 = '2026-11-16T01:00:00.000Z';

beforeAll(async () => {
  world = await startTestCloud({ workersPerFunction: 1 });
  world.at(MONDAY_9);
  supervisor = await world.staff('supervisor');
  for (const key of ['receptionist', 'head', 'handler', 'patrol', 'manager', 'orderHead'] as const)
    await world.staff(key);
}, 240_000);
afterAll(() => world?.close());

type View = OutputOf<'dashboard'>;
type Filter = Omit<InputOf<'register'>, 'estateId' | 'cursor' | 'limit'>;

/** Every page of the register. */
async function listed(filter: Filter): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: OutputOf<'register'> = await supervisor.as('register', {
      ...filter,
      estateId: CUIHU,
      limit: 3,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== null);
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}

const sharesOf = ({ rates, callbacks, reopened, clocks }: View): Share[] => [
  rates.response,
  rates.resolution,
  rates.satisfaction,
  callbacks.ordinary.done,
  ...(callbacks.ordinary.drawn === null ? [] : [callbacks.ordinary.drawn]),
  callbacks.grave.done,
  reopened,
  ...clocks,
];
const numbersOf = (view: View): Counted[] => [
  view.filed,
  view.closed,
  view.callbacks.unreached,
  ...sharesOf(view).flatMap(({ whole, part }) => [whole, part]),
];

const FILTER_OF = { department: 'departmentId', building: 'building', category: 'category' } as const;

/** Every number on the page against the list that it opens; what differs. */
async function differences(view: View): Promise<string[]> {
  const wrong: string[] = [];
  const compare = async (what: string, count: number, filter: Filter) => {
    const list = await listed(filter);
    if (list.length !== count) wrong.push(`${what}: ${count}, the list has ${list.length}`);
  };
  await compare('open', view.now.open, { open: true });
  await compare('late', view.now.late, { due: 'late' });
  await compare('soon', view.now.soon, { due: 'soon' });
  for (const { severity, count } of view.now.bySeverity) await compare(severity, count, { open: true, severity });
  const { month } = view;
  const seen = new Set<string>();
  for (const { figure, count } of numbersOf(view)) {
    if (seen.has(figure)) continue;
    seen.add(figure);
    await compare(figure, count, { counted: { month, figure } });
  }
  for (const dimension of Object.keys(DIMENSIONS) as Dimension[])
    for (const { value, counts } of view.by[dimension])
      for (const figure of BROKEN_DOWN)
        await compare(`${figure} ${dimension} ${value}`, counts[figure], {
          counted: { month, figure },
          [FILTER_OF[dimension]]: value,
        });
  return wrong;
}

const look = (month?: string) => supervisor.as('dashboard', { estateId: CUIHU, ...(month ? { month } : {}) });
const count = (view: View, dimension: Dimension, value: string) =>
  view.by[dimension].find((bar) => bar.value === value)?.counts;

test('[RP-04] before anything happened the month is empty', async () => {
  const view = await look();
  expect(view).toMatchObject({ month: '2026-11', now: { open: 0, late: 0, soon: 0 }, filed: { count: 0 } });
  expect(sharesOf(view).map(({ share }) => share)).toEqual(sharesOf(view).map(() => null));
});

test('[RP-04] each number is the length of the list it opens, while complaints are filed, handled, closed and reopened', async () => {
  const wang = await world.resident('wang');
  const li = await world.resident('li');
  const wangs = new ComplaintWay(world, wang);
  const lis = new ComplaintWay(world, li);

  await wangs.to('filed');
  await lis.to('investigating', { place: { area: '地下车库' } });
  const first = await wangs.closed();
  await lis.to('handling', { place: { building: '5' } });
  expect(await differences(await look())).toEqual([]);

  // The residents' first page tells of the same month.
  const [view, { figures }] = [await look(), await wang.as('homeOverview', {})];
  expect(figures).toMatchObject({ month: view.month, filed: view.filed.count, closed: view.closed.count });
  expect(view.closed.count).toBeGreaterThan(0);
  // Of so few no rate is told.
  expect(figures).toMatchObject({ onTime: null, solved: null, satisfied: null });

  // Another category and department afterwards: it counts there, and no longer where it counted.
  const moved = await lis.to('dispatched', { place: { building: '3' } });
  const before = await look();
  const came = count(before, 'category', moved.category)?.filed ?? 0;
  const head = await world.staff('head');
  await head.as('returnToDesk', { ...on(moved), reason: '属于秩序部的事' });
  const receptionist = await world.staff('receptionist');
  const back = await receptionist.as('getComplaint', { id: moved.id });
  await receptionist.as('dispatch', {
    ...on(back),
    kind: 'complaint',
    category: 'parking',
    responsibility: 'own',
    departmentId: wangs.department(back, '物业管理部（秩序）'),
  });
  const after = await look();
  expect(count(after, 'category', moved.category)?.filed ?? 0).toBe(came - 1);
  expect(count(after, 'category', 'parking')?.filed).toBe(1);
  expect(after.by.department.find(({ name }) => name === '物业管理部（秩序）')?.counts.filed).toBe(1);
  expect(after.filed.count).toBe(before.filed.count);
  expect(await differences(after)).toEqual([]);

  // Reopened after it was closed: a reopening of those told in this month.
  if (first.state === 'closed') await wang.as('reopen', { ...on(first), why: '今天又坏了' });
  const reopened = await look();
  expect(reopened.reopened).toMatchObject({ part: { count: 1 } });
  expect(reopened.reopened.share).toBeCloseTo(1 / reopened.reopened.whole.count);
  expect(await differences(reopened)).toEqual([]);
}, 240_000);

test('[RP-04, CK-02] late and about to be late are counted as the list shows them; a missed clock counts as soon as it is missed', async () => {
  world.at('2026-11-16T05:00:00.000Z');
  await world.runClock();
  const view = await look();
  expect(view.now.late).toBeGreaterThan(0);
  const dispatching = view.clocks.find(({ kind }) => kind === 'dispatch');
  expect(dispatching?.part.count ?? 0).toBe(
    (await listed({ counted: { month: '2026-11', figure: 'late-dispatch' } })).length,
  );
  expect(await differences(view)).toEqual([]);
  // 80 % of two days (CK-02): what was filed on Monday presses.
  world.at('2026-11-17T17:00:00.000Z');
  await world.runClock();
  expect(await differences(await look())).toEqual([]);
}, 240_000);

test('[RP-04, CB-01] the dissatisfied, the solved, and the callback share against its quota', async () => {
  const zhao = new ComplaintWay(world, await world.resident('zhao'));
  // 重点客户: always called back, at home.
  const grave = await zhao.to('informed', { place: { building: '3' } });
  const told = await look();
  expect(told.callbacks.grave).toMatchObject({ quota: 1, done: { share: 0, whole: { count: 1 }, part: { count: 0 } } });
  expect(told.callbacks.ordinary.quota).toBe(0.6);
  await (await world.staff('patrol')).as('recordCallback', {
    complaintId: grave.id,
    commandId: cmd(),
    form: 'visit',
    reached: true,
    solved: false,
    satisfaction: 2,
    opinions: '没有解决',
  });
  const view = await look();
  expect(view.callbacks.grave.done).toMatchObject({ share: 1, part: { count: 1 } });
  expect(view.by.department.reduce((sum, { counts }) => sum + counts.dissatisfied, 0)).toBe(
    (await listed({ counted: { month: '2026-11', figure: 'dissatisfied' } })).length,
  );
  expect(await listed({ counted: { month: '2026-11', figure: 'unsolved' } })).toContain(grave.id);
  expect(await differences(view)).toEqual([]);
}, 240_000);

test('[RP-04] the next month begins empty, and the one before stays as it was, with its lists', async () => {
  const before = await look();
  world.at('2026-12-01T01:00:00.000Z');
  const december = await look();
  expect(december).toMatchObject({ month: '2026-12', filed: { count: 0 } });
  expect(december.now.open).toBe(before.now.open);
  const november = await look('2026-11');
  expect(november.filed).toEqual(before.filed);
  expect(november.by).toEqual(before.by);
  await world.runClock();
  expect(await differences(await look('2026-11'))).toEqual([]);
  expect(await differences(await look())).toEqual([]);
}, 240_000);

test('[RP-04] counting again changes nothing, and a month that was lost is counted anew', async () => {
  const before = await look('2026-11');
  const { items } = await supervisor.as('register', { estateId: CUIHU, limit: 100 });
  const again = async () => {
    for (const { id } of items)
      await world.database.update('complaints', id, { settledEvents: 0, unsettledSince: '2026-11-30T00:00:00.000Z' });
    world.at('2026-12-01T01:10:00.000Z');
    await world.runClock();
  };
  await again();
  expect((await look('2026-11')).by).toEqual(before.by);
  const lost = await world.database.find<{ _id: string }>('figures', { where: { _id: _.gt('') }, limit: 1000 });
  for (const { _id } of lost) await world.database.remove('figures', _id);
  expect((await look('2026-11')).filed.count).toBe(0);
  await again();
  expect((await look('2026-11')).by).toEqual(before.by);
}, 240_000);

test('[RP-04] three reads, whatever is on file', async () => {
  const { counters } = world.cloud;
  await look();
  counters.reset();
  await look();
  const calls = Object.entries(counters.byAction()).reduce(
    (sum, [action, times]) => sum + (action.startsWith('database.') ? times : 0),
    0,
  );
  // One of them finds out who calls.
  expect(calls).toBeLessThanOrEqual(4);
});

describe('who may see it', () => {
  test('[RP-04] supervisor, manager, general manager and quality; nobody else', async () => {
    for (const key of ['manager', 'generalManager', 'quality'] as const)
      await expect((await world.staff(key)).as('dashboard', { estateId: CUIHU })).resolves.toMatchObject({
        estateId: CUIHU,
      });
    for (const key of ['receptionist', 'head', 'handler', 'patrol', 'admin'] as const) {
      const person = await world.staff(key);
      expect([key, (await refusalOf(person.as('dashboard', { estateId: CUIHU }))).code]).toEqual([key, 'notAllowed']);
    }
    const wang = await world.resident('wang');
    expect((await refusalOf(wang.as('dashboard', { estateId: CUIHU }))).code).toBe('notAllowed');
  });

  test('[RP-04] only of their own estate; another one isn’t there for them', async () => {
    expect((await refusalOf(supervisor.as('dashboard', { estateId: BIHAI }))).code).toBe('notFound');
    await expect((await world.staff('generalManager')).as('dashboard', { estateId: BIHAI })).resolves.toMatchObject({
      filed: { count: 0 },
    });
  });
});
