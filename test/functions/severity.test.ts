/** Age, notices and the desks of those who have to open them, over the real functions and the timer (CK-04, DP-02, CK-06). */
import type { CommandId, ComplaintId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import type { ComplaintView } from '../../types/views';
import { refusalOf } from '../support/refusal';
import {
  CUIHU,
  homeOf,
  newCommandId,
  startTestCloud,
  type StaffKey,
  type TestCloud,
  type TestPerson,
} from '../support/estate';

let world: TestCloud;
let wang: TestPerson;
const staff = {} as Record<StaffKey, TestPerson>;
// A run of the timer moves on all that has come due meanwhile.

const cmd = () => newCommandId() as CommandId;

beforeAll(async () => {
  world = await startTestCloud();
  world.at('2026-11-20T02:00:00.000Z'); // Fri 10:00
  wang = await world.resident('wang');
  for (const key of [
    'receptionist',
    'supervisor',
    'head',
    'handler',
    'patrol',
    'manager',
    'generalManager',
    'quality',
  ] as const)
    staff[key] = await world.staff(key);
}, 240_000);
afterAll(() => world.close());

const file = async (changes: Partial<InputOf<'fileComplaint'>>): Promise<ComplaintId> => {
  const input = { commandId: cmd(), kind: 'complaint' as const, description: '地下车库入口的灯坏了好几天', place: {} };
  return (await wang.as('fileComplaint', { ...input, homeId: homeOf(wang), ...changes })).id;
};
const get = (person: TestPerson, id: ComplaintId): Promise<ComplaintView> => person.as('getComplaint', { id });
const onDesk = async (person: TestPerson, id: ComplaintId) =>
  (await person.as('desk', { limit: 100 })).items.find((card) => card.id === id);
const messages = async (person: TestPerson, title: string, id: ComplaintId) =>
  (await person.as('inbox', {})).items.filter((m) => m.title === title && m.complaintId === id);

describe('notices', () => {
  test('[DP-02] manager, general manager and quality each find it on their desk with their own time, until they open it', async () => {
    const id = await file({ groupSize: 12 });
    expect(await onDesk(staff.manager, id)).toMatchObject({
      duty: { command: 'acknowledge' },
      due: { clock: 'managerNotice', dueAt: expect.stringMatching(/^2026-11-20T03:00/) },
    });
    expect((await onDesk(staff.generalManager, id))?.due).toMatchObject({ dueAt: '2026-11-20T16:00:00.000Z' });
    expect((await onDesk(staff.quality, id))?.due).toMatchObject({ clock: 'qualityNotice' });
    expect((await onDesk(staff.receptionist, id))?.due?.clock ?? 'dispatch').toBe('dispatch');
    for (const person of [staff.manager, staff.generalManager, staff.quality])
      expect((await messages(person, '待办提醒', id)).at(-1)?.lines).toContainEqual({
        label: '要做的事',
        value: '重大投诉，请阅知',
      });

    // A colleague opens nothing for them.
    expect((await get(staff.supervisor, id)).actions).not.toContain('acknowledge');
    expect((await refusalOf(staff.supervisor.as('acknowledge', { complaintId: id, commandId: cmd() }))).code).toBe(
      'notAllowed',
    );
    expect((await get(staff.manager, id)).actions).toContain('acknowledge');
    const [once] = await Promise.all(
      [1, 2].map(() => staff.manager.as('acknowledge', { complaintId: id, commandId: cmd(), round: 1 })),
    );
    expect(once?.actions).not.toContain('acknowledge');
    const view = await get(staff.supervisor, id);
    expect(view.timeline.filter((e) => e.type === 'acknowledged')).toMatchObject([
      { title: '已阅（经理）', internal: true, by: { name: '吴刚', role: '管理处经理' } },
    ]);
    expect(view.clocks.find((c) => c.kind === 'managerNotice')?.stoppedAt).not.toBeNull();
    expect(await onDesk(staff.manager, id)).toBeUndefined();
    expect(await onDesk(staff.generalManager, id)).toBeDefined();
    const seen = await get(wang, id);
    expect(seen.timeline.map((e) => e.type)).not.toContain('acknowledged');
    expect(seen.clocks.map((c) => c.kind).filter((kind) => kind.endsWith('Notice'))).toEqual([]);
  });

  test('[DP-02] the desk sets them among the other duties by their own times, page by page, none twice and none lost', async () => {
    for (let i = 0; i < 3; i += 1) await file({ groupSize: 4, description: `电梯又停了第${i}次，大家都很着急` });
    const seen: { id: string; dueAt: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await staff.manager.as('desk', { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      if (cursor === undefined) expect(page.counts?.all).toBeGreaterThanOrEqual(3);
      seen.push(...page.items.map((card) => ({ id: card.id, dueAt: card.due?.dueAt ?? '' })));
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(seen.map(({ dueAt }) => dueAt)).toEqual(seen.map(({ dueAt }) => dueAt).sort());
  });

  test('[DP-02, CK-02] not opened within the hour: it is late on the manager’s desk and the general manager hears of it', async () => {
    const id = await file({ groupSize: 5, description: '楼道消防门又被人锁上了' });
    world.at('2026-11-20T03:05:00.000Z');
    await world.runClock();
    expect((await staff.manager.as('desk', { only: 'late', limit: 100 })).items.map((card) => card.id)).toContain(id);
    const late = await messages(staff.generalManager, '超时升级', id);
    expect(late.flatMap((m) => m.lines).map((l) => l.value)).toContain('经理阅知时限');
    expect((await messages(staff.manager, '超时提醒', id)).flatMap((m) => m.lines).map((l) => l.value)).toContain(
      '经理阅知时限',
    );
    // Nobody who has nothing to do with the notice is reminded of it.
    expect(
      (await messages(staff.receptionist, '超时提醒', id)).flatMap((m) => m.lines).map((l) => l.value),
    ).not.toContain('经理阅知时限');
  });
});

describe('age', () => {
  test('[CK-04, CK-08, CK-09] the timer raises it once, the manager finds it, whatever state the complaint is in', async () => {
    world.at('2026-11-20T04:00:00.000Z');
    const id = await file({ kind: 'repair', description: '三楼走廊的感应灯一直不亮' });
    expect((await get(staff.supervisor, id)).severity).toBe('ordinary');
    world.at('2026-11-25T16:00:30.000Z'); // just after Wed 24:00
    await world.runClock();
    await world.runClock();
    const view = await get(staff.supervisor, id);
    expect(view.severity).toBe('important');
    expect(view.reasons).toMatchObject([{ code: 'SV-21', evidence: '3 个工作日未解决（应于 2026年11月25日 24:00）' }]);
    expect(view.timeline.filter((e) => e.type === 'severityChanged')).toHaveLength(1);
    expect(await onDesk(staff.manager, id)).toMatchObject({ duty: { command: 'acknowledge' } });
  });
});

describe('signing', () => {
  test('[DP-05] not signed within 30 minutes of service: the head is reminded, then the supervisor told, nobody above yet', async () => {
    world.at('2026-11-26T02:00:00.000Z');
    const id = await file({ kind: 'repair', description: '厨房水管漏水，楼下已经滴水了' });
    let view = await get(staff.receptionist, id);
    if (view.state === 'registered') {
      const department = view.choices.departments.find((d) => d.name === '工程维修部');
      if (department === undefined) throw new Error('no department');
      view = await staff.receptionist.as('dispatch', {
        complaintId: id,
        commandId: cmd(),
        kind: 'repair',
        category: 'water',
        responsibility: 'own',
        departmentId: department.id,
      });
    }
    world.at('2026-11-26T02:25:00.000Z');
    await world.runClock();
    expect(await messages(staff.head, '时限预警', id)).toHaveLength(1);
    expect(await messages(staff.supervisor, '超时升级', id)).toHaveLength(0);
    world.at('2026-11-26T02:31:00.000Z');
    await world.runClock();
    expect(await messages(staff.head, '超时提醒', id)).toHaveLength(1);
    expect(await messages(staff.supervisor, '超时升级', id)).toHaveLength(1);
    expect(await messages(staff.generalManager, '超时升级', id)).toHaveLength(0);
  });
});

describe('key customers', () => {
  test('[CK-06] their overtime is reported to quality', async () => {
    const zhao = await world.resident('zhao');
    world.at('2026-11-26T03:00:00.000Z');
    const receipt = await zhao.as('fileComplaint', {
      commandId: cmd(),
      kind: 'complaint',
      description: '前台对预约的事情一再推脱',
      homeId: homeOf(zhao),
      place: {},
    });
    world.at('2026-11-26T03:45:00.000Z');
    await world.runClock();
    expect((await messages(staff.quality, '超时升级', receipt.id)).length).toBeGreaterThan(0);
  });
});

describe('waiting for the resident', () => {
  test('[CK-05] the handler waits with a reason the resident sees; the answer or the agreed time lets it run on', async () => {
    world.at('2026-11-30T02:00:00.000Z');
    const id = await file({ kind: 'repair', description: '客厅墙面返潮，要约时间上门看' });
    const department = (await get(staff.receptionist, id)).choices.departments.find((d) => d.name === '工程维修部');
    if ((await get(staff.receptionist, id)).state === 'registered' && department !== undefined)
      await staff.receptionist.as('dispatch', {
        complaintId: id,
        commandId: cmd(),
        kind: 'repair',
        category: 'facility',
        responsibility: 'own',
        departmentId: department.id,
      });
    const handlerId = (await get(staff.head, id)).choices.handlers.find((h) => h.name === '陈涛')?.id;
    await staff.head.as('signFor', { complaintId: id, commandId: cmd(), ...(handlerId ? { handlerId } : {}) });
    const wait = (until?: string) =>
      staff.handler.as('pauseForResident', {
        complaintId: id,
        commandId: cmd(),
        reason: '住户周末才在家',
        ...(until === undefined ? {} : { until }),
      });
    const view = await wait();
    expect(view.waiting).toMatchObject({ reason: '住户周末才在家' });
    expect(view.clocks.find((c) => c.kind === 'resolution')).toMatchObject({ paused: true, stoppedAt: null });
    expect((await refusalOf(wait())).code).toBe('notInThisState');
    const seen = await get(wang, id);
    expect(seen.next).toMatchObject({ who: '住户', text: '请住户答复或约定时间：住户周末才在家' });
    expect(seen.timeline.at(-1)).toMatchObject({ type: 'paused', title: '等您答复或约定时间，解决时限暂停' });
    expect((await messages(wang, '处理进度通知', id)).flatMap((m) => m.lines).map((l) => l.value)).toContain(
      '请您答复：住户周末才在家',
    );
    const answered = await wang.as('addWords', { complaintId: id, commandId: cmd(), text: '周六上午十点可以' });
    expect(answered.waiting).toBeNull();
    expect(answered.timeline.at(-1)?.title).toBe('收到您的答复，继续处理');

    await wait('2026-12-01T02:00:00.000Z');
    world.at('2026-12-01T02:00:30.000Z');
    await world.runClock();
    expect((await get(wang, id)).waiting).toBeNull();
    expect((await messages(staff.handler, '待办提醒', id)).flatMap((m) => m.lines).map((l) => l.value)).toContain(
      '等待期满，请继续处理',
    );
    await wait();
    const resumed = await staff.handler.as('resume', { complaintId: id, commandId: cmd() });
    expect(resumed.clocks.find((c) => c.kind === 'resolution')?.paused).toBe(false);
    expect(await refusalOf(wait())).toMatchObject({ code: 'pauseRefused', message: '暂停次数已用完。' });
  });
});

describe('registration', () => {
  test('[RG-01, IN-02] what the patrol heard reaches the desk; unconfirmed, whoever heard it is reminded; confirmed, told', async () => {
    world.at('2026-12-02T02:00:00.000Z');
    const { id } = await staff.patrol.as('recordComplaint', {
      commandId: cmd(),
      kind: 'complaint',
      description: '巡楼时住户反映楼道堆物没人清',
      estateId: CUIHU,
      channel: 'onSite',
      place: {},
      caller: {},
    });
    expect(await messages(staff.receptionist, '待办提醒', id)).toHaveLength(1);
    world.at('2026-12-02T02:11:00.000Z');
    await world.runClock();
    expect((await messages(staff.patrol, '超时提醒', id)).flatMap((m) => m.lines).map((l) => l.value)).toContain(
      '登记确认时限',
    );
    await staff.receptionist.as('confirmRecord', { complaintId: id, commandId: cmd() });
    expect((await messages(staff.patrol, '待办提醒', id)).flatMap((m) => m.lines).map((l) => l.value)).toContain(
      '您的登记已确认',
    );
  });
});
