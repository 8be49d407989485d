/** From a resident's thumb to a closed form, through the real functions, the real SDK and the local cloud. */
import { Refusal } from '../../types/errors';
import type { CommandId, DepartmentId, PersonId } from '../../types/ids';
import type { InputOf, OutputOf } from '../../types/procedures';
import type { ComplaintView } from '../../types/views';
import {
  CUIHU,
  homeOf,
  newCommandId,
  startTestCloud,
  type StaffKey,
  type TestCloud,
  type TestPerson,
} from '../support/estate';

let test_: TestCloud;
let resident: TestPerson;
const staff = {} as Record<StaffKey, TestPerson>;

const FRIDAY_10 = '2026-11-20T02:00:00.000Z';
const cmd = () => newCommandId() as CommandId;

beforeAll(async () => {
  test_ = await startTestCloud();
  test_.at(FRIDAY_10);
  resident = await test_.resident('wang');
  for (const key of [
    'receptionist',
    'supervisor',
    'head',
    'handler',
    'orderHead',
    'patrol',
    'manager',
    'otherDesk',
    'generalManager',
  ] as const)
    staff[key] = await test_.staff(key);
}, 60_000);
afterAll(() => test_.close());

const filing = (changes: Partial<InputOf<'fileComplaint'>> = {}): InputOf<'fileComplaint'> => ({
  commandId: cmd(),
  kind: 'complaint',
  description: '三栋电梯这周停了三次，老人被困在里面',
  homeId: homeOf(resident),
  place: { area: '3栋电梯' },
  ...changes,
});
const on = (view: ComplaintView) => ({ complaintId: view.id, version: view.version, commandId: cmd() });
const get = (person: TestPerson, id: ComplaintView['id']) => person.as('getComplaint', { id });
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

/** The handler's person id, found as the head finds it: among the choices of the form. */
async function toHandling(description: string): Promise<ComplaintView> {
  const receipt = await resident.as('fileComplaint', filing({ description }));
  let view = await get(staff.receptionist, receipt.id);
  if (view.state === 'registered')
    view = await staff.receptionist.as('dispatch', {
      ...on(view),
      kind: 'complaint',
      category: 'lift',
      responsibility: 'own',
      departmentId: departmentNamed(view, '工程维修部'),
    });
  view = await get(staff.head, view.id);
  view = await staff.head.as('signFor', { ...on(view), handlerId: chosen(view, '陈涛') });
  view = await staff.handler.as('recordInvestigation', {
    ...on(view),
    findings: '曳引机轴承磨损',
    valid: true,
    responsibility: 'own',
  });
  view = await staff.handler.as('writePlan', {
    ...on(view),
    measures: '更换轴承',
    expectedAt: '2026-11-21T10:00:00.000Z',
  });
  if (view.state === 'investigating') view = await staff.manager.as('signPlan', on(view));
  expect(view.state).toBe('handling');
  return view;
}
const departmentNamed = (view: ComplaintView, name: string): DepartmentId => {
  const found = view.choices.departments.find((d) => d.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${view.choices.departments.map((d) => d.name).join()}`);
  return found.id;
};
const chosen = (view: ComplaintView, name: string): PersonId => {
  const found = view.choices.handlers.find((h) => h.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${view.choices.handlers.map((h) => h.name).join()}`);
  return found.id;
};

describe('the whole way', () => {
  test('[IN-06] filing gives a number, promises and the next step at once; the same form twice is one complaint', async () => {
    const form = filing({ description: '地下车库漏水，一直没人管' });
    const [first, second] = await Promise.all([resident.as('fileComplaint', form), resident.as('fileComplaint', form)]);
    expect(second).toEqual(first);
    expect(await resident.as('fileComplaint', form)).toEqual(first);
    expect(first.number).toMatch(/^CH-261120-\d{4}$/);
    expect(first.promises.length).toBeGreaterThan(0);
    expect(first.servicePhone).toBe('0755-26001234');
    const mine = await resident.as('myComplaints', {});
    expect(mine.items.filter((c) => c.number === first.number)).toHaveLength(1);
  });

  test('rework, callback, dissatisfaction, round 2 and a close, each seen by the resident', async () => {
    let view = await toHandling('电梯半夜一直异响，整栋楼睡不好');
    view = await staff.handler.as('reportProgress', { ...on(view), text: '配件已到，下午更换' });
    view = await staff.handler.as('complete', {
      ...on(view),
      outcome: 'fixed',
      result: '已更换轴承',
      noPhotoReason: '部件在机房内，无法拍照',
    });
    expect(view.state).toBe('reviewing');
    view = await staff.receptionist.as('sendBack', {
      ...on(await get(staff.receptionist, view.id)),
      reason: '请补充试运行情况',
    });
    view = await staff.handler.as('complete', {
      ...on(view),
      outcome: 'fixed',
      result: '已更换轴承，试运行 2 小时正常',
      noPhotoReason: '部件在机房内，无法拍照',
    });
    view = await staff.receptionist.as('passReview', on(view));
    expect(view.state).toBe('informing');

    // Opening the result is being told (IF-01); this one is grave enough to be visited, or drawn, or closed.
    view = await get(resident, view.id);
    expect(['callback', 'closed']).toContain(view.state);
    expect(view.result?.result).toContain('试运行');
    expect(view.informed?.how).toBe('read');
    view = await resident.as('reopen', { ...on(view), why: '晚上还是响' });
    expect(view).toMatchObject({ state: 'dispatched', round: 2 });
    expect(view.timeline.map((e) => e.type)).toEqual(
      expect.arrayContaining([
        'filed',
        'dispatched',
        'signedFor',
        'planned',
        'progressed',
        'completed',
        'sentBack',
        'reviewPassed',
        'informed',
        'reopened',
      ]),
    );

    view = await staff.head.as('signFor', { ...on(view), handlerId: chosen(await get(staff.head, view.id), '陈涛') });
    view = await staff.handler.as('recordInvestigation', {
      ...on(view),
      findings: '导靴松动',
      valid: true,
      responsibility: 'own',
    });
    view = await staff.handler.as('writePlan', {
      ...on(view),
      measures: '紧固导靴',
      expectedAt: '2026-11-21T10:00:00.000Z',
    });
    expect(view.state).toBe('investigating'); // SV-12: hot now, so the manager signs
    view = await staff.manager.as('signPlan', on(view));
    view = await staff.handler.as('complete', {
      ...on(view),
      outcome: 'fixed',
      result: '已紧固，噪声 42 分贝',
      noPhotoReason: '部件在机房内，无法拍照',
    });
    view = await staff.supervisor.as('passReview', on(await get(staff.supervisor, view.id)));
    view = await get(resident, view.id);
    expect(view).toMatchObject({ state: 'callback', callback: { drawn: true, form: 'visit' } });

    const recordedAt = view.informed?.at ?? '';
    const route = await staff.patrol.as('callbackRoute', {});
    expect(route.visits.find((v) => v.card.id === view.id)).toMatchObject({
      building: '3',
      room: '101',
      floor: 1,
      residentName: '王小明',
      phone: '13800138000',
      form: 'visit',
    });
    view = await staff.patrol.as('recordCallback', {
      ...on(await get(staff.patrol, view.id)),
      form: 'visit',
      reached: true,
      solved: true,
      satisfaction: 5,
      wantsFollowUp: false,
      opinions: '这次修好了',
      place: '3栋1单元101',
      recordedAt,
    });
    expect(view).toMatchObject({ state: 'closed', closeReason: 'satisfied' });
    expect(view.timeline.find((e) => e.type === 'calledBack')).toMatchObject({
      recordedAt,
      by: { name: '赵霞' },
    });
  });

  test('[IN-02] staff outside the desk record, the desk confirms; the caller is found again by phone and name', async () => {
    const receipt = await staff.patrol.as('recordComplaint', {
      commandId: cmd(),
      estateId: CUIHU,
      channel: 'onSite',
      kind: 'complaint',
      description: '五栋门口垃圾堆了两天没人清',
      place: { building: '5' },
      caller: { name: '刘大爷', phone: '13522223333' },
    });
    expect(receipt.state).toBe('received');
    let view = await get(staff.receptionist, receipt.id);
    expect(view.firstContact).toEqual({ name: '赵霞', confirmed: false });
    view = await staff.receptionist.as('confirmRecord', on(view));
    expect(view.state).toBe('dispatched');
    for (const q of ['垃圾', '13522223333', '刘大爷', receipt.number]) {
      const found = await staff.receptionist.as('register', { q });
      expect([q, found.items.map((c) => c.id)]).toEqual([q, [receipt.id]]);
    }
  });

  test('[RG-02, DP-06] a sure proposal is dispatched by itself to the department of the routing table, an unsure one waits', async () => {
    const sure = await resident.as(
      'fileComplaint',
      filing({ description: '3栋电梯坏了，困住过两次人，一直在修一直停' }),
    );
    const view = await get(staff.receptionist, sure.id);
    expect(view).toMatchObject({ state: 'dispatched', category: 'lift', department: { name: '工程维修部' } });
    expect(view.proposal?.category.confidence).toBeGreaterThanOrEqual(0.8);
    expect(view.timeline.find((e) => e.type === 'dispatched')?.by.name).toBe('系统');

    const unsure = await resident.as('fileComplaint', filing({ description: '上次说的那个事情到底还管不管' }));
    const waiting = await get(staff.receptionist, unsure.id);
    expect(waiting).toMatchObject({ state: 'registered', department: null });
    expect(waiting.proposal?.category.confidence).toBeLessThan(0.8);
    expect((await staff.receptionist.as('desk', { only: 'triage' })).items.map((c) => c.id)).toContain(unsure.id);
    expect(waiting.choices.departments.find((d) => d.categories.includes('lift'))?.name).toBe('工程维修部');
  });

  test('[RG-05] two-character words are found, filters and pages work, another estate sees nothing of it', async () => {
    await resident.as('fileComplaint', filing({ description: '保安亭半夜没有人值守' }));
    expect((await staff.supervisor.as('register', { q: '值守' })).items).toHaveLength(1);
    expect((await staff.otherDesk.as('register', { q: '值守' })).items).toHaveLength(0);
    expect((await refusal(staff.otherDesk.as('register', { estateId: CUIHU }))).code).toBe('notAllowed');
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await staff.supervisor.as('register', { limit: 2, ...(cursor == null ? {} : { cursor }) });
      seen.push(...page.items.map((c) => c.id));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(4);
  });
});

describe('rights and refusals', () => {
  test('a number guessed by another resident looks like one that does not exist', async () => {
    const other = await test_.resident('li');
    const receipt = await resident.as('fileComplaint', filing({ description: '楼上半夜拖桌子，吵得睡不着' }));
    const guessed = await refusal(other.as('getComplaint', { number: receipt.number }));
    const invented = await refusal(other.as('getComplaint', { number: 'CH-261120-9999' }));
    expect([guessed.code, guessed.message]).toEqual([invented.code, invented.message]);
    expect((await refusal(other.as('urge', { complaintId: receipt.id, commandId: cmd() }))).code).toBe('notFound');
    expect((await refusal(staff.otherDesk.as('getComplaint', { id: receipt.id }))).code).toBe('notFound');
  });

  test("somebody else's home can't be filed for", async () => {
    const other = await test_.resident('li');
    expect((await refusal(other.as('fileComplaint', filing()))).code).toBe('notFound');
  });

  test.each([
    ['empty', { description: '' }, 'description'],
    ['only spaces', { description: '　　   \n ' }, 'description'],
    ['only emoji', { description: '😡😡😡😡😡😡' }, 'description'],
    ['zero-width characters', { description: '\u200b\u200b\u200b\u200b\u200b\u200b' }, 'description'],
    ['too long', { description: '长'.repeat(2001) }, 'description'],
    ['an event in the future', { occurredAt: '2027-01-01T00:00:00.000Z' }, 'occurredAt'],
    ['a wish in the past', { wishBy: '2026-01-01T00:00:00.000Z' }, 'wishBy'],
    ['ten photos', { photos: Array.from({ length: 10 }, (_, i) => `photo-${i}`) }, 'photos'],
  ])('filing with %s is refused at its field, in Chinese', async (_what, changes, field) => {
    const answer = await refusal(resident.as('fileComplaint', filing(changes as Partial<InputOf<'fileComplaint'>>)));
    expect(answer.code).toBe('badInput');
    expect(answer.fields?.[field]).toMatch(/\p{Script=Han}/u);
  });

  test('HTML, SQL, $where and NUL are text like any other', async () => {
    const nasty = '<script>alert(1)</script> $where 1=1; DROP TABLE complaints;\u0000 电梯坏了';
    const receipt = await resident.as('fileComplaint', filing({ description: nasty }));
    expect((await get(resident, receipt.id)).description).toBe(nasty.replace('\u0000', ''));
  });

  test('a photo that was never uploaded is missing, and nothing is on file', async () => {
    const before = await resident.as('myComplaints', {});
    expect((await refusal(resident.as('fileComplaint', filing({ photos: ['photo-unknown'] as never })))).code).toBe(
      'photoMissing',
    );
    expect((await resident.as('myComplaints', {})).items.length).toBe(before.items.length);
  });

  test('a full disk refuses aloud, nothing is half-written, and the same form goes through afterwards', async () => {
    const form = filing({ description: '门禁对讲没有声音，访客进不来' });
    test_.cloud.faults.set({ diskFull: true });
    const answer = await refusal(resident.as('fileComplaint', form)).finally(() => test_.cloud.faults.reset());
    expect(answer.code).toBe('unavailable');
    expect(answer.message).toContain('没有保存');
    const receipt = await resident.as('fileComplaint', form);
    const mine = await resident.as('myComplaints', {});
    expect(mine.items.filter((c) => c.summary === form.description)).toMatchObject([{ number: receipt.number }]);
  });

  test('a lost answer after saving: the repetition finds what is on file', async () => {
    const form = filing({ description: '健身器材螺丝松动，孩子差点摔下来' });
    test_.cloud.faults.set({ dropAnswers: 1, dropAnswersOf: 'complaints' });
    await resident.as('fileComplaint', form).catch(() => undefined);
    test_.cloud.faults.reset();
    const receipt = await resident.as('fileComplaint', form);
    const mine = await resident.as('myComplaints', {});
    expect(mine.items.filter((c) => c.summary === form.description)).toMatchObject([{ number: receipt.number }]);
  });

  test('a command not allowed in this state says the state and what is possible', async () => {
    const view = await toHandling('电梯轿厢灯坏了一半');
    const answer = await refusal(staff.head.as('signFor', { complaintId: view.id, commandId: cmd() }));
    expect(answer.code).toBe('notInThisState');
    expect(answer.details).toMatchObject({ state: 'handling', possible: expect.arrayContaining(['complete']) });
  });

  test('who was slower learns who was faster and what they did', async () => {
    const receipt = await resident.as('fileComplaint', filing({ description: '想问问这个事情归谁管呢' }));
    const view = await get(staff.receptionist, receipt.id);
    if (view.state !== 'registered') throw new Error('was dispatched by itself');
    const choice = {
      kind: 'complaint',
      category: 'lift',
      responsibility: 'own',
      departmentId: departmentNamed(view, '工程维修部'),
    } as const;
    await staff.supervisor.as('dispatch', { ...on(view), ...choice });
    const answer = await refusal(staff.receptionist.as('dispatch', { ...on(view), ...choice }));
    expect(answer.code).toBe('changedMeanwhile');
    expect(answer.message).toContain('周敏');
    expect(answer.message).toContain('派给工程维修部');
  });

  test('the same command twice has one effect and the same answer', async () => {
    const view = await toHandling('电梯按钮失灵');
    const command = {
      ...on(view),
      outcome: 'fixed',
      result: '已更换按钮',
      noPhotoReason: '部件在机房内，无法拍照',
    } as const;
    const [a, b] = await Promise.all([staff.handler.as('complete', command), staff.handler.as('complete', command)]);
    const again = await staff.handler.as('complete', command);
    for (const answer of [a, b, again]) expect(answer.timeline.filter((e) => e.type === 'completed')).toHaveLength(1);
  });

  test('[RV-01] the handler cannot pass their own work, a department head of another department cannot sign', async () => {
    const view = await toHandling('电梯门关不严');
    expect(
      (
        await refusal(
          staff.orderHead.as('nameHandler', { complaintId: view.id, commandId: cmd(), handlerId: 'x' as never }),
        )
      ).code,
    ).toBe('notFound');
    await staff.handler.as('complete', {
      ...on(view),
      outcome: 'fixed',
      result: '已调整',
      noPhotoReason: '部件在机房内，无法拍照',
    });
    expect((await refusal(staff.handler.as('passReview', { complaintId: view.id, commandId: cmd() }))).code).toBe(
      'ownWork',
    );
  });

  test('[IN-09] hidden from the department, known to the desk and the patrol', async () => {
    const receipt = await resident.as(
      'fileComplaint',
      filing({ description: '电梯维保人员态度很差，电梯还是坏的', hideIdentity: true }),
    );
    let view = await get(staff.receptionist, receipt.id);
    expect(view.resident).toMatchObject({ name: '王小明', phone: '13800138000' });
    if (view.state === 'registered')
      view = await staff.receptionist.as('dispatch', {
        ...on(view),
        kind: 'complaint',
        category: 'lift',
        responsibility: 'own',
        departmentId: departmentNamed(view, '工程维修部'),
      });
    const seen = await get(staff.head, view.id);
    expect(seen.resident).toBeNull();
    expect(JSON.stringify(seen)).not.toContain('3栋1单元101');
    expect(JSON.stringify(seen)).not.toContain('王小明');
  });
});

describe('what a reviewer would try', () => {
  test('[IN-09] a hidden home is told nowhere to the department: desk, register, search, inbox, homes', async () => {
    const receipt = await resident.as(
      'fileComplaint',
      filing({
        description: '电梯里广告声音太大，物业还态度恶劣',
        hideIdentity: true,
        place: { homeId: homeOf(resident) },
      }),
    );
    let view = await get(staff.receptionist, receipt.id);
    if (view.state === 'registered')
      view = await staff.receptionist.as('dispatch', {
        ...on(view),
        kind: 'complaint',
        category: 'lift',
        responsibility: 'own',
        departmentId: departmentNamed(view, '工程维修部'),
      });
    const told = JSON.stringify([
      await staff.head.as('desk', {}),
      await staff.head.as('register', {}),
      await get(staff.head, receipt.id),
      (await staff.head.as('inbox', {})).items.filter((m) => m.complaintId === receipt.id),
    ]);
    expect(told).toContain(receipt.number);
    const own = JSON.parse(told) as { items?: { id?: string }[] }[];
    const rows = own.flatMap((part) => part.items ?? []).filter((item) => item.id === receipt.id);
    expect(JSON.stringify(rows)).not.toContain('3栋1单元101');
    expect(JSON.stringify(await get(staff.head, receipt.id))).not.toContain('3栋1单元101');
    for (const q of ['13800138000', '王小明', '3栋1单元101']) {
      expect((await staff.head.as('register', { q })).items.map((c) => c.id)).not.toContain(receipt.id);
      expect((await staff.receptionist.as('register', { q })).items.map((c) => c.id)).toContain(receipt.id);
    }
  });

  test("[PV-01] a department that has nothing to do with it can't open it", async () => {
    const view = await toHandling('电梯地板松动');
    expect((await refusal(get(staff.orderHead, view.id))).code).toBe('notFound');
    expect((await staff.orderHead.as('register', { q: '地板' })).items).toEqual([]);
  });

  test("somebody else's command id, and the system's own, are of no use to a client", async () => {
    const receipt = await resident.as('fileComplaint', filing({ description: '还是上回那件事，请尽快回复' }));
    const view = await get(staff.receptionist, receipt.id);
    const shared = cmd();
    await resident.as('addWords', { complaintId: receipt.id, commandId: shared, text: '补充一句' });
    const after = await staff.receptionist.as('addNote', {
      complaintId: receipt.id,
      commandId: shared,
      text: '接待员的备注',
    });
    expect(after.timeline.map((e) => e.detail)).toEqual(expect.arrayContaining(['补充一句', '接待员的备注']));
    // The id under which the system would note that the result was read.
    await resident.as('addWords', {
      complaintId: receipt.id,
      commandId: 'result-reached-1' as CommandId,
      text: '占用系统编号',
    });
    expect(view.state).toBe('registered');
  });

  test('[IN-06] the same id with other words is refused aloud and names what is on file', async () => {
    const form = filing({ description: '楼道灯坏了，晚上看不见' });
    const receipt = await resident.as('fileComplaint', form);
    const answer = await refusal(resident.as('fileComplaint', { ...form, description: '楼道灯坏了三盏，晚上看不见' }));
    expect(answer.code).toBe('alreadyDone');
    expect(answer.message).toContain(receipt.number);
    const word = { complaintId: receipt.id, commandId: cmd(), text: '请尽快' };
    await resident.as('addWords', word);
    expect((await refusal(resident.as('addWords', { ...word, text: '不急了' }))).code).toBe('alreadyDone');
  });

  test('[RG-05] a number is found however it is typed', async () => {
    const { items } = await staff.supervisor.as('register', { limit: 1 });
    const number = items[0]?.number ?? '';
    for (const q of [number, number.toLowerCase(), number.replaceAll('-', '')]) {
      expect((await staff.supervisor.as('register', { q })).items.map((c) => c.number)).toEqual([number]);
    }
  });

  test('words can be added until there is no room, then it says so, and the case can still go on', async () => {
    const receipt = await resident.as('fileComplaint', filing({ description: '这件事要说的话太多了，慢慢补充' }));
    const long = '长'.repeat(2000);
    let answer: Refusal | null = null;
    for (let i = 0; i < 200 && answer === null; i += 1) {
      await resident
        .as('addWords', { complaintId: receipt.id, commandId: cmd(), text: long })
        .catch((thrown: unknown) => {
          if (!(thrown instanceof Refusal)) throw thrown;
          answer = thrown;
        });
    }
    expect(answer).toMatchObject({ code: 'tooMuchWritten' });
    expect((await resident.as('withdraw', { complaintId: receipt.id, commandId: cmd(), reason: '不用了' })).state).toBe(
      'withdrawn',
    );
  }, 60_000);
});

describe('clocks and messages', () => {
  test('[DP-01, CK-02, MS-01] nobody dispatches: the desk is warned, then the supervisor hears of it, once each', async () => {
    test_.at('2026-11-23T02:00:00.000Z');
    const receipt = await resident.as('fileComplaint', filing({ description: '这件事我也说不清楚该找谁' }));
    const titles = async (person: TestPerson): Promise<string[]> => {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: OutputOf<'inbox'> = await person.as('inbox', cursor === null ? {} : { cursor });
        found.push(...page.items.filter((m) => m.complaintId === receipt.id).map((m) => m.title));
        cursor = page.cursor;
      } while (cursor !== null);
      return found;
    };
    test_.at('2026-11-23T02:08:30.000Z');
    await test_.runClock();
    expect(await titles(staff.receptionist)).toContain('时限预警');
    expect(await titles(staff.supervisor)).not.toContain('超时升级');
    test_.at('2026-11-23T02:10:30.000Z');
    await test_.runClock();
    await test_.runClock();
    expect((await titles(staff.supervisor)).filter((t) => t === '超时升级')).toHaveLength(1);
    test_.at('2026-11-23T03:00:00.000Z');
    await test_.runClock();
    expect((await titles(staff.generalManager)).filter((t) => t === '超时升级')).toHaveLength(1);
    const view = await get(staff.receptionist, receipt.id);
    expect(view.clocks.find((c) => c.kind === 'dispatch')).toMatchObject({
      dueAt: expect.stringMatching(/^2026-11-23T02:10:0/),
      late: true,
    });
  }, 60_000);

  test('[MS-01, IF-01] with a consent the result goes out over WeChat and counts as told', async () => {
    test_.at('2026-11-24T02:00:00.000Z');
    const view = await toHandlingOf('电梯楼层显示不亮', 'li');
    const li = await test_.resident('li');
    const { credits } = await li.as('whoAmI', {});
    const templateId = credits.find((c) => c.template === 'result')?.templateId ?? '';
    await li.acceptsMessages(templateId);
    const done = await staff.handler.as('complete', {
      ...on(view),
      outcome: 'fixed',
      result: '已更换显示屏',
      noPhotoReason: '部件在机房内，无法拍照',
    });
    await staff.receptionist.as('passReview', on(done));
    await test_.runClock();
    const after = await get(staff.receptionist, view.id);
    expect(after.informed?.how).toBe('message');
    expect(test_.cloud.wechat.sent(li.account.mpOpenid).filter((m) => m.templateId === templateId)).toHaveLength(1);
    await test_.runClock();
    expect(test_.cloud.wechat.sent(li.account.mpOpenid).filter((m) => m.templateId === templateId)).toHaveLength(1);
  }, 60_000);

  test('[MS-01] from the mini program the messages of an act go out right after it, without waiting for the timer', async () => {
    test_.at('2026-11-24T02:00:00.000Z');
    const { credits } = await resident.as('whoAmI', {});
    const templateId = credits.find((c) => c.template === 'accepted')?.templateId ?? '';
    await resident.acceptsMessages(templateId);
    const before = test_.cloud.wechat.sent(resident.account.mpOpenid).length;
    await resident.inMiniProgram('fileComplaint', filing({ description: '单元门禁刷卡没反应，进不了门' }));
    const sent = test_.cloud.wechat.sent(resident.account.mpOpenid);
    expect(sent.length).toBe(before + 1);
    await test_.runClock();
    expect(test_.cloud.wechat.sent(resident.account.mpOpenid)).toHaveLength(sent.length);
  });

  test('[MS-02] without consent the desk owes a phone call', async () => {
    const view = await toHandlingOf('电梯里手机没信号，求助打不通', 'zhao');
    const done = await staff.handler.as('complete', {
      ...on(view),
      outcome: 'explained',
      result: '已报运营商',
      explanation: '属运营商网络覆盖，可拨 10086',
    });
    await staff.receptionist.as('passReview', on(await get(staff.receptionist, done.id)));
    await test_.runClock();
    const after = await get(staff.receptionist, view.id);
    expect(after.state).toBe('informing');
    expect(after.timeline.map((e) => e.type)).toContain('resultUndelivered');
    const told = await staff.receptionist.as('informResident', { ...on(after), how: 'phone', words: '已电话说明' });
    expect(told.informed?.how).toBe('phone');
  });

  test('[MS-03] a function killed between saving and telling: nothing is lost, nothing twice', async () => {
    const form = filing({ description: '电梯突然下坠又停住了，很害怕' });
    // The insert of the complaint is acknowledged, then the function dies before any message is written.
    test_.cloud.faults.set({ killAfterWrites: 2 });
    await resident.as('fileComplaint', form).catch(() => undefined);
    test_.cloud.faults.reset();
    const receipt = await resident.as('fileComplaint', form);
    expect((await resident.as('myComplaints', {})).items.filter((c) => c.number === receipt.number)).toHaveLength(1);
    test_.at('2026-11-24T02:05:00.000Z');
    await test_.runClock();
    await test_.runClock();
    const told = (await resident.as('inbox', {})).items.filter(
      (m) => m.complaintId === receipt.id && m.template === 'accepted',
    );
    expect(told).toHaveLength(1);
  });

  async function toHandlingOf(description: string, who: 'li' | 'zhao'): Promise<ComplaintView> {
    const owner = await test_.resident(who);
    const receipt = await owner.as('fileComplaint', { ...filing({ description }), homeId: homeOf(owner) });
    let view = await get(staff.receptionist, receipt.id);
    if (view.state === 'registered')
      view = await staff.receptionist.as('dispatch', {
        ...on(view),
        kind: 'complaint',
        category: 'lift',
        responsibility: 'own',
        departmentId: departmentNamed(view, '工程维修部'),
      });
    view = await get(staff.head, view.id);
    view = await staff.head.as('signFor', { ...on(view), handlerId: chosen(view, '陈涛') });
    view = await staff.handler.as('recordInvestigation', {
      ...on(view),
      findings: '已查看',
      valid: true,
      responsibility: 'own',
    });
    view = await staff.handler.as('writePlan', {
      ...on(view),
      measures: '更换',
      expectedAt: '2026-11-26T10:00:00.000Z',
    });
    return view.state === 'investigating' ? staff.manager.as('signPlan', on(view)) : view;
  }
});

describe('concurrency', () => {
  test('two at once on one complaint: one wins, the other gets a clear answer, nothing is lost', async () => {
    for (let round = 0; round < 10; round += 1) {
      const receipt = await (await test_.resident(round % 2 === 0 ? 'wang' : 'li')).as('fileComplaint', {
        ...filing({ description: `第 ${round} 次想问这事归谁` }),
        homeId: homeOf(await test_.resident(round % 2 === 0 ? 'wang' : 'li')),
      });
      const view = await get(staff.receptionist, receipt.id);
      if (view.state !== 'registered') continue;
      const choice = {
        kind: 'complaint',
        category: 'lift',
        responsibility: 'own',
        departmentId: departmentNamed(view, '工程维修部'),
      } as const;
      const answers = await Promise.allSettled([
        staff.receptionist.as('dispatch', { ...on(view), ...choice }),
        staff.supervisor.as('dispatch', { ...on(view), ...choice }),
      ]);
      const lost = answers.flatMap((a) => (a.status === 'rejected' ? [a.reason] : []));
      expect(lost).toHaveLength(1);
      expect((lost[0] as Refusal).code).toBe('changedMeanwhile');
      expect((await get(staff.receptionist, receipt.id)).timeline.filter((e) => e.type === 'dispatched')).toHaveLength(
        1,
      );
    }
  }, 60_000);
});
