/** What can still happen to a closed complaint, over the API: read by the head, filed anew and linked, archived. */
import type { ComplaintView } from '../../types/views';
import { ComplaintWay, cmd, on, refusalOf } from '../support/complaint-way';
import { BIHAI, CUIHU, homeOf, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let resident: TestPerson;
let way: ComplaintWay;

beforeAll(async () => {
  world = await startTestCloud();
  world.at('2026-10-09T02:00:00.000Z');
  resident = await world.resident('wang');
  for (const key of ['receptionist', 'head', 'handler', 'manager', 'patrol', 'quality'] as const)
    await world.staff(key);
  way = new ComplaintWay(world, resident);
}, 240_000);
afterAll(() => world.close());

const filedAgain = (followsId: string, changes: object = {}) =>
  resident.as('fileComplaint', {
    commandId: cmd(),
    kind: 'complaint',
    description: '又和上次一样，灯还是一闪一闪的',
    homeId: homeOf(resident),
    place: { area: '3栋电梯' },
    followsId,
    ...changes,
  });

describe('a closed complaint', () => {
  let closed: ComplaintView;

  test('[HD-03] a wrong entry stands struck through for staff and resident, with the right one after it', async () => {
    const handler = await world.staff('handler');
    const view = await way.to('handling');
    let seen = await handler.as('reportProgress', { ...on(view), text: '已换 2 栋的灯管' });
    const wrong = seen.timeline.at(-1);
    expect(wrong?.mayStrike).toBe(true);
    expect((await way.see('receptionist', view)).actions).not.toContain('strikeEntry');
    seen = await handler.as('strikeEntry', {
      ...on(view),
      entryId: wrong?.id ?? '',
      reason: '写错了楼栋',
      text: '已换 3 栋的灯管',
    });
    const forResident = await resident.as('getComplaint', { id: view.id });
    for (const timeline of [seen.timeline, forResident.timeline]) {
      const entries = timeline.filter((e) => e.type === 'progressed');
      expect(entries.map((e) => [e.detail, e.struck?.reason ?? null])).toEqual([
        ['已换 2 栋的灯管', '写错了楼栋'],
        ['已换 3 栋的灯管', null],
      ]);
    }
  });

  test('[CB-08] the head finds what was said on their desk until they mark it as read', async () => {
    const head = await world.staff('head');
    closed = await way.closed({}, '修得好，就是电话打不通');
    expect(closed.state).toBe('closed');
    const mine = async () =>
      (await head.as('desk', {})).items.filter((card) => card.id === closed.id).map((card) => card.duty?.command);
    expect(await mine()).toEqual(['readOpinion']);
    expect((await head.as('desk', { only: 'late' })).items.map((card) => card.id)).not.toContain(closed.id);
    const read = await head.as('readOpinion', { ...on(closed), note: '已提醒班组留电话' });
    expect(read.timeline.at(-1)).toMatchObject({ type: 'opinionRead', internal: true });
    expect(await mine()).toEqual([]);
    const seen = await resident.as('getComplaint', { id: closed.id });
    expect(seen.timeline.map((e) => e.type)).not.toContain('opinionRead');
  });

  test('[CB-04] a visit that arrives when it is closed already is refused, and kept once as a note when the patrol wants it', async () => {
    const patrol = await world.staff('patrol');
    const visit = {
      complaintId: closed.id,
      commandId: cmd(),
      form: 'visit' as const,
      reached: true,
      solved: false,
      satisfaction: 2,
      opinions: '灯还在闪',
      recordedAt: '2026-10-09T02:00:00.000Z',
    };
    expect((await refusalOf(patrol.as('recordCallback', visit))).code).toBe('notInThisState');
    await patrol.as('noteCallback', visit);
    const seen = await patrol.as('noteCallback', visit); // a lost answer, sent again
    expect(seen.state).toBe('closed');
    const notes = seen.timeline.filter(({ type }) => type === 'callbackNoted');
    expect(notes).toMatchObject([{ recordedAt: visit.recordedAt, internal: true }]);
    expect(notes[0]?.detail).toContain('灯还在闪');
    const forResident = await resident.as('getComplaint', { id: closed.id });
    expect(forResident.timeline.map(({ type }) => type)).not.toContain('callbackNoted');
  });

  test('[IF-03] once the time is over it says so, and a new one goes on from it, shown on both', async () => {
    expect(closed.reopenUntil).not.toBeNull();
    world.at('2026-10-20T02:00:00.000Z');
    expect((await refusalOf(resident.as('reopen', { ...on(closed), why: '又坏了' }))).code).toBe('reopenWindowOver');
    const again = await filedAgain(closed.id);
    const seen = await resident.as('getComplaint', { id: again.id });
    expect(seen.follows).toEqual({ id: closed.id, number: closed.number });
    const before = await resident.as('getComplaint', { id: closed.id });
    expect(before.followedBy).toEqual([{ id: again.id, number: again.number }]);
  });

  test('[SV-12] and is hot, with the old number as its evidence', async () => {
    const receptionist = await world.staff('receptionist');
    const [again] = (await resident.as('getComplaint', { id: closed.id })).followedBy;
    const seen = await receptionist.as('getComplaint', { id: again?.id ?? '' });
    expect(seen.severity).toBe('hot');
    expect(seen.reasons.find((r) => r.code === 'SV-12')?.evidence).toContain(closed.number);
  });

  test('[IF-03] nobody goes on from somebody else’s', async () => {
    const neighbour = await world.resident('li');
    const refusal = await refusalOf(
      neighbour.as('fileComplaint', {
        commandId: cmd(),
        kind: 'complaint',
        description: '也想跟着这一条反映',
        homeId: homeOf(neighbour),
        place: { area: '3栋电梯' },
        followsId: closed.id,
      }),
    );
    expect(refusal.code).toBe('notFound');
  });

  test('[IN-09, IF-03] a hidden one that goes on from an open one doesn’t tell the department whose it is', async () => {
    const again = await filedAgain(closed.id, { hideIdentity: true, description: '灯又坏了，这次请不要告诉他们是我' });
    const receptionist = await world.staff('receptionist');
    const view = await receptionist.as('getComplaint', { id: again.id });
    if (view.state === 'registered')
      await receptionist.as('dispatch', {
        ...on(view),
        kind: 'complaint',
        category: 'lift',
        responsibility: 'own',
        departmentId: way.department(view, '工程维修部'),
      });
    const head = await way.see('head', again);
    expect(head.resident).toBeNull();
    expect(JSON.stringify(head)).not.toContain(closed.number);
    expect((await way.see('head', closed)).followedBy.map((f) => f.id)).not.toContain(again.id);
  });
});

describe('the monthly archive', () => {
  test('[CB-09] takes all that was closed in the month, names what can’t be archived yet, and may be repeated', async () => {
    const quality = await world.staff('quality');
    const month = { estateId: CUIHU, month: '2026-10' };
    const unread = await way.closed({}, '希望以后快一点');
    world.at('2026-11-09T02:00:00.000Z');
    await world.runClock();
    const first = await quality.as('archiveMonth', month);
    expect(first.archived).toBe(1);
    expect(first.left.map(({ number }) => number)).toEqual([unread.number]);
    await (await world.staff('head')).as('readOpinion', on(unread));
    expect(await quality.as('archiveMonth', month)).toMatchObject({ archived: 1, left: [] });
    expect(await quality.as('archiveMonth', month)).toMatchObject({ archived: 0, left: [], cursor: null });
    expect((await quality.as('archiveMonth', { ...month, estateId: BIHAI })).archived).toBe(0);

    const archived = await resident.as('getComplaint', { id: unread.id });
    expect(archived).toMatchObject({ state: 'archived', actions: [], next: null });
    expect((await refusalOf(resident.as('reopen', { ...on(unread), why: '又坏了' }))).code).toBe('archived');
    expect((await quality.as('register', { estateId: CUIHU, state: 'archived' })).items).toHaveLength(2);
  });

  test('[CB-09] is quality’s alone', async () => {
    const manager = await world.staff('manager');
    const refusal = await refusalOf(manager.as('archiveMonth', { estateId: CUIHU, month: '2026-10' }));
    expect(refusal.code).toBe('notAllowed');
  });
});
