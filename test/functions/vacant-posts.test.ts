/** A department without a head over the API: the manager hears of its work, finds it and does it (CK-02). */
import { ComplaintWay, on, refusalOf } from '../support/complaint-way';
import { startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let way: ComplaintWay;
let manager: TestPerson;

beforeAll(async () => {
  world = await startTestCloud();
  world.at('2026-11-20T02:00:00.000Z');
  const resident = await world.resident('wang');
  for (const key of ['receptionist', 'manager'] as const) await world.staff(key);
  manager = await world.staff('manager');
  way = new ComplaintWay(world, resident);
}, 240_000);
afterAll(() => world.close());

test('[CK-02] the manager is told of it, finds it on the desk and signs for it, until somebody heads the department', async () => {
  const view = await way.to('dispatched');
  const dutyOf = async (person: TestPerson) =>
    (await person.as('desk', {})).items.filter((card) => card.id === view.id).map((card) => card.duty?.command);
  expect(await dutyOf(manager)).toEqual(['signFor']);
  const told = (await manager.as('inbox', {})).items.map(({ template }) => template);
  expect(told).toContain('newWork');
  const seen = await manager.as('getComplaint', { id: view.id });
  const [self] = seen.choices.handlers;
  expect(self?.name).toBeTruthy();
  const signed = await manager.as('signFor', { ...on(seen) });
  expect(signed.state).toBe('investigating');
  expect(await dutyOf(manager)).toEqual(['nameHandler']);

  const head = await world.staff('head');
  expect(await dutyOf(head)).toEqual(['nameHandler']);
  expect(await dutyOf(manager)).toEqual([]);
  const handlerId = self?.id;
  if (handlerId === undefined) throw new Error('nobody could be named');
  expect((await refusalOf(manager.as('nameHandler', { ...on(signed), handlerId }))).code).toBe('notAllowed');
});
