/** From a resident's thumb to a closed form, through the real functions, the real SDK and the local cloud. */
import type { Refusal } from '../../types/errors';
import { CUIHU, homeOf } from '../support/estate';
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
  chosen,
  withPathPeople,
} from '../support/path-people';

withPathPeople();

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
  }, 240_000);
});
