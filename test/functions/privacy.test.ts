// The resident's privacy center: who opened my data, taking the agreement back, export, erasure (PV-01, PV-03, IN-05).
import type { ComplaintId, PhotoId } from '../../types/ids';
import { aJpeg } from '../support/a-photo';
import { cmd, ComplaintWay, on, refusalOf } from '../support/complaint-way';
import { CUIHU, homeOf, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let wang: TestPerson;
let way: ComplaintWay;
beforeAll(async () => {
  world = await startTestCloud();
  wang = await world.resident('wang');
  way = new ComplaintWay(world, wang);
  for (const key of ['receptionist', 'head', 'handler', 'manager', 'patrol'] as const) await world.staff(key);
}, 240_000);
afterAll(() => world?.close());

const file = async (person: TestPerson, changes: object = {}) =>
  person.as('fileComplaint', {
    commandId: cmd(),
    kind: 'repair',
    description: '厨房下水管漏水，地上都是水',
    homeId: homeOf(person),
    place: { homeId: homeOf(person) },
    ...changes,
  });

const openingsOf = async (person: TestPerson, id: ComplaintId) =>
  (await person.as('myOpenings', {})).items.filter(({ complaintId }) => complaintId === id);

/** Every document of every collection that was written, as one text. */
const everything = async (): Promise<string> => {
  const parts: string[] = [];
  for (const collection of [
    'people',
    'complaints',
    'messages',
    'uploads',
    'credits',
    'openings',
    'alike',
    'actions',
  ] as const)
    parts.push(
      JSON.stringify(await world.database.find(collection, { where: { _id: { $gt: '' } as never }, limit: 1000 })),
    );
  return parts.join('\n');
};

describe('who opened my data', () => {
  test('[PV-01] staff who open a case stand in the log that its resident reads: who, role, when, which, how', async () => {
    const { id, number } = await file(wang);
    const receptionist = await world.staff('receptionist');
    await receptionist.as('getComplaint', { id });
    await receptionist.as('noteCall', { complaintId: id });
    const lines = await openingsOf(wang, id);
    expect(lines).toMatchObject([
      { byName: '张丽', roleText: '接待员', way: 'call', number, complaintId: id },
      { byName: '张丽', roleText: '接待员', way: 'case', number, complaintId: id },
    ]);
    expect(lines[0]?.at).toMatch(/^\d{4}-.*Z$/);
  });

  test('[PV-01] openings at once and within the hour leave one line, a later hour another', async () => {
    const { id } = await file(wang, { description: '阳台的窗户关不上，下雨会进水' });
    const receptionist = await world.staff('receptionist');
    await Promise.all(Array.from({ length: 5 }, () => receptionist.as('getComplaint', { id })));
    expect(await openingsOf(wang, id)).toHaveLength(1);
    world.cloud.clock.set(world.cloud.clock.now() + 2 * 3_600_000);
    await receptionist.as('getComplaint', { id });
    world.cloud.clock.set(null);
    expect(await openingsOf(wang, id)).toHaveLength(2);
  });

  test('[PV-01] my own opening is none, and nobody else reads the log about me', async () => {
    const { id } = await file(wang, { description: '楼道里的灯坏了，晚上看不清路' });
    await wang.as('getComplaint', { id });
    expect(await openingsOf(wang, id)).toEqual([]);
    await (await world.staff('receptionist')).as('getComplaint', { id });
    const li = await world.resident('li');
    const wife = await world.resident('wangWife');
    expect([await openingsOf(li, id), await openingsOf(wife, id)]).toEqual([[], []]);
    expect((await refusalOf(li.as('noteCall', { complaintId: id }))).code).toBe('notAllowed');
    expect((await refusalOf((await world.staff('otherDesk')).as('noteCall', { complaintId: id }))).code).toBe(
      'notFound',
    );
  });

  test('[PV-01] a complaint recorded for a home without account is noted, and shown to none of the home', async () => {
    const receptionist = await world.staff('receptionist');
    const { id } = await receptionist.as('recordComplaint', {
      commandId: cmd(),
      kind: 'repair',
      channel: 'hotline',
      description: '家里门铃不响，请派人来看看',
      estateId: CUIHU,
      homeId: homeOf(wang),
      place: { homeId: homeOf(wang) },
      caller: { name: '来电人', phone: '13300133000' },
    });
    await receptionist.as('getComplaint', { id });
    expect(await openingsOf(wang, id)).toEqual([]);
    const kept = await world.database.find('openings', { where: { aboutIds: wang.me.personId ?? '' }, limit: 1000 });
    expect(JSON.stringify(kept)).not.toContain(id);
  });

  test('[PV-01, IN-09] whom the identity is hidden from sees nothing of the person, and leaves no line', async () => {
    const view = await way.to('dispatched', { hideIdentity: true });
    const head = await world.staff('head');
    expect((await head.as('getComplaint', { id: view.id })).resident).toBeNull();
    expect((await openingsOf(wang, view.id)).map(({ byName }) => byName)).toEqual(['张丽']);
  });

  test('[PV-01] a line whose answer is lost is written once, and the case is shown', async () => {
    const { id } = await file(wang, { description: '车库出口的道闸抬不起来' });
    const supervisor = await world.staff('supervisor');
    world.cloud.faults.set({ dropAnswers: 1, dropAnswersOf: 'openings' });
    const view = await supervisor.as('getComplaint', { id }).finally(() => world.cloud.faults.reset());
    expect(view.resident?.name).toBe('王小明');
    expect((await openingsOf(wang, id)).map(({ byName }) => byName)).toEqual(['周敏']);
  });

  test('[PV-01, CB-04] a route that is taken along shows whose homes it leads to', async () => {
    const view = await way.to('informed', {}, 'lift');
    const patrol = await world.staff('patrol');
    await patrol.as('callbackRoute', {});
    await patrol.as('callbackRoute', {});
    const lines = (await openingsOf(wang, view.id)).filter(({ way: how }) => how === 'route');
    const due = (await patrol.as('callbackRoute', {})).visits.some(({ card }) => card.id === view.id);
    expect(lines.map(({ byName }) => byName)).toEqual(due ? ['赵霞'] : []);
  });

  test('the log comes in pages, newest first', async () => {
    const first = await wang.as('myOpenings', {});
    const times = first.items.map(({ at }) => at);
    expect([...times].sort().reverse()).toEqual(times);
  });
});

describe('the agreement taken back', () => {
  test('[IN-05] nothing new is taken until it is given again; what is open goes on and stays readable', async () => {
    const li = await world.resident('li');
    const { id } = await file(li, { description: '客厅的空调滴水，把地板泡了' });
    const me = await li.as('withdrawConsent', {});
    expect([me.consentVersion, me.consentAt, me.personId]).toEqual([null, null, li.me.personId]);
    expect((await refusalOf(file(li))).code).toBe('consentNeeded');
    expect((await refusalOf(li.as('saveContact', { name: '李娜', phone: '13900139000' }))).code).toBe('consentNeeded');
    expect((await li.as('getComplaint', { id })).state).not.toBe('withdrawn');
    expect((await li.as('myComplaints', {})).items.map((card) => card.id)).toContain(id);
    expect((await li.as('withdrawConsent', {})).consentVersion).toBeNull();
    const kept = await world.database.get<{ consents: object[] }>('people', li.me.personId ?? '');
    expect(kept?.consents).toMatchObject([{ version: expect.any(String) }, { withdrawn: true }]);
    const { version } = await li.as('privacyNotice', {});
    await li.as('agreeToPrivacyNotice', { version });
    expect((await file(li)).number).toMatch(/^CH/);
  });

  test('[IN-05] without it a complaint can still be withdrawn, but takes no more words', async () => {
    const li = await world.resident('li');
    const { id } = await file(li, { description: '书房插座没有电，台灯用不了' });
    await li.as('withdrawConsent', {});
    const words = li.as('addWords', { complaintId: id, commandId: cmd(), text: '还是没有电', photos: [] });
    expect((await refusalOf(words)).code).toBe('consentNeeded');
    const view = await li.as('withdraw', { complaintId: id, commandId: cmd(), reason: '自己修好了' });
    expect(view.state).toBe('withdrawn');
    await li.as('agreeToPrivacyNotice', { version: (await li.as('privacyNotice', {})).version });
  });
});

describe('export', () => {
  test('[PV-03] everything held about a resident comes page by page, under Chinese names, and nothing of others', async () => {
    const li = await world.resident('li');
    const { number } = await file(li, { description: '卫生间的地漏反味，开窗也散不掉' });
    const parts: Record<string, unknown[]> = {};
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await li.as('exportMyData', { cursor });
      parts[page.part] = [...(parts[page.part] ?? []), ...page.items];
      cursor = page.cursor ?? undefined;
      pages += 1;
    } while (cursor !== undefined && pages < 100);
    expect(Object.keys(parts)).toEqual(['个人资料', '我的投诉和诉求', '收到的消息', '谁看过我的信息']);
    expect(parts.个人资料).toMatchObject([
      { 称呼: '李娜', 电话: '13900139000', 房屋: ['翠湖花园 3栋2单元302'], 告知与同意: expect.any(Array) },
    ]);
    expect(parts.我的投诉和诉求).toContainEqual(
      expect.objectContaining({ 编号: number, 描述: '卫生间的地漏反味，开窗也散不掉', 进展: expect.any(Array) }),
    );
    const mine = (await li.as('myComplaints', {})).items;
    expect(parts.我的投诉和诉求).toHaveLength(mine.length);
    expect(JSON.stringify(parts)).not.toMatch(/王小明|13800138000/);
    expect((await refusalOf(li.as('exportMyData', { cursor: '9|x' }))).code).toBe('badInput');
  });
});

describe('erasure', () => {
  const photo = async (person: TestPerson): Promise<PhotoId> => {
    const bytes = aJpeg();
    const place = await person.as('requestUpload', { commandId: cmd(), name: 'a.jpg', size: bytes.length });
    await fetch(place.url, { method: 'PUT', headers: place.headers, body: new Uint8Array(bytes) });
    await person.as('confirmUpload', { photoId: place.photoId });
    return place.photoId;
  };

  test('[PV-03] with something open nothing is erased unless it is withdrawn', async () => {
    const zhao = await world.resident('zhao');
    await file(zhao, { description: '入户门的锁坏了，关不上门' });
    const refusal = await refusalOf(zhao.as('eraseMe', { openOnes: 'finishFirst' }));
    expect([refusal.code, refusal.details?.open]).toEqual(['stillOpen', 1]);
    expect((await zhao.as('whoAmI', {})).name).toBe('赵敏');
  });

  test('[PV-03] staff leave their posts first', async () => {
    const receptionist = await world.staff('receptionist');
    expect((await refusalOf(receptionist.as('eraseMe', { openOnes: 'withdraw' }))).code).toBe('notAllowed');
  });

  test('[PV-03] the cases stay with the person removed: no name, phone, home, identity, photo or signature is left', async () => {
    const zhao = await world.resident('zhao');
    const zhaoWay = new ComplaintWay(world, zhao);
    const photoId = await photo(zhao);
    const done = await zhaoWay.closed({
      description: '我是赵敏，电话13700137000，3栋1单元502门口的感应灯不亮，赵女士晚上回家害怕',
      photos: [photoId],
      place: { homeId: homeOf(zhao), area: '门口' },
    });
    const { id: open } = await file(zhao, { description: '对讲机坏了，请联系赵敏处理', onBehalfOf: '我妈妈' });
    const receptionist = await world.staff('receptionist');
    await receptionist.as('addNote', { ...on({ id: open }), text: '已与赵敏（137-0013-7000）通过电话，住3栋1单元502' });
    const seen = await receptionist.as('getComplaint', { id: done.id });

    expect(await zhao.as('eraseMe', { openOnes: 'withdraw' })).toEqual({ erased: true });

    // From then on the old session is a stranger's, and nobody finds them.
    expect((await zhao.as('whoAmI', {})).personId).toBeNull();
    expect((await refusalOf(zhao.as('getComplaint', { id: done.id }))).code).toBe('consentNeeded');
    expect((await receptionist.as('findHomes', { estateId: CUIHU, q: '13700137000' })).items).toEqual([]);
    expect(await zhao.as('eraseMe', { openOnes: 'finishFirst' })).toEqual({ erased: true });

    const left = await receptionist.as('getComplaint', { id: done.id });
    expect([left.state, left.number, left.timeline.length]).toEqual([
      seen.state,
      seen.number,
      seen.timeline.length + 1,
    ]);
    expect(left.description).toBe('我是已注销，电话已注销，3栋门口的感应灯不亮，已注销晚上回家害怕');
    expect([left.photos, left.resident?.name, left.resident?.phone]).toEqual([[], '', '']);
    expect(left.timeline.at(-1)?.title).toBe('住户已注销');
    expect(left.callback?.verdict ?? null).toEqual(seen.callback?.verdict ?? null);
    const ended = await receptionist.as('getComplaint', { id: open });
    expect([ended.state, ended.onBehalfOf]).toEqual(['withdrawn', '已注销']);
    expect((await receptionist.as('register', { estateId: CUIHU, q: '赵敏' })).items).toEqual([]);

    // What was under way when they left is gone through once more, then nothing is left to know them by.
    world.cloud.clock.set(world.cloud.clock.now() + 6 * 60_000);
    await world.runClock();
    world.cloud.clock.set(null);
    // The place of a matter, by which its recurrence is found, names no person (docs/adr/0014).
    const text = (await everything()).replace(/"likeKeys":\[[^\]]*\]/g, '');
    const telling = /.{0,80}(?:赵敏|赵女士|13700137000|137-0013-7000|3栋1单元502|(?:mp|oa)-zhao|union-zhao).{0,20}/g;
    expect(text.match(telling)).toBeNull();
    expect(text).not.toContain(photoId);
    const person = await world.database.get<Record<string, unknown>>('people', zhao.me.personId ?? '');
    expect(person).toMatchObject({
      ...{ erased: true, identityKeys: [], homes: [], sealedName: null, sealedPhone: null },
      ...{ nameHash: null, phoneHash: null, consents: [], erasedAt: expect.any(String), erasingSince: null },
    });
  });

  test('[PV-03] whoever comes back is somebody new, who sees nothing of before', async () => {
    const zhao = await world.resident('zhao');
    const { version } = await zhao.as('privacyNotice', {});
    const me = await zhao.as('agreeToPrivacyNotice', { version });
    expect(me.personId).not.toBe(zhao.me.personId);
    expect([me.name, me.homes, (await zhao.as('myComplaints', {})).items]).toEqual(['', [], []]);
  });

  test('[PV-03] an erasure that died in the middle is ended by the clock, and a form sent meanwhile is found too', async () => {
    const late = await world.visitor('late');
    await late.as('agreeToPrivacyNotice', { version: (await late.as('privacyNotice', {})).version });
    await late.as('bindHome', { code: world.homeCode('翠湖花园 5栋102') });
    const me = await late.as('saveContact', { name: '孟晓晓', phone: '13500135000' });
    const { id } = await late.as('fileComplaint', {
      ...{ commandId: cmd(), kind: 'repair', description: '孟晓晓家的水表不走字，请来看看' },
      ...{ homeId: me.homes[0]?.id as never, place: {} },
    });
    const before = await world.database.get<Record<string, unknown>>('complaints', id);
    world.cloud.faults.set({ dropAnswers: 1, dropAnswersOf: 'messages' });
    await late.as('eraseMe', { openOnes: 'withdraw' }).finally(() => world.cloud.faults.reset());
    // As if a form had been on its way when the person went.
    const { _id, ...asItArrived } = before ?? {};
    await world.database.updateIf('complaints', { _id }, asItArrived);
    expect(await everything()).toMatch(/孟晓晓/);
    world.cloud.clock.set(world.cloud.clock.now() + 12 * 60_000);
    await world.runClock();
    world.cloud.clock.set(null);
    expect(await everything()).not.toMatch(/孟晓晓|13500135000|5栋102/);
    const person = await world.database.get<Record<string, unknown>>('people', me.personId ?? '');
    expect(person).toMatchObject({
      erased: true,
      sealedName: null,
      sealedPhone: null,
      erasingSince: null,
      searchKeys: [],
    });
  });

  test('[PV-03] what was filed for somebody with an account goes on as theirs', async () => {
    const wife = await world.resident('wangWife');
    const { id } = await file(wife, { description: '主卧的暖气不热，老人受不了', onBehalfOf: '王小明' });
    await wife.as('eraseMe', { openOnes: 'withdraw' });
    const view = await wang.as('getComplaint', { id });
    expect([view.resident?.name, view.state === 'withdrawn']).toEqual(['王小明', false]);
    expect((await wang.as('myComplaints', {})).items.map((card) => card.id)).toContain(id);
  });
});
