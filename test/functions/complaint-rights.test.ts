/** What people may not do, what goes wrong, and what a reviewer would try, over the real SDK and the local cloud (PV-01, IN-06, IN-09, RV-01). */
import { Refusal } from '../../types/errors';
import type { CommandId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import { homeOf } from '../support/estate';
import {
  test_,
  resident,
  staff,
  cmd,
  filing,
  on,
  get,
  refusal,
  toHandling,
  departmentNamed,
  withPathPeople,
} from '../support/path-people';

withPathPeople();

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

  test('whose turn it was when they looked learns who took it from them, not only that it is not theirs', async () => {
    await test_.staff('handler2');
    const { id } = await toHandling('电梯里的镜子裂了');
    const view = await get(staff.head, id);
    const second = view.choices.handlers.find(({ name }) => name === '高明');
    const seen = await get(staff.handler, view.id);
    expect(seen.actions).toContain('reportProgress');
    await staff.head.as('nameHandler', { ...on(view), handlerId: second?.id as never });
    const progress = { text: '明天换镜子', photos: [] };
    const slower = await refusal(staff.handler.as('reportProgress', { ...on(seen), ...progress }));
    expect(slower.code).toBe('changedMeanwhile');
    expect(slower.message).toContain('高明');
    // Without having looked before, it simply isn't theirs; and so it is for whom it never was.
    const stranger = await refusal(
      staff.handler.as('reportProgress', { complaintId: view.id, commandId: cmd(), ...progress }),
    );
    expect(stranger.code).toBe('notAllowed');
    const never = await refusal(staff.manager.as('reportProgress', { ...on(seen), ...progress }));
    expect(never.code).toBe('notAllowed');
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
  }, 240_000);
});
