/** Danger, filing for somebody, and numbers in words, over the API (IN-09, IN-12, IN-13, IN-14). */
import { ComplaintWay, cmd, on, refusalOf } from '../support/complaint-way';
import { homeOf, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let wang: TestPerson;
let wife: TestPerson;
let way: ComplaintWay;

beforeAll(async () => {
  world = await startTestCloud();
  world.at('2026-11-20T15:00:00.000Z'); // Friday 23:00, in the residents' quiet hours
  wang = await world.resident('wang');
  wife = await world.resident('wangWife');
  for (const key of ['receptionist', 'supervisor', 'patrol', 'head'] as const) await world.staff(key);
  way = new ComplaintWay(world, wang);
}, 240_000);
afterAll(() => world.close());

const filed = (changes: object) =>
  wang.as('fileComplaint', {
    commandId: cmd(),
    kind: 'complaint',
    description: '楼道的灯坏了，晚上很黑',
    homeId: homeOf(wang),
    place: { area: '3栋电梯' },
    ...changes,
  });

test('[IN-12] danger to life rings desk, supervisor and patrol at once, at night too, and stands on top of the desk', async () => {
  const [receptionist, supervisor, patrol] = await Promise.all([
    world.staff('receptionist'),
    world.staff('supervisor'),
    world.staff('patrol'),
  ]);
  for (const n of [1, 2, 3]) await filed({ description: `说不清该找谁的第 ${n} 件事情` });
  const receipt = await filed({ description: '有人晕倒了，说不清在哪里，快来人' });
  for (const person of [receptionist, supervisor, patrol]) {
    const [message] = (await person.as('inbox', {})).items;
    expect(message?.complaintId).toBe(receipt.id);
    expect(message?.lines.map((line) => line.value)).toContain('紧急：受伤，立即处理');
  }
  const kept = await world.database.find<{ send: { nextTryAt: string }; at: string }>('messages', {
    where: { to: receptionist.me.personId ?? '' },
    orderBy: [
      ['at', -1],
      ['_id', -1],
    ],
    limit: 1,
  });
  expect(kept[0]?.send.nextTryAt).toBe(kept[0]?.at);
  const [first] = (await receptionist.as('desk', {})).items;
  expect(first).toMatchObject({ id: receipt.id, urgent: true, duty: { command: 'dispatch' } });
  const seen = await receptionist.as('getComplaint', { id: receipt.id });
  const dispatch = seen.clocks.find((clock) => clock.kind === 'dispatch');
  expect(Date.parse(dispatch?.dueAt ?? '') - Date.parse(seen.filedAt)).toBeLessThanOrEqual(60_000);
});

test('[IN-13] filed for somebody of the home, both are on it and both see it; messages go to the one who filed', async () => {
  const { id } = await filed({ onBehalfOf: '妻子陈静' });
  const seen = await wife.as('getComplaint', { id });
  expect(seen).toMatchObject({ mine: true, onBehalfOf: '妻子陈静', resident: { name: '王小明' } });
  expect(seen.actions).toEqual(['addWords']);
  expect((await wife.as('myComplaints', {})).items.map((card) => card.id)).toContain(id);
  expect((await wang.as('inbox', {})).items.map((m) => m.complaintId)).toContain(id);
  expect((await wife.as('inbox', {})).items).toEqual([]);
  expect((await way.see('receptionist', { id })).onBehalfOf).toBe('妻子陈静');
  await wife.as('addWords', { ...on({ id }), text: '晚上七点以后在家' });
  const own = await filed({});
  expect((await refusalOf(wife.as('getComplaint', { id: own.id }))).code).toBe('notFound');
});

test('[IN-14] numbers in the words stand in no list and in no message', async () => {
  const { id } = await filed({ description: '请打 13800138000，身份证 11010119900307851X，灯坏了' });
  const receptionist = await world.staff('receptionist');
  const card = (await receptionist.as('register', {})).items.find((each) => each.id === id);
  expect(card?.summary).toContain('138******00');
  const said = JSON.stringify([card, (await wang.as('inbox', {})).items, (await receptionist.as('inbox', {})).items]);
  expect(said).not.toMatch(/13800138000|11010119900307851X/);
  expect((await receptionist.as('getComplaint', { id })).description).toContain('13800138000');
});

test('[IN-09, IN-14] the department from which the resident is hidden reads no number either', async () => {
  const { id } = await filed({ description: '电梯灯坏了，请打 13800138000', hideIdentity: true });
  const receptionist = await world.staff('receptionist');
  const view = await receptionist.as('getComplaint', { id });
  if (view.state === 'registered')
    await receptionist.as('dispatch', {
      ...on(view),
      kind: 'complaint',
      category: 'lift',
      responsibility: 'own',
      departmentId: way.department(view, '工程维修部'),
    });
  await wang.as('addWords', { ...on({ id }), text: '也可以打 13900139000' });
  expect(JSON.stringify(await way.see('head', { id }))).not.toMatch(/13800138000|13900139000/);
});
