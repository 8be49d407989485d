// DP-06 over the real functions: the table is edited in the app and holds for what is dispatched from then on.
import { Refusal } from '../../types/errors';
import type { CommandId, ComplaintId, DepartmentId, PersonId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import {
  BIHAI,
  CUIHU,
  homeOf,
  newCommandId,
  PLAN,
  startTestCloud,
  DATA_KEY,
  type TestCloud,
  type TestPerson,
} from '../support/estate';
import { foundEstate } from '../../cloudfunctions/features/estate/found-estate';
import { sealWith } from '../../cloudfunctions/platform/seal';

const FRIDAY_10 = '2026-11-20T02:00:00.000Z';
const cmd = () => newCommandId() as CommandId;
const department = (key: string) => `cuihu.${key}` as DepartmentId;

let world: TestCloud;
let supervisor: TestPerson;
let admin: TestPerson;
let orderHead: TestPerson;
let wang: TestPerson;
beforeAll(async () => {
  world = await startTestCloud();
  world.at(FRIDAY_10);
  supervisor = await world.staff('supervisor');
  admin = await world.staff('admin');
  orderHead = await world.staff('orderHead');
  await world.staff('head');
  await world.staff('handler');
  wang = await world.resident('wang');
}, 240_000);
afterAll(() => world.close());

const refusal = async (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    (answer) => {
      throw new Error(`was allowed: ${JSON.stringify(answer).slice(0, 200)}`);
    },
    (thrown: unknown) => {
      if (thrown instanceof Refusal) return thrown;
      throw thrown;
    },
  );

let minutes = 0;
const aMinuteLater = () => {
  minutes += 1;
  world.at(new Date(Date.parse(FRIDAY_10) + minutes * 60_000).toISOString());
};

type Rows = InputOf<'changeRouting'>['rows'];
const change = async (rows: Rows, more: Partial<InputOf<'changeRouting'>> = {}) => {
  const { version } = await supervisor.as('routing', { estateId: CUIHU });
  return supervisor.as('changeRouting', {
    commandId: cmd(),
    estateId: CUIHU,
    version,
    rows,
    why: '科室分工调整',
    ...more,
  });
};
/** Sure enough to be dispatched by itself. */
const fileAboutLift = async (): Promise<ComplaintId> => {
  const receipt = await wang.as('fileComplaint', {
    commandId: cmd(),
    kind: 'repair',
    description: '3栋1单元电梯停了，门打不开，请尽快来修',
    homeId: homeOf(wang),
    place: { area: '3栋电梯' },
  });
  return receipt.id;
};
const row = (view: Awaited<ReturnType<typeof change>>, matter: string) =>
  view.rows.find((each) => each.matter === matter);

test('[DP-06] a changed row holds for new dispatches, with its handler at signing; what was dispatched stays', async () => {
  const before = await fileAboutLift();
  const table = await supervisor.as('routing', { estateId: CUIHU });
  expect(row(table, 'lift')).toMatchObject({ departmentId: null, usual: '工程维修部' });
  const order = table.departments.find(({ id }) => id === department('order'));
  const handlerId = order?.handlers[0]?.id ?? null;
  expect(order?.handlers.map(({ name }) => name)).toEqual(['钱进']);
  const changed = await change([{ matter: 'lift', departmentId: department('order'), handlerId }]);
  expect(row(changed, 'lift')).toMatchObject({ departmentId: department('order'), handlerId });
  aMinuteLater();
  const after = await fileAboutLift();
  expect((await supervisor.as('getComplaint', { id: before })).department?.name).toBe('工程维修部');
  const view = await orderHead.as('getComplaint', { id: after });
  expect(view).toMatchObject({ state: 'dispatched', department: { id: department('order') } });
  expect(view.choices.usualHandlerId).toBe(handlerId);
  const signed = await orderHead.as('signFor', { complaintId: after, commandId: cmd(), version: view.version });
  expect(signed.handler?.name).toBe('钱进');
});

test('[DP-06] every change is kept with who, when and why; two at once: one wins, the other is told', async () => {
  const { version } = await supervisor.as('routing', { estateId: CUIHU });
  const rows = (key: string): Rows => [{ matter: 'noise', departmentId: department(key), handlerId: null }];
  const both = await Promise.allSettled(
    [supervisor, admin].map((person, n) =>
      person.as('changeRouting', {
        commandId: cmd(),
        estateId: CUIHU,
        version,
        rows: rows(n === 0 ? 'service' : 'engineering'),
        why: '噪音改由别的部门',
      }),
    ),
  );
  const lost = both.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Refusal] : []));
  expect(lost.map(({ code }) => code)).toEqual(['changedMeanwhile']);
  const { items } = await admin.as('routingHistory', { estateId: CUIHU });
  expect(items).toHaveLength(version + 1);
  expect(items[0]).toMatchObject({ version: version + 1, why: '噪音改由别的部门' });
  expect(items.at(-1)).toMatchObject({ by: '周敏', changes: [{ path: 'lift', after: '物业管理部（秩序）（钱进）' }] });
});

test('[DP-06] the default takes what has no row and no usual department', async () => {
  // 碧海名苑 has a desk and an engineering department, nobody for noise.
  const before = await admin.as('routing', { estateId: BIHAI });
  expect(before.rows.find(({ matter }) => matter === 'noise')?.usual).toBe('住户服务中心');
  const after = await admin.as('changeRouting', {
    commandId: cmd(),
    estateId: BIHAI,
    version: before.version,
    rows: [{ matter: 'otherwise', departmentId: 'bihai.engineering' as DepartmentId, handlerId: null }],
    why: '小区只有一个业务部门',
  });
  expect(after.rows.find(({ matter }) => matter === 'noise')?.usual).toBe('工程维修部');
});

test('[DP-06] refuses a department or handler that isn’t there, by row, and whoever isn’t supervisor or admin there', async () => {
  const wrong = await refusal(
    change([
      { matter: 'water', departmentId: 'bihai.engineering' as DepartmentId, handlerId: null },
      { matter: 'pets', departmentId: department('order'), handlerId: 'somebody' as PersonId },
    ]),
  );
  expect(wrong.fields).toEqual({ 'rows.water': '没有这个部门', 'rows.pets': '请选择这个部门的处理人' });
  expect((await refusal(change([{ matter: 'water', departmentId: null, handlerId: null }]))).fields).toEqual({
    rows: '没有任何修改',
  });
  expect((await refusal(orderHead.as('routing', { estateId: CUIHU }))).code).toBe('notAllowed');
  expect((await refusal(wang.as('routing', { estateId: CUIHU }))).code).toBe('notAllowed');
  expect((await refusal(supervisor.as('routing', { estateId: BIHAI }))).code).toBe('notFound');
  const sent = { commandId: cmd(), estateId: BIHAI, version: 0, rows: [], why: '不是我的小区' } as const;
  expect(
    (
      await refusal(
        supervisor.as('changeRouting', { ...sent, rows: [{ matter: 'pets', departmentId: null, handlerId: null }] }),
      )
    ).code,
  ).toBe('notFound');
});

test('[DP-06] founding again leaves a table that was changed in the app as it is', async () => {
  const before = await supervisor.as('routing', { estateId: CUIHU });
  await foundEstate(PLAN, { database: world.database, seal: sealWith(DATA_KEY), now: FRIDAY_10 });
  aMinuteLater();
  expect(await supervisor.as('routing', { estateId: CUIHU })).toEqual(before);
});
