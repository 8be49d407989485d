/** An inquiry, a suggestion and a praise from filing to their end, over the API (IN-11). */
import type { ComplaintId } from '../../types/ids';
import type { ComplaintView } from '../../types/views';
import { ComplaintWay, cmd, on } from '../support/complaint-way';
import { homeOf, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let resident: TestPerson;
let way: ComplaintWay;

beforeAll(async () => {
  world = await startTestCloud();
  world.at('2026-10-09T02:00:00.000Z');
  resident = await world.resident('wang');
  for (const key of ['receptionist', 'head', 'handler'] as const) await world.staff(key);
  way = new ComplaintWay(world, resident);
}, 240_000);
afterAll(() => world.close());

const answered = async (kind: 'inquiry' | 'suggestion', description: string): Promise<ComplaintView> => {
  await resident.acceptsMessages('result');
  const view = await way.to('investigating', { kind, description });
  const handler = await world.staff('handler');
  const asked = await handler.as('getComplaint', { id: view.id });
  expect(asked.actions).toContain('writeAnswer');
  expect(asked.actions).not.toContain('recordInvestigation');
  await handler.as('writeAnswer', { ...on(view), answer: '每月一号起办理，带身份证即可。' });
  return (await world.staff('receptionist')).as('passReview', on(view));
};

test('[IN-11] an inquiry is answered, reviewed, and closed when its resident opens the answer', async () => {
  const view = await answered('inquiry', '请问电梯卡在哪里办，几点可以去办');
  expect(view.state).toBe('informing');
  await world.runClock();
  expect((await way.see('receptionist', view)).state).toBe('informing');
  const read = await resident.as('getComplaint', { id: view.id });
  expect(read).toMatchObject({
    state: 'closed',
    closeReason: 'answered',
    severity: null,
    result: { outcome: 'answered', result: '每月一号起办理，带身份证即可。' },
    informed: { how: 'read' },
  });
  expect(read.actions).toContain('reopen');
});

test('[IN-11] a suggestion that nobody opens is closed by the timer after three days, once', async () => {
  const { id } = await answered('suggestion', '建议电梯厅放一块公告栏，方便大家看通知');
  const desk = await world.staff('receptionist');
  world.at('2026-10-12T15:50:00.000Z');
  await world.runClock();
  expect((await desk.as('getComplaint', { id })).state).toBe('informing');
  world.at('2026-10-12T16:30:00.000Z');
  await world.runClock();
  await world.runClock();
  const closed = await desk.as('getComplaint', { id });
  expect(closed).toMatchObject({ state: 'closed', closeReason: 'answered', informed: null });
  expect(closed.timeline.filter((entry) => entry.type === 'answerUnread')).toHaveLength(1);
  expect(closed.timeline.filter((entry) => entry.type === 'clockMissed')).toEqual([]);
  expect(closed.clocks.filter((clock) => clock.late || clock.stoppedAt === null)).toEqual([]);
});

const praised = async (about: string): Promise<{ id: ComplaintId }> =>
  resident.as('fileComplaint', {
    commandId: cmd(),
    kind: 'praise',
    description: '今天的事办得很好，特地说一声',
    homeId: homeOf(resident),
    place: { area: '中心花园' },
    about,
  });

test('[IN-11] praise reaches the person of exactly that name, otherwise the head, and is closed as forwarded', async () => {
  const desk = await world.staff('receptionist');
  const handler = await world.staff('handler');
  const head = await world.staff('head');
  for (const [about, hears, not] of [
    ['陈涛', handler, head],
    ['工程部师傅', head, handler],
  ] as const) {
    const { id } = await praised(about);
    const view = await desk.as('getComplaint', { id });
    if (view.state === 'registered') {
      expect((await desk.as('desk', { only: 'triage' })).items.map((card) => card.id)).toContain(id);
      await desk.as('forwardPraise', { ...on(view), departmentId: way.department(view, '工程维修部') });
    }
    const told = async (person: TestPerson) =>
      (await person.as('inbox', {})).items.filter((message) => message.complaintId === id).length;
    expect([about, await told(hears), await told(not)]).toEqual([about, 1, 0]);
    expect((await hears.as('getComplaint', { id })).number).toBe(view.number);
    const seen = await resident.as('getComplaint', { id });
    expect(seen).toMatchObject({ state: 'closed', closeReason: 'forwarded', severity: null });
    expect(seen.clocks.filter((clock) => clock.stoppedAt === null)).toEqual([]);
    expect(seen.timeline.map((entry) => entry.title).join()).toContain('已转达表扬给工程维修部');
  }
});
