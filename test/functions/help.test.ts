/** Help of other departments over the API: who finds what on their desk, who hears of it, what the resident sees (DP-04). */
import type { ComplaintView } from '../../types/views';
import { ComplaintWay, on, refusalOf } from '../support/complaint-way';
import { startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let resident: TestPerson;
let way: ComplaintWay;

beforeAll(async () => {
  world = await startTestCloud();
  world.at('2026-11-20T02:00:00.000Z');
  resident = await world.resident('wang');
  for (const key of ['receptionist', 'head', 'handler', 'orderHead', 'manager'] as const) await world.staff(key);
  way = new ComplaintWay(world, resident);
}, 240_000);
afterAll(() => world.close());

describe('help of another department', () => {
  let view: ComplaintView;
  const dutyOf = async (person: TestPerson) =>
    (await person.as('desk', {})).items.filter((card) => card.id === view.id).map((card) => card.duty?.command);

  test('[DP-04] both find their own duty on their desk, by their own time; a stranger before, the helper sees it now', async () => {
    const [handler, orderHead] = await Promise.all([world.staff('handler'), world.staff('orderHead')]);
    view = await way.to('handling', { hideIdentity: true });
    expect((await refusalOf(orderHead.as('getComplaint', { id: view.id }))).code).toBe('notFound');
    const seen = await handler.as('getComplaint', { id: view.id });
    expect(seen.choices.departments.map((d) => d.name)).not.toContain('工程维修部');
    await handler.as('addSubtask', {
      ...on(view),
      departmentId: way.department(seen, '物业管理部（秩序）'),
      what: '封闭 3 号梯厅',
      dueAt: '2026-11-20T10:00:00.000Z',
    });
    expect(await dutyOf(handler)).toEqual(['complete']);
    expect(await dutyOf(orderHead)).toEqual(['signForSubtask']);
    const [card] = (await orderHead.as('desk', {})).items;
    expect(card?.due).toMatchObject({ clock: 'subtask', dueAt: '2026-11-20T10:00:00.000Z' });
    const helper = await orderHead.as('getComplaint', { id: view.id });
    expect(helper).toMatchObject({ resident: null, identityHidden: true });
    expect(helper.subtasks).toMatchObject([{ state: 'asked', actions: ['signForSubtask', 'completeSubtask'] }]);
    const inbox = await orderHead.as('inbox', {});
    expect(inbox.items[0]?.lines.map((line) => line.value)).toContain('协助：封闭 3 号梯厅');
  });

  test('[DP-04] completing is refused while it is open, naming who; overdue it climbs the helper’s own ladder', async () => {
    const [handler, orderHead, head] = await Promise.all([
      world.staff('handler'),
      world.staff('orderHead'),
      world.staff('head'),
    ]);
    const done = { outcome: 'fixed' as const, result: '已更换灯管', noPhotoReason: '灯罩内' };
    const refusal = await refusalOf(handler.as('complete', { ...on(view), ...done }));
    expect(refusal.message).toContain('物业管理部（秩序）（封闭 3 号梯厅）');
    world.at('2026-11-20T10:01:00.000Z');
    await world.runClock();
    const escalated = async (person: TestPerson) =>
      (await person.as('inbox', {})).items.filter(
        (m) => m.template === 'escalation' && m.lines.some((line) => line.value.startsWith('协助')),
      ).length;
    expect([await escalated(orderHead), await escalated(head)]).toEqual([1, 0]);
    const [subtask] = (await orderHead.as('getComplaint', { id: view.id })).subtasks;
    const subtaskId = subtask?.id ?? '';
    await orderHead.as('signForSubtask', { ...on(view), subtaskId });
    await orderHead.as('completeSubtask', { ...on(view), subtaskId, result: '已封闭，内线 8001' });
    expect(await dutyOf(orderHead)).toEqual([]);
    const after = await handler.as('complete', { ...on(view), ...done });
    expect(after.state).toBe('reviewing');
    expect(after.subtasks).toMatchObject([{ state: 'done', result: '已封闭，内线 8001', late: true, actions: [] }]);
  });

  test('[DP-04] the resident sees who helps, and nothing of what was said', async () => {
    const seen = await resident.as('getComplaint', { id: view.id });
    expect(seen.timeline.map((e) => e.title)).toEqual(
      expect.arrayContaining(['物业管理部（秩序）协助处理', '物业管理部（秩序）已完成协助']),
    );
    expect(seen.subtasks).toEqual([]);
    expect(seen.clocks.map((c) => c.kind)).not.toContain('subtask');
    expect(JSON.stringify(seen)).not.toMatch(/内线|封闭 3 号梯厅/);
  });
});
