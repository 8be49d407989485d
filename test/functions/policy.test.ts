// The policy over the real functions: changed by an admin with a reason, kept in versions, and a complaint keeps its own.
import { Refusal } from '../../types/errors';
import type { CommandId, ComplaintId } from '../../types/ids';
import type { InputOf, OutputOf } from '../../types/procedures';
import { BIHAI, CUIHU, homeOf, newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

const FRIDAY_10 = '2026-11-20T02:00:00.000Z';
const cmd = () => newCommandId() as CommandId;

let world: TestCloud;
let admin: TestPerson;
let manager: TestPerson;
let quality: TestPerson;
let receptionist: TestPerson;
let head: TestPerson;
let wang: TestPerson;
beforeAll(async () => {
  world = await startTestCloud();
  world.at(FRIDAY_10);
  [admin, manager, quality, receptionist, head] = (await Promise.all(
    (['admin', 'manager', 'quality', 'receptionist', 'head'] as const).map((key) => world.staff(key)),
  )) as [TestPerson, TestPerson, TestPerson, TestPerson, TestPerson];
  wang = await world.resident('wang');
}, 240_000);
afterAll(() => world.close());

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

type Change = InputOf<'changePolicy'>;
/** From the version in force, unless said otherwise. */
const change = async (changes: Change['changes'], more: Partial<Change> = {}): Promise<OutputOf<'changePolicy'>> => {
  const where = more.estateId === undefined ? {} : { estateId: more.estateId };
  const { version } = await admin.as('policy', where);
  return admin.as('changePolicy', { commandId: cmd(), version, changes, why: '公司例会决定', ...more });
};
const setting = (view: OutputOf<'policy'>, path: string) => view.settings.find((each) => each.path === path);

/** What every warm instance remembers of the policy is old after a minute. */
let minutes = 0;
const aMinuteLater = () => {
  minutes += 1;
  world.at(new Date(Date.parse(FRIDAY_10) + minutes * 60_000).toISOString());
};

let filed = 0;
const file = async (): Promise<ComplaintId> => {
  filed += 1;
  const receipt = await wang.as('fileComplaint', {
    commandId: cmd(),
    kind: 'complaint',
    description: `第 ${filed} 件：有些事想请你们看看怎么办才好`,
    homeId: homeOf(wang),
    place: {},
  });
  return receipt.id;
};
const dispatched = async (id: ComplaintId) => {
  const view = await receptionist.as('getComplaint', { id });
  const department = view.choices.departments.find((d) => d.name === '工程维修部');
  if (department === undefined) throw new Error('no department');
  return receptionist.as('dispatch', {
    complaintId: id,
    commandId: cmd(),
    version: view.version,
    kind: 'complaint',
    category: 'facility',
    responsibility: 'own',
    departmentId: department.id,
  });
};
const minutesToSign = async (id: ComplaintId): Promise<number> => {
  const clock = (await dispatched(id)).clocks.find((c) => c.kind === 'signing');
  if (clock === undefined) throw new Error('no signing clock');
  return (Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) / 60_000;
};

test('[RP-09] a complaint keeps the times of the version it was registered under, a new one gets the new ones', async () => {
  const before = await file();
  await change([{ path: 'times.signing', value: { serviceMinutes: 12 } }]);
  aMinuteLater();
  const after = await file();
  await change([{ path: 'times.signing', value: { minutes: 7 } }], { estateId: CUIHU });
  aMinuteLater();
  const last = await file();
  aMinuteLater();
  expect(await minutesToSign(before)).toBe(30);
  expect(await minutesToSign(after)).toBe(12);
  expect(await minutesToSign(last)).toBe(7);

  // The numbers that hold say whose they are.
  expect(setting(await manager.as('policy', { estateId: CUIHU }), 'times.signing')).toEqual({
    path: 'times.signing',
    value: { minutes: 7 },
    from: 'estate',
    above: { serviceMinutes: 12 },
  });
  expect(setting(await quality.as('policy', { estateId: BIHAI }), 'times.signing')).toMatchObject({ from: 'company' });
  expect(setting(await quality.as('policy', {}), 'times.dispatch')).toMatchObject({ from: 'default' });
});

test('[RP-09] [CB-07] what the callback decides follows the version of the complaint, too', async () => {
  await change([
    { path: 'reopening.window', value: { days: 1 } },
    { path: 'intake.urgeInterval', value: { minutes: 5 } },
  ]);
  aMinuteLater();
  const id = await file();
  await change([{ path: 'intake.urgeInterval', value: { minutes: 600 } }]);
  aMinuteLater();
  await wang.as('urge', { complaintId: id, commandId: cmd() });
  expect((await refusal(wang.as('urge', { complaintId: id, commandId: cmd() }))).code).toBe('tooSoon');
  for (let n = 0; n < 6; n += 1) aMinuteLater();
  await expect(wang.as('urge', { complaintId: id, commandId: cmd() })).resolves.toMatchObject({ id });
});

test('[RP-09] of two admins who change the same at once one wins and the other is told', async () => {
  const { version } = await admin.as('policy', {});
  const values = Array.from({ length: 6 }, (_none, n) => n + 3);
  const answers = await Promise.all(
    values.map((value) =>
      admin
        .as('changePolicy', {
          commandId: cmd(),
          version,
          changes: [{ path: 'callback.attempts', value }],
          why: `改成 ${value} 次比较合适`,
        })
        .then(
          (view) => ({ value, view }),
          (error: Refusal) => ({ value, error }),
        ),
    ),
  );
  const won = answers.filter((answer) => 'view' in answer);
  const lost = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []));
  expect(won).toHaveLength(1);
  expect(lost.map((error) => error.code)).toEqual(Array.from({ length: 5 }, () => 'changedMeanwhile'));
  expect(lost[0]?.message).toContain('何伟');
  const now = await admin.as('policy', {});
  expect(now.version).toBe(version + 1);
  expect(setting(now, 'callback.attempts')?.value).toBe(won[0]?.value);
});

test('[RP-09] admins who change the company and an estate at once both stand, unless they contradict each other', async () => {
  const company = await admin.as('policy', {});
  const estate = await admin.as('policy', { estateId: BIHAI });
  const both = await Promise.allSettled([
    admin.as('changePolicy', {
      commandId: cmd(),
      version: company.version,
      changes: [{ path: 'severity.hotGroupPeople', value: 8 }],
      why: '热点从 8 人起算',
    }),
    admin.as('changePolicy', {
      commandId: cmd(),
      estateId: BIHAI,
      version: estate.version,
      changes: [{ path: 'severity.majorGroupPeople', value: 6 }],
      why: '小区较小，6 人即重大',
    }),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  // Whichever was first, the estate still has a policy that makes sense.
  await expect(admin.as('policy', { estateId: BIHAI })).resolves.toMatchObject({ estateId: BIHAI });
});

test('[RP-09] sent again after a lost answer it is one change; with other content it is refused', async () => {
  const { version } = await admin.as('policy', { estateId: BIHAI });
  const sent: Change = {
    commandId: cmd(),
    estateId: BIHAI,
    version,
    changes: [{ path: 'times.inform', value: { endOfDay: 1 } }],
    why: '碧海名苑晚间无人值守',
  };
  const [first, second] = await Promise.all([admin.as('changePolicy', sent), admin.as('changePolicy', sent)]);
  expect(second).toEqual(first);
  await change([{ path: 'times.inform' }], { estateId: BIHAI });
  // Even after somebody else changed it again.
  expect((await admin.as('changePolicy', sent)).version).toBe(version + 2);
  const other = { ...sent, changes: [{ path: 'times.inform', value: { endOfDay: 3 } }] };
  expect((await refusal(admin.as('changePolicy', other))).code).toBe('alreadyDone');
  const history = await admin.as('policyHistory', { estateId: BIHAI });
  expect(history.items.filter(({ why }) => why === sent.why)).toHaveLength(1);
});

test('[RP-09] the history says who, when, why and what of every version, newest first and for good', async () => {
  const at = await world.cloud.clock.now();
  const view = await change([{ path: 'callback.ordinaryShare', value: 0.75 }], { why: '品质部要求提高回访比例' });
  await change([{ path: 'callback.ordinaryShare' }], { why: '试行结束，恢复默认' });
  const { items } = await quality.as('policyHistory', {});
  expect(items.map(({ version }) => version)).toEqual([...items].map((_each, n) => view.version + 1 - n));
  expect(items[1]).toMatchObject({
    by: '何伟',
    why: '品质部要求提高回访比例',
    changes: [{ path: 'callback.ordinaryShare', after: 0.75 }],
  });
  expect(items[0]?.changes).toEqual([{ path: 'callback.ordinaryShare', before: 0.75 }]);
  expect(Math.abs(Date.parse(items[1]?.at ?? '') - at)).toBeLessThan(60_000);
});

test('[RP-09] what was interrupted before the version was kept is kept by the next change', async () => {
  const { version } = await change([{ path: 'pauses.most', value: 4 }]);
  await world.database.remove('policies', `company:${version}`);
  aMinuteLater();
  const id = await file();
  expect((await admin.as('policyHistory', {})).items[0]?.version).toBe(version);
  await change([{ path: 'pauses.most', value: 2 }]);
  aMinuteLater();
  expect((await admin.as('policyHistory', {})).items.slice(0, 2).map((each) => each.version)).toEqual([
    version + 1,
    version,
  ]);
  await expect(dispatched(id)).resolves.toMatchObject({ state: 'dispatched' });
});

test.each<[string, Change['changes'], Record<string, string>]>([
  ['a negative time', [{ path: 'times.dispatch', value: { minutes: -5 } }], { 'times.dispatch.minutes': '至少为 1' }],
  ['a warning at the end', [{ path: 'warning.atShare', value: 1 }], { 'warning.atShare': '提醒点要小于 100%' }],
  [
    '[CB-01] a share below 60 % without a reason',
    [{ path: 'callback.ordinaryShare', value: 0.4 }],
    { 'callback.ordinaryShare': '一般投诉回访比例低于 60% 时，须写明理由（至少 5 个字）' },
  ],
  [
    'a unit that doesn’t exist',
    [{ path: 'times.dispatch', value: { seconds: 5 } }],
    { 'times.dispatch': '时限写法不正确' },
  ],
  ['a setting that doesn’t exist', [{ path: 'times.coffee', value: 5 }], { 'times.coffee': '没有这项设置' }],
  ['the policy’s own version', [{ path: 'version', value: '9.9.9' }], { version: '没有这项设置' }],
  [
    'words where a number belongs',
    [{ path: 'callback.attempts', value: '三次' }],
    { 'callback.attempts': '请填写整数' },
  ],
])('[RP-09] refuses %s, at the field and in Chinese', async (_what, changes, fields) => {
  const refused = await refusal(change(changes));
  expect(refused.code).toBe('badInput');
  expect(refused.fields).toEqual(fields);
});

test('[RP-09] [CB-01] a lower share passes with its reason; a change needs one as well', async () => {
  const changes = [
    { path: 'callback.ordinaryShare', value: 0.5 },
    { path: 'callback.lowerShareReason', value: '巡楼组本季度缺编，已报品质部' },
  ];
  expect((await refusal(change(changes, { why: '  ' }))).fields).toHaveProperty('why');
  const view = await change(changes, { estateId: BIHAI });
  expect(setting(view, 'callback.ordinaryShare')).toMatchObject({ value: 0.5, from: 'estate' });
});

test('[RP-09] nobody but an admin changes it; only those who answer for it read it; elsewhere it doesn’t exist', async () => {
  const sent: Change = {
    commandId: cmd(),
    version: 0,
    changes: [{ path: 'pauses.most', value: 1 }],
    why: '我想改一下',
  };
  for (const person of [manager, quality, receptionist, head, wang])
    expect((await refusal(person.as('changePolicy', sent))).code).toBe('notAllowed');
  for (const person of [receptionist, head, wang]) {
    expect((await refusal(person.as('policy', {}))).code).toBe('notAllowed');
    expect((await refusal(person.as('policyHistory', {}))).code).toBe('notAllowed');
  }
  // 吴刚 manages 翠湖花园.
  expect((await refusal(manager.as('policy', { estateId: BIHAI }))).code).toBe('notFound');
  expect((await refusal(manager.as('policyHistory', { estateId: BIHAI }))).code).toBe('notFound');
  expect(await manager.as('policy', { estateId: CUIHU })).toMatchObject({ mayChange: false });
  expect((await manager.as('policy', {})).estates.map(({ id }) => id)).toEqual([CUIHU]);
});

test('[CK-01] a year without a published calendar is said aloud until the company has entered its days', async () => {
  expect((await admin.as('policy', {})).yearsWithoutCalendar).toEqual([2027]);
  await change([
    { path: 'companyDays', value: [{ date: '2027-01-01', working: false, name: '元旦' }] },
    { path: 'confirmedYears', value: [2027] },
  ]);
  expect((await admin.as('policy', {})).yearsWithoutCalendar).toEqual([]);
  expect((await admin.as('policy', { estateId: CUIHU })).yearsWithoutCalendar).toEqual([]);
});

test('[IN-01] what may be written and sent is what the policy of the estate says, in its words', async () => {
  await change(
    [
      { path: 'intake.text.leastCharacters', value: 10 },
      { path: 'intake.text.mostCharacters', value: 3000 },
      { path: 'intake.photos.most', value: 2 },
      { path: 'intake.photos.mostBytes', value: 1_048_576 },
    ],
    { estateId: CUIHU },
  );
  aMinuteLater();
  const send = (description: string, photos: string[] = []) =>
    wang.as('fileComplaint', {
      commandId: cmd(),
      kind: 'complaint',
      description,
      homeId: homeOf(wang),
      place: {},
      photos: photos as InputOf<'fileComplaint'>['photos'],
    });
  expect((await refusal(send('电梯坏了很久'))).fields).toEqual({ description: '情况描述至少写 10 个字' });
  expect((await refusal(send('长'.repeat(3001)))).fields).toEqual({ description: '情况描述不能超过 3000 字' });
  expect((await refusal(send('照片太多的一件事情请看看', ['a', 'b', 'c']))).fields).toEqual({
    photos: '最多 2 张照片',
  });
  // “我也遇到” is a complaint too.
  const { id } = await send('南门道闸抬起来就落不下去了，谁的车都能进');
  const desk = await world.staff('receptionist');
  const { version } = await desk.as('getComplaint', { id });
  const { incident } = await desk.as('openIncident', {
    complaintId: id,
    version,
    commandId: cmd(),
    summary: '南门道闸落不下来',
    placeText: '南门',
    publicPlace: true,
  });
  if (incident === null) throw new Error('no incident was opened');
  const li = await world.resident('li');
  const joining = li.as('joinIncident', {
    commandId: cmd(),
    incidentId: incident.id,
    homeId: homeOf(li),
    words: '',
    photos: ['a', 'b', 'c'] as InputOf<'joinIncident'>['photos'],
  });
  expect((await refusal(joining)).fields).toEqual({ photos: '最多 2 张照片' });
  await expect(send('长'.repeat(2500))).resolves.toMatchObject({ servicePhone: '0755-26001234' });
  const [estate] = (await wang.as('describeEstates', {})).items;
  expect(estate?.limits).toMatchObject({
    leastCharacters: 10,
    mostCharacters: 3000,
    mostPhotos: 2,
    mostVideos: 1,
    videoSeconds: 30,
  });
  const tooLarge = await refusal(wang.as('requestUpload', { commandId: cmd(), name: 'a.jpg', size: 1_500_000 }));
  expect(tooLarge).toMatchObject({ code: 'tooLarge', message: '文件太大，单张照片不能超过 1 MB。' });
});

test('[RP-09] the words of a complaint’s page follow the policy that it was registered under', async () => {
  await change(
    [
      { path: 'callback.attempts', value: 5 },
      { path: 'callback.satisfiedFrom', value: 5 },
      { path: 'warning.atShare', value: 0.5 },
      { path: 'severity.majorGroupPeople', value: 20 },
      { path: 'severity.hotGroupPeople', value: 4 },
      { path: 'severity.unresolvedHot', value: { days: 10 } },
    ],
    { estateId: CUIHU },
  );
  aMinuteLater();
  const { id } = await wang.as('fileComplaint', {
    commandId: cmd(),
    kind: 'complaint',
    description: '中心花园的路灯全都不亮了，晚上看不见路',
    homeId: homeOf(wang),
    place: { area: '中心花园' },
    groupSize: 6,
  });
  const view = await (await world.staff('supervisor')).as('getComplaint', { id });
  expect(view.policy).toEqual({ callbackAttempts: 5, satisfiedFrom: 5 });
  expect(view.reasons.map(({ text }) => text)).toContain('4–19 人集体投诉');
  const texts = new Map(view.choices.severityReasons.map(({ code, text }) => [code, text]));
  expect([texts.get('SV-04'), texts.get('SV-13')]).toEqual(['20 人以上集体投诉', '10 天未解决']);
  const clock = view.clocks.find(({ kind }) => kind === 'dispatch' || kind === 'signing');
  if (clock === undefined) throw new Error('no clock');
  const [start, warn, due] = [clock.startedAt, clock.warnAt, clock.dueAt].map((at) => Date.parse(at));
  expect(warn).toBe(((start ?? 0) + (due ?? 0)) / 2);
});
