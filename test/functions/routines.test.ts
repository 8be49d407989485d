// IN-04 over the real functions: each day its box, recorded also when empty; missed days keep their own times.
import { Refusal } from '../../types/errors';
import type { CommandId, RoutineId } from '../../types/ids';
import { BIHAI, CUIHU, newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

const cmd = () => newCommandId() as CommandId;
const MORNING = '2026-11-21T01:00:00.000Z'; // 9:00 of the first whole day
const DAY = (n: number) => `2026-11-${n}`;

let world: TestCloud;
let receptionist: TestPerson;
let supervisor: TestPerson;
let manager: TestPerson;
let generalManager: TestPerson;
let handler: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  world = await startTestCloud();
  world.at(MORNING);
  // Founded on Friday the 20th, whatever day the test runs on.
  for (const estateId of [CUIHU, BIHAI])
    await world.database.update('estates', estateId, { nextRoutineAt: '2026-11-20T16:00:00.000Z' });
  receptionist = await world.staff('receptionist');
  supervisor = await world.staff('supervisor');
  manager = await world.staff('manager');
  generalManager = await world.staff('generalManager');
  handler = await world.staff('handler');
  other = await world.staff('otherDesk');
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
const mine = async (person: TestPerson) => (await person.as('openRoutines', {})).items;
const box = async (day: string) => {
  const found = (await receptionist.as('routines', { estateId: CUIHU })).items.find((each) => each.day === day);
  if (found === undefined) throw new Error(`no box of ${day}`);
  return found;
};
const told = async (person: TestPerson, title: string) =>
  (await person.as('inbox', {})).items.filter(
    (message) => message.title === title && message.lines.some(({ value }) => value.startsWith('CH-BOX-')),
  );

test('[IN-04] repeated and parallel runs begin the day’s box of each estate once', async () => {
  await Promise.all([world.runClock(), world.runClock(), world.runClock()]);
  await world.runClock();
  expect((await mine(receptionist)).map(({ day, late }) => ({ day, late }))).toEqual([{ day: DAY(21), late: false }]);
  expect(await mine(other)).toHaveLength(1);
  expect(await mine(handler)).toEqual([]);
  expect(await world.database.count('routines', { estateId: CUIHU })).toBe(1);
});

test('[IN-04] opened is recorded with who, when and how many letters; sent again it is one record', async () => {
  const { id, version } = await box(DAY(21));
  const sent = { commandId: cmd(), routineId: id, version, letters: 0 };
  const recorded = await receptionist.as('openBox', sent);
  expect(recorded.opened).toMatchObject({ by: '张丽', letters: 0 });
  expect(recorded).toMatchObject({ late: false, mayOpen: false });
  expect(await receptionist.as('openBox', sent)).toEqual(recorded);
  expect(await mine(receptionist)).toEqual([]);
  const slower = await refusal(supervisor.as('openBox', { commandId: cmd(), routineId: id, version, letters: 3 }));
  expect(slower.code).toBe('changedMeanwhile');
  expect(slower.message).toContain('张丽');
});

test('[IN-04] only the desk of the estate opens it; to others it doesn’t exist; nonsense is refused at the field', async () => {
  const { id } = await box(DAY(21));
  const sent = { commandId: cmd(), routineId: id, letters: 1 };
  expect((await refusal(handler.as('openBox', sent))).code).toBe('notAllowed');
  expect((await refusal(other.as('openBox', sent))).code).toBe('notFound');
  expect((await refusal(other.as('routines', { estateId: CUIHU }))).code).toBe('notFound');
  expect(
    (await refusal(receptionist.as('openBox', { ...sent, routineId: 'box:cuihu:2020-01-01' as RoutineId }))).code,
  ).toBe('notFound');
  expect((await refusal(receptionist.as('openBox', { ...sent, letters: -1 }))).fields).toEqual({
    letters: '信件数不能为负数',
  });
});

test('[IN-04] [CK-07] days of an absence begin late with their own times; each level is told once', async () => {
  // Nothing ran from Saturday morning until Tuesday 9:00.
  world.at('2026-11-24T01:00:00.000Z');
  await Promise.all([world.runClock(), world.runClock()]);
  await world.runClock();
  const days = (await receptionist.as('routines', { estateId: CUIHU })).items;
  expect(days.map(({ day, late }) => [day, late])).toEqual([
    [DAY(24), false],
    [DAY(23), true],
    [DAY(22), true],
    [DAY(21), false],
  ]);
  // 24:00 of its own day.
  expect(days[1]?.dueAt).toBe('2026-11-23T16:00:00.000Z');
  expect(days[2]?.dueAt).toBe('2026-11-22T16:00:00.000Z');
  // Sunday's and Monday's: missed on both to the supervisor, 200 % of Sunday's to the manager.
  expect(await told(supervisor, '超时升级')).toHaveLength(2);
  expect(await told(manager, '超时升级')).toHaveLength(1);
  expect(await told(generalManager, '超时升级')).toHaveLength(0);
  const before = (await receptionist.as('inbox', {})).items.length;
  await world.runClock();
  expect((await receptionist.as('inbox', {})).items).toHaveLength(before);
  const events = (
    await world.database.get<{ events: { type: string; data: { level: number; trueAt: string } }[] }>(
      'routines',
      'box:cuihu:2026-11-22',
    )
  )?.events;
  expect(events?.map(({ type, data }) => [type, data.level, data.trueAt])).toEqual([
    ['begun', undefined, undefined],
    ['clockWarned', 0, '2026-11-22T11:12:00.000Z'],
    ['clockMissed', 1, '2026-11-22T16:00:00.000Z'],
    ['clockMissed', 2, '2026-11-23T16:00:00.000Z'],
  ]);
});

test('[IN-04] a box opened late stays missed, is told of no more, and its letters come in by the intake', async () => {
  const { id, version } = await box(DAY(22));
  const late = await receptionist.as('openBox', {
    commandId: cmd(),
    routineId: id,
    version,
    letters: 1,
    note: '周末无人',
  });
  expect(late).toMatchObject({ late: true, opened: { letters: 1, note: '周末无人' } });
  const receipt = await receptionist.as('recordComplaint', {
    commandId: cmd(),
    estateId: CUIHU,
    kind: 'complaint',
    channel: 'suggestionBox',
    description: '信里说三栋的楼道灯坏了好几天没人修',
    place: { area: '3栋楼道' },
    caller: {},
  });
  expect(receipt.number).toMatch(/^CH-261124-/);
  world.at('2026-11-25T01:00:00.000Z');
  await world.runClock();
  // 300 % of Sunday's would have gone to the general manager.
  expect(await told(generalManager, '超时升级')).toHaveLength(0);
  expect(await told(manager, '超时升级')).toHaveLength(2);
});

test('[IN-04] letters and the opening they were found in know each other; a difference is the desk’s duty until it is explained', async () => {
  const today = await box(DAY(25));
  await receptionist.as('openBox', { commandId: cmd(), routineId: today.id, version: today.version, letters: 3 });
  const letter = (description: string, more: object = {}) =>
    receptionist.as('recordComplaint', {
      commandId: cmd(),
      estateId: CUIHU,
      kind: 'complaint',
      channel: 'suggestionBox',
      description,
      place: { area: '中心花园' },
      caller: {},
      boxId: today.id,
      ...more,
    });
  const first = await letter('信里说中心花园的长椅坏了');
  // The function dies between the complaint and the opening; the timer goes on from there.
  world.cloud.faults.set({ killAfterWrites: 2, killFunction: 'api' });
  const dead = cmd();
  await letter('信里说喷泉漏水', { commandId: dead }).catch(() => undefined);
  world.cloud.faults.reset();
  const second = await letter('信里说喷泉漏水', { commandId: dead });
  world.at('2026-11-25T01:10:00.000Z');
  await world.runClock();
  const known = await box(DAY(25));
  expect(known.entered.map(({ number }) => number).sort()).toEqual([first.number, second.number].sort());
  expect(known).toMatchObject({ missing: 1, mayExplain: true, explained: null });
  expect((await receptionist.as('getComplaint', { id: first.id })).boxDay).toBe(DAY(25));
  expect((await mine(supervisor)).map(({ day }) => day)).toContain(DAY(25));

  expect((await refusal(letter('另一个渠道来的信', { channel: 'letter' }))).fields).toHaveProperty('boxId');
  expect((await refusal(letter('还没打开的箱子里的信', { boxId: 'box:cuihu:2026-11-24' }))).fields).toHaveProperty(
    'boxId',
  );
  const explain = { commandId: cmd(), routineId: today.id, note: '有一封是广告' };
  expect((await refusal(other.as('explainLetters', explain))).code).toBe('notFound');
  const explained = await supervisor.as('explainLetters', explain);
  expect(explained).toMatchObject({ missing: 0, mayExplain: false, explained: { note: '有一封是广告' } });
  expect((await mine(receptionist)).map(({ day }) => day)).not.toContain(DAY(25));
  expect((await refusal(receptionist.as('explainLetters', { ...explain, commandId: cmd() }))).code).toBe(
    'notInThisState',
  );
});

test('[IN-04] [RG-01] [CK-02] letters found and not entered within a day warn and escalate, until they are entered or explained', async () => {
  world.at('2026-11-26T01:00:00.000Z');
  await world.runClock();
  const { id, version } = await box(DAY(26));
  const found = await receptionist.as('openBox', { commandId: cmd(), routineId: id, version, letters: 2 });
  expect(found).toMatchObject({ missing: 2, lettersDueAt: expect.stringContaining('2026-11-27T01:00:') });
  const letters = async (person: TestPerson, title: string) =>
    (await told(person, title)).filter(({ lines }) => lines.some(({ value }) => value === `${DAY(26)} 投诉箱信件录入`));
  world.at('2026-11-26T20:13:00.000Z');
  await world.runClock();
  expect(await letters(receptionist, '时限预警')).toHaveLength(1);
  world.at('2026-11-27T01:01:00.000Z');
  await world.runClock();
  expect(await letters(supervisor, '超时升级')).toHaveLength(1);
  expect(await letters(manager, '超时升级')).toHaveLength(0);
  const enter = (description: string) =>
    receptionist.as('recordComplaint', {
      commandId: cmd(),
      estateId: CUIHU,
      kind: 'complaint',
      channel: 'suggestionBox',
      description,
      place: { area: '中心花园' },
      caller: {},
      boxId: id,
    });
  await enter('信里说中心花园的长椅坏了');
  expect(await box(DAY(26))).toMatchObject({ missing: 1, lettersDueAt: expect.stringContaining('2026-11-27T01:00:') });
  await enter('信里说凉亭的瓦掉了');
  expect(await box(DAY(26))).toMatchObject({ missing: 0, lettersDueAt: null });
  world.at('2026-11-28T02:00:00.000Z');
  await world.runClock();
  expect(await letters(manager, '超时升级')).toHaveLength(0);
  // One letter too many is explained like one too few.
  const extra = await enter('第三封信夹在缝里，刚刚才看见');
  expect(extra.number).toMatch(/^CH-261128-/);
  expect(await box(DAY(26))).toMatchObject({ missing: -1, lettersDueAt: expect.stringContaining('2026-11-29T02:00:') });
  await supervisor.as('explainLetters', { commandId: cmd(), routineId: id, note: '多找到一封' });
  expect(await box(DAY(26))).toMatchObject({ missing: 0, lettersDueAt: null });
});
