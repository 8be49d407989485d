/** Who is told what, when nobody acts and when functions die, over the real SDK and the local cloud (CK-02, MS-01 … MS-03). */
import type { OutputOf } from '../../types/procedures';
import type { ComplaintView } from '../../types/views';
import { homeOf, type TestPerson } from '../support/estate';
import {
  test_,
  resident,
  staff,
  filing,
  on,
  get,
  departmentNamed,
  chosen,
  withPathPeople,
} from '../support/path-people';

withPathPeople();

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
  }, 240_000);

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
  }, 240_000);

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
