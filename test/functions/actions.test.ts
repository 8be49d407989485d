/** Corrective and preventive actions (CA) through the real functions, the real SDK and the local cloud. */
import type { ActionView } from '../../types/api/action';
import { Refusal } from '../../types/errors';
import type { ActionId, CommandId, ComplaintId } from '../../types/ids';
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

let world: TestCloud;
/** A key customer, so that what they complain about is important (SV-24). */
let zhao: TestPerson;
const staff = {} as Record<StaffKey, TestPerson>;

const FRIDAY_10 = '2026-11-20T02:00:00.000Z';
const cmd = () => newCommandId() as CommandId;

beforeAll(async () => {
  world = await startTestCloud();
  world.at(FRIDAY_10);
  zhao = await world.resident('zhao');
  for (const key of [
    'receptionist',
    'supervisor',
    'head',
    'handler',
    'handler2',
    'orderHead',
    'manager',
    'generalManager',
    'quality',
    'otherDesk',
  ] as const)
    staff[key] = await world.staff(key);
}, 240_000);
afterAll(() => world.close());
// Several people's whole way each.

const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'allowed',
    (thrown: unknown) => {
      if (thrown instanceof Refusal) return thrown.code;
      throw thrown;
    },
  );

async function filed(description: string, area: string, by = zhao): Promise<ComplaintView> {
  const receipt = await by.as('fileComplaint', {
    commandId: cmd(),
    kind: 'complaint',
    description,
    homeId: homeOf(by),
    place: { area },
  });
  let view = await staff.receptionist.as('getComplaint', { id: receipt.id });
  if (view.state === 'registered') {
    const department = view.choices.departments.find((d) => d.name === '工程维修部');
    if (department === undefined) throw new Error('no department');
    view = await staff.receptionist.as('dispatch', {
      complaintId: view.id,
      commandId: cmd(),
      kind: 'complaint',
      category: 'lift',
      responsibility: 'own',
      departmentId: department.id,
    });
  }
  return view;
}

const investigation = { findings: '曳引机轴承磨损', valid: true, responsibility: 'own' } as const;

async function signedFor(description: string, area: string, by = zhao): Promise<ComplaintId> {
  const { id } = await filed(description, area, by);
  const view = await staff.head.as('getComplaint', { id });
  const handler = view.choices.handlers.find((h) => h.name === '陈涛');
  if (handler === undefined) throw new Error('no handler');
  await staff.head.as('signFor', { complaintId: id, commandId: cmd(), handlerId: handler.id });
  return id;
}

const investigated = async (description: string, area: string): Promise<ComplaintId> => {
  const complaintId = await signedFor(description, area);
  await staff.handler.as('recordInvestigation', { complaintId, commandId: cmd(), ...investigation });
  return complaintId;
};

const actionsOf = async (complaintId: ComplaintId) =>
  (await staff.supervisor.as('actionsOfComplaint', { complaintId })).items;

async function actionOf(complaintId: ComplaintId): Promise<ActionId> {
  const [found, ...more] = (await actionsOf(complaintId)).filter(({ relation }) => relation === 'source');
  if (found === undefined || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} actions`);
  return found.card.id;
}

const titlesOf = async (person: TestPerson, actionId: ActionId): Promise<string[]> =>
  (await person.as('inbox', {})).items.filter((m) => m.actionId === actionId).map((m) => m.title);

async function written(actionId: ActionId, plannedAt: string): Promise<ActionView> {
  const { choices } = await staff.head.as('getAction', { id: actionId });
  const inCharge = choices.people.find((p) => p.name === '陈涛');
  if (inCharge === undefined) throw new Error('nobody to be in charge');
  return staff.head.as('writeAction', {
    actionId,
    commandId: cmd(),
    cause: '轴承超期未更换',
    correction: '更换轴承',
    prevention: '列入半年保养计划',
    inChargeId: inCharge.id,
    plannedAt,
  });
}

const reported = (actionId: ActionId): Promise<ActionView> =>
  staff.handler.as('reportActionDone', { actionId, commandId: cmd(), report: '已更换并列入计划' });

describe('corrective and preventive actions', () => {
  test('[CA-01] created once for a valid, important complaint of our own; the head is told and finds it', async () => {
    const complaintId = await investigated('电梯又停了，关在里面十分钟', '1栋电梯');
    const id = await actionOf(complaintId);
    const view = await staff.head.as('getAction', { id });
    expect(view).toMatchObject({ state: 'due', why: '有效投诉，重要，物业责任', actions: ['writeAction'] });
    expect(view.number).toBe(`${view.source.number}-JZ`);
    expect((await staff.head.as('myActions', {})).items.map((card) => card.id)).toContain(id);
    expect(await titlesOf(staff.head, id)).toEqual(['待办提醒']);
    // What happens to the complaint afterwards makes no second one.
    await staff.supervisor.as('addSeverityReason', {
      complaintId,
      commandId: cmd(),
      reason: 'SV-11',
      note: '住户称将找媒体',
    });
    await world.runClock();
    expect(await actionsOf(complaintId)).toHaveLength(1);
    // Not for who has nothing to do with it.
    expect(await codeOf(staff.orderHead.as('getAction', { id }))).toBe('notFound');
    expect(await codeOf(staff.otherDesk.as('getAction', { id }))).toBe('notFound');
    expect(await codeOf(zhao.as('getAction', { id }))).toBe('notAllowed');
    const listed = await staff.quality.as('actionsOfEstate', { estateId: CUIHU, state: 'due', limit: 100 });
    expect(listed.items.map((card) => card.id)).toContain(id);
    expect((await staff.orderHead.as('actionsOfEstate', {})).items).toEqual([]);
    expect((await staff.quality.as('actionsOfEstate', { state: 'effective' })).items).toEqual([]);
  });

  test('[CA-01, MS-03] a function that dies between saving and deriving: the clock makes the action, once', async () => {
    const complaintId = await signedFor('电梯门关不上，老人差点被夹', '2栋电梯');
    world.cloud.faults.set({ killAfterWrites: 1 });
    await staff.handler
      .as('recordInvestigation', { complaintId, commandId: cmd(), ...investigation })
      .catch(() => undefined);
    world.cloud.faults.reset();
    expect((await staff.handler.as('getComplaint', { id: complaintId })).investigation).not.toBeNull();
    expect(await actionsOf(complaintId)).toEqual([]);
    world.at('2026-11-20T02:10:00.000Z');
    await world.runClock();
    await world.runClock();
    expect(await actionsOf(complaintId)).toHaveLength(1);
  });

  test('[CA-01] the complaint closes, the action stays open', async () => {
    const complaintId = await investigated('电梯按键全部失灵，只能走楼梯', '3栋电梯');
    const id = await actionOf(complaintId);
    await zhao.as('withdraw', { complaintId, commandId: cmd(), reason: '不想等了' });
    expect((await staff.head.as('getAction', { id })).state).toBe('due');
  });

  test('[CA-02, CA-03] verified by another person; without effect it goes into round 2, until it is effective', async () => {
    const id = await actionOf(await investigated('电梯运行时剧烈抖动，很害怕', '5栋电梯'));
    expect((await written(id, '2026-11-24T10:00:00.000Z')).state).toBe('running');
    expect(
      await codeOf(staff.handler2.as('reportActionDone', { actionId: id, commandId: cmd(), report: '不是我的' })),
    ).toBe('notAllowed');
    expect((await reported(id)).state).toBe('verifying');
    expect(await codeOf(staff.handler.as('confirmEffect', { actionId: id, commandId: cmd(), findings: '有效' }))).toBe(
      'ownWork',
    );
    expect((await staff.quality.as('myActions', {})).items.map((card) => card.id)).toContain(id);
    const denied = { actionId: id, commandId: cmd(), findings: '三天后又抖动' };
    const again = await staff.receptionist.as('denyEffect', denied);
    expect(again).toMatchObject({ state: 'due', round: 2, plan: null });
    // The same act again, e.g. after a lost answer, is still round 2.
    expect((await staff.receptionist.as('denyEffect', denied)).round).toBe(2);
    await written(id, '2026-11-25T10:00:00.000Z');
    await reported(id);
    const done = await staff.quality.as('confirmEffect', { actionId: id, commandId: cmd(), findings: '运行平稳' });
    expect(done).toMatchObject({ state: 'effective', round: 2, actions: [] });
    expect(done.timeline.map((entry) => [entry.title, entry.by.name])).toEqual([
      ['需要制定纠正和预防措施', '系统'],
      ['制定措施，由 陈涛 负责', '刘强'],
      ['报告措施完成', '陈涛'],
      ['验证无效，重新制定（第 2 轮）', '张丽'],
      ['制定措施，由 陈涛 负责', '刘强'],
      ['报告措施完成', '陈涛'],
      ['验证有效', '郑洁'],
    ]);
  });

  test('[CA-01, CA-03] reopened and valid again, the action that was proved effective starts its next round; not valid, quality may drop it', async () => {
    const complaintId = await investigated('电梯门夹人，按了开门键没反应', '6栋电梯');
    const id = await actionOf(complaintId);
    await written(id, '2026-11-24T10:00:00.000Z');
    await reported(id);
    await staff.quality.as('confirmEffect', { actionId: id, commandId: cmd(), findings: '光幕正常' });
    const on = () => ({ complaintId, commandId: cmd() });
    await staff.handler.as('writePlan', { ...on(), measures: '更换光幕', expectedAt: '2026-11-30T10:00:00.000Z' });
    await staff.manager.as('signPlan', on());
    await staff.handler.as('complete', { ...on(), outcome: 'fixed', result: '已更换', noPhotoReason: '在井道内' });
    await staff.receptionist.as('passReview', on());
    const later = new Date(Date.parse((await staff.quality.as('getAction', { id })).effectiveAt ?? '') + 3_600_000);
    world.at(later.toISOString());
    await zhao.as('reopen', { ...on(), why: '又夹人了' });
    expect((await staff.quality.as('getAction', { id })).state).toBe('effective');
    await staff.head.as('signFor', on());
    const handlers = (await staff.head.as('getComplaint', { id: complaintId })).choices.handlers;
    const chen = handlers.find(({ name }) => name === '陈涛');
    if (chen === undefined) throw new Error('no handler');
    await staff.head.as('nameHandler', { ...on(), handlerId: chen.id });
    const again = { ...on(), ...investigation };
    await staff.handler.as('recordInvestigation', again);
    await staff.handler.as('recordInvestigation', again);
    const started = await staff.quality.as('getAction', { id });
    expect(started).toMatchObject({ state: 'due', round: 2, effectiveAt: null });
    expect(started.timeline.filter(({ title }) => title === '重新制定措施（第 2 轮）')).toHaveLength(1);
    await written(id, '2026-12-24T10:00:00.000Z');
    const postponed = await staff.handler.as('postponeAction', {
      actionId: id,
      commandId: cmd(),
      reason: '厂家排期',
      plannedAt: '2026-12-30T10:00:00.000Z',
    });
    expect(postponed.plan?.postponements).toHaveLength(1);

    await staff.handler.as('recordInvestigation', { ...on(), ...investigation, valid: false });
    const doubted = await staff.quality.as('getAction', { id });
    expect(doubted.unneeded).toContain('查明投诉不属实');
    expect(doubted.actions).toContain('dropAction');
    expect((await staff.quality.as('inbox', {})).items.filter((m) => m.actionId === id).length).toBeGreaterThan(0);
    const drop = { actionId: id, commandId: cmd(), reason: '复查不属实' };
    expect(await codeOf(staff.head.as('dropAction', { ...drop, commandId: cmd() }))).toBe('notAllowed');
    expect(await staff.quality.as('dropAction', drop)).toMatchObject({ state: 'dropped', actions: [] });
    expect((await staff.handler.as('myActions', {})).items.map((card) => card.id)).not.toContain(id);
    world.at(FRIDAY_10);
  });

  test('[CA-01, CA-02, CK-02] an overdue planned date escalates once, from the one in charge to the head', async () => {
    world.at('2026-11-23T02:00:00.000Z');
    const id = await actionOf(await investigated('电梯轿厢漏水，地板打滑摔人', '6栋电梯'));
    await written(id, '2026-11-23T10:00:00.000Z');
    world.at('2026-11-23T10:01:00.000Z');
    await world.runClock();
    await world.runClock();
    const { timeline, clocks } = await staff.head.as('getAction', { id });
    expect(timeline.filter((entry) => entry.title === '措施完成时限已超时，已提醒上级')).toHaveLength(1);
    expect(clocks.find((c) => c.kind === 'actionMeasures')?.late).toBe(true);
    expect((await titlesOf(staff.handler, id)).filter((t) => t === '超时提醒')).toHaveLength(1);
    expect((await titlesOf(staff.head, id)).filter((t) => t === '超时升级')).toHaveLength(1);
    expect(await titlesOf(staff.manager, id)).not.toContain('超时升级');
  });

  test('[CA-04] a like complaint after “effective” is shown to the verifier and to quality, on the action and on the complaint', async () => {
    world.at('2026-11-24T02:00:00.000Z');
    const first = await investigated('电梯到站不开门，被关了半小时', '7栋电梯');
    const id = await actionOf(first);
    // Before it is effective a like complaint is no recurrence.
    await filed('电梯到站还是不开门，请来看看', '7栋电梯');
    await written(id, '2026-11-25T10:00:00.000Z');
    await reported(id);
    await staff.receptionist.as('confirmEffect', { actionId: id, commandId: cmd(), findings: '运行正常' });
    world.at('2026-12-20T02:00:00.000Z');
    const wang = await world.resident('wang');
    const elsewhere = await filed('电梯到站不开门，又被关住', '8栋电梯', wang);
    const again = await filed('电梯到站不开门，又被关住', '7栋电梯', wang);
    const view = await staff.supervisor.as('getAction', { id });
    expect(view.recurrences.map(({ complaintId }) => complaintId)).toEqual([again.id]);
    expect(view.state).toBe('effective');
    expect(await actionsOf(again.id)).toMatchObject([{ relation: 'recurrence', card: { id, recurred: 1 } }]);
    expect(await actionsOf(elsewhere.id)).toEqual([]);
    for (const person of [staff.receptionist, staff.quality])
      expect((await titlesOf(person, id)).filter((t) => t === '同类投诉再次发生')).toHaveLength(1);
    expect(await titlesOf(staff.handler, id)).not.toContain('同类投诉再次发生');
    await world.runClock();
    expect((await staff.supervisor.as('getAction', { id })).recurrences).toHaveLength(1);
  });

  test('[IN-09] [CA-04] that it is the same home again learns nobody who may not know whose complaints these are', async () => {
    world.at('2026-12-21T02:00:00.000Z');
    const first = await investigated('电梯按钮按不动，卡住好几次', '9栋电梯');
    const id = await actionOf(first);
    await written(id, '2026-12-22T10:00:00.000Z');
    await reported(id);
    await staff.receptionist.as('confirmEffect', { actionId: id, commandId: cmd(), findings: '运行正常' });
    world.at('2026-12-28T02:00:00.000Z');
    const { id: hidden } = await zhao.as('fileComplaint', {
      commandId: cmd(),
      kind: 'complaint',
      description: '电梯里的风扇很响，别告诉他们是我说的',
      homeId: homeOf(zhao),
      place: { area: '10栋电梯' },
      hideIdentity: true,
    });
    const seen = await staff.receptionist.as('getComplaint', { id: hidden });
    if (seen.state === 'registered')
      await staff.receptionist.as('dispatch', {
        complaintId: hidden,
        commandId: cmd(),
        kind: 'complaint',
        category: 'lift',
        responsibility: 'own',
        departmentId: seen.choices.departments.find((d) => d.name === '工程维修部')?.id ?? CUIHU,
      });
    const { number } = seen;
    for (const key of ['supervisor', 'quality'] as const) {
      const view = await staff[key].as('getAction', { id });
      expect([key, view.recurrences.map((each) => each.complaintId)]).toEqual([key, [hidden]]);
    }
    expect((await actionsOf(hidden)).find(({ card }) => card.id === id)).toMatchObject({
      relation: 'recurrence',
      card: { recurred: 1 },
    });
    // The department owns both, and sees neither that they belong together nor that there was a recurrence at all.
    for (const key of ['head', 'handler'] as const) {
      const view = await staff[key].as('getAction', { id });
      expect([key, view.recurrences, JSON.stringify(view.timeline).includes(number)]).toEqual([key, [], false]);
      const { items } = await staff[key].as('actionsOfEstate', {});
      expect([key, items.find((card) => card.id === id)?.recurred]).toEqual([key, 0]);
      expect([key, (await staff[key].as('actionsOfComplaint', { complaintId: hidden })).items]).toEqual([key, []]);
    }
    expect(await codeOf(staff.orderHead.as('getAction', { id }))).toBe('notFound');
    expect(await codeOf((await world.resident('li')).as('getAction', { id }))).toBe('notAllowed');
  });

  /** How many actions name any of these. */
  const naming = async (...ids: string[]): Promise<ActionView[]> => {
    const { items } = await staff.supervisor.as('actionsOfEstate', { limit: 100 });
    const views: ActionView[] = [];
    for (const { id } of items) views.push(await staff.supervisor.as('getAction', { id }));
    return views.filter(({ source, also }) => [source, ...also].some((one) => ids.includes(one.id)));
  };
  const opened = async (complaintId: ComplaintId, summary: string) => {
    const view = await staff.receptionist.as('openIncident', {
      complaintId,
      commandId: cmd(),
      summary,
      publicPlace: true,
    });
    if (view.incident === null) throw new Error('no incident was opened');
    return view.incident.id;
  };
  const joinedBy = async (key: 'wang' | 'li', incidentId: Awaited<ReturnType<typeof opened>>) => {
    const person = await world.resident(key);
    await person.as('joinIncident', { commandId: cmd(), incidentId, homeId: homeOf(person) });
  };

  test('[CA-01] an incident of three whose leading complaint needs an action too has one, with both named on it', async () => {
    world.at('2027-01-04T02:00:00.000Z');
    const lead = await signedFor('电梯轿厢的镜子碎了一地', '12栋电梯');
    const incident = await opened(lead, '12栋客梯镜面破损');
    for (const key of ['wang', 'li'] as const) await joinedBy(key, incident);
    expect(await naming(lead, incident)).toMatchObject([{ source: { kind: 'incident', id: incident }, also: [] }]);
    await staff.handler.as('recordInvestigation', { complaintId: lead, commandId: cmd(), ...investigation });
    await world.runClock();
    expect(await naming(lead, incident)).toMatchObject([
      { source: { kind: 'incident', id: incident }, also: [{ kind: 'complaint', id: lead }] },
    ]);
    expect((await naming(lead))[0]?.id).toBe(await actionOf(lead));
  });

  test('[CA-01] the leading complaint had its action first: the incident of three is named on that one', async () => {
    const lead = await investigated('电梯显示屏乱跳，停在哪层都不知道', '13栋电梯');
    const incident = await opened(lead, '13栋客梯显示屏故障');
    for (const key of ['wang', 'li'] as const) await joinedBy(key, incident);
    await world.runClock();
    const [action, ...more] = await naming(lead, incident);
    expect(more).toEqual([]);
    expect(action).toMatchObject({
      source: { kind: 'complaint', id: lead },
      also: [{ kind: 'incident', id: incident }],
    });
    expect(action?.timeline.filter((entry) => entry.title.includes('共用这份措施'))).toHaveLength(1);
  });
});
