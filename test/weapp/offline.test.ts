/**
 * CB-04 in the mini program: what the patrol records without signal. Only in the runtime: DevTools can't be killed and started
 * again on the same phone by the automation protocol.
 */
import { on } from '../support/complaint-way';
import { callbacksOf, type DueVisit, dueVisits } from '../support/due-visits';
import { startTestCloud, type TestCloud, type TestPerson } from '../support/estate';
import type { Phone } from './drive/phone';
import { openRuntimePhones, type RuntimePhones } from './drive/runtime-phones';

const SATISFIED = { form: 'visit', reached: true, solved: true, satisfaction: 5, wantsFollowUp: false } as const;
const OFFLINE = '没有网络，已保存在手机上';
const TIME = 600_000;

let estate: TestCloud;
let phones: RuntimePhones;
let patrol: TestPerson;
let due: DueVisit[];
let taken = 0;

beforeAll(async () => {
  estate = await startTestCloud();
  patrol = await estate.staff('patrol');
  due = await dueVisits(estate, 4);
  phones = openRuntimePhones(estate);
}, TIME);
afterAll(async () => {
  await phones?.close();
  await estate?.close();
}, TIME);
afterEach(() => expect(phones.problems()).toEqual([]));

/** One that no other test has. */
function one(): DueVisit {
  const visit = due[taken];
  taken += 1;
  if (visit === undefined) throw new Error('too few visits are due');
  return visit;
}

/** The phone learns the server's time a little late: by as long as the answer was on its way. */
const aMomentAgo = (): string => new Date(Date.now() - 60_000).toISOString();

/** On today's route, with signal. */
async function walks(): Promise<Phone> {
  const phone = await phones.of(patrol);
  phones.line(true);
  await phone.open('/staff/callbacks/index');
  await phone.sees('没有网络也能用');
  return phone;
}

async function answers(phone: Phone, { home }: DueVisit, words: string): Promise<void> {
  await phone.press(`开始回访 ${home}`);
  await phone.isOn('staff/visit/index');
  await phone.choose('联系上了吗？', '联系上了');
  await phone.choose('问题解决了吗？', '解决了');
  await phone.choose('满意吗？', '满意');
  await phone.choose('还要继续跟进吗？', '不需要');
  await phone.write('住户的意见', words);
}

/** What the server has, once it has so many. */
async function arrives({ id }: DueVisit, count = 1) {
  for (;;) {
    const events = await callbacksOf(estate, id);
    if (events.length >= count) return events;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test(
  'recorded without signal, with a photo and a signature, it survives the program’s end and arrives once, with its time',
  async () => {
    const visit = one();
    let phone = await walks();
    phones.line(false);
    await answers(phone, visit, '门口的灯亮了');
    await phone.press('添加照片');
    await phone.sees('已存手机');
    await phone.draws('#signature', '重签');

    // Killed before it was finished: the route is within reach, and the draft as it was, photo and strokes with it.
    phone = await phones.again(patrol, false);
    await phone.press('工作台');
    await phone.press('回访路线');
    await phone.sees('没有网络，这是上次看到的路线');
    await phone.press(`开始回访 ${visit.home}`);
    await phone.sees('已存手机');
    await phone.sees('重签');
    expect(await phone.valueOf('住户的意见')).toBe('门口的灯亮了');
    const before = aMomentAgo();
    await phone.press('完成回访');
    await phone.hears(OFFLINE);
    const after = new Date().toISOString();

    phone = await phones.again(patrol, false);
    await phone.press('工作台');
    await phone.sees('1 条待同步');
    expect(await callbacksOf(estate, visit.id)).toEqual([]);
    phones.line(true);
    await phone.press('立即同步');
    await phone.seesNoLonger('1 条待同步');
    const [event, ...more] = await callbacksOf(estate, visit.id);
    expect(more).toEqual([]);
    if (event?.type !== 'calledBack') throw new Error('not called back');
    expect(event.data).toMatchObject({ opinions: '门口的灯亮了', satisfaction: 4, signature: expect.any(String) });
    expect(event.data.photos).toHaveLength(1);
    expect([(event.recordedAt ?? '') >= before, (event.recordedAt ?? '') <= after]).toEqual([true, true]);
    // Sent, it needs no room any more (docs/PRIVACY.md).
    expect(phones.memory().album.kept()).toEqual([]);
  },
  TIME,
);

test(
  'somebody closed it meanwhile: what happened is said, and the person keeps it as a note',
  async () => {
    const visit = one();
    const phone = await walks();
    phones.line(false);
    await answers(phone, visit, '这次记得晚了');
    await phone.press('完成回访');
    await phone.hears(OFFLINE);
    const supervisor = await estate.staff('supervisor');
    await supervisor.as('recordCallback', { ...on(visit), ...SATISFIED });
    phones.line(true);
    await phone.press('立即同步');
    await phone.sees(`${visit.home} 的回访没有被接受`);
    await phone.sees('已关闭');
    await phone.press('记为备注');
    await phone.hears('已记为备注');
    const events = await arrives(visit, 2);
    expect(events.map(({ type }) => type)).toEqual(['calledBack', 'callbackNoted']);
    await phone.seesNoLonger('的回访没有被接受');
  },
  TIME,
);

test(
  'a full phone says so and what to do; the record stays in sight and arrives all the same',
  async () => {
    const visit = one();
    const phone = await walks();
    phones.line(false);
    phones.memory().storage.full = true;
    phones.memory().album.full = true;
    await answers(phone, visit, '存不下的那条');
    await phone.sees('手机存满了，正在写的没能存下');
    await phone.press('添加照片');
    await phone.sees('手机存满了，这张照片没有存下');
    await phone.press('完成回访');
    await phone.hears('手机存满了，这条还没存下');
    await phone.sees('手机存满了，1 条回访没有存下');
    phones.memory().storage.full = false;
    await phone.press('再存一次');
    await phone.hears('已存在手机上');
    phones.line(true);
    await phone.press('立即同步');
    const [event] = await arrives(visit);
    expect(event?.type === 'calledBack' && [event.data.opinions, event.data.photos.length]).toEqual([
      '存不下的那条',
      1,
    ]);
    phones.memory().album.full = false;
  },
  TIME,
);
