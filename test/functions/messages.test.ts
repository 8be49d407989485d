import { queueMessages } from '../../cloudfunctions/features/message/queue-messages';
import type { MessageDraft, StoredMessage } from '../../cloudfunctions/features/message/stored-message';
import type { Platform } from '../../cloudfunctions/platform/platform';
import type { MessageId } from '../../types/ids';
import { CUIHU, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

let world: TestCloud;
let wang: TestPerson;
let receptionist: TestPerson;
beforeAll(async () => {
  world = await startTestCloud();
  wang = await world.resident('wang');
  receptionist = await world.staff('receptionist');
}, 240_000);
afterAll(() => world?.close());

/** Noon in Shanghai, each test on a day of its own. */
let day = 0;
beforeEach(() => {
  day += 1;
  world.at(`2027-03-${String(day).padStart(2, '0')}T04:00:00.000Z`);
});
afterEach(() => world.cloud.faults.reset());

const minutesLater = (minutes: number) => world.cloud.clock.set(world.cloud.clock.now() + minutes * 60_000);
const now = () => new Date(world.cloud.clock.now()).toISOString();

let drafts = 0;
const draft = (to: TestPerson, more: Partial<MessageDraft> = {}): MessageDraft => {
  drafts += 1;
  return {
    id: `c1:e${drafts}:resident:${to.key}:result` as MessageId,
    to: to.me.personId ?? ('' as never),
    template: 'result',
    values: ['CH-270301-0001', '三栋二单元电梯在早高峰反复停运已经第三次发生了', '已解决', '请点开查看处理结果'],
    complaintId: null,
    estateId: CUIHU,
    page: 'pages/complaint/index?id=c1',
    at: now(),
    mustKnow: false,
    anyHour: false,
    ...more,
  };
};

const queue = (...messages: MessageDraft[]) =>
  queueMessages(messages, { now: now(), platform: { database: world.database } as Platform });
const stored = async ({ id }: MessageDraft) => {
  const message = await world.database.get<StoredMessage>('messages', id);
  if (message === null) throw new Error(`no message ${id}`);
  return message;
};
const sentTo = (person: TestPerson) => world.cloud.wechat.sent(person.account.mpOpenid);
const delivered = (person: TestPerson) => sentTo(person).filter((message) => message.errcode === 0);
const leftOf = async (person: TestPerson, template = 'result') =>
  (await person.as('whoAmI', {})).credits.find((credit) => credit.template === template)?.left;

test('[MS-01] a message goes out once, takes one consent, and stands whole in the inbox', async () => {
  await wang.acceptsMessages('result');
  const message = draft(wang);
  await queue(message);
  await queue(message, draft(wang, { id: message.id }));
  await world.runClock();
  await world.runClock();
  expect(delivered(wang)).toMatchObject([
    {
      templateId: 'result',
      page: message.page,
      data: { character_string1: 'CH-270301-0001', thing2: '三栋二单元电梯在早高峰反复停运已经第三…' },
    },
  ]);
  expect(await leftOf(wang)).toBe(0);
  const [item] = (await wang.as('inbox', {})).items;
  expect(item).toMatchObject({ id: message.id, title: '处理结果通知', delivery: 'sent', readAt: null });
  expect(item?.lines[1]).toEqual({ label: '内容', value: '三栋二单元电梯在早高峰反复停运已经第三次发生了' });
});

test('[MS-02] without a consent nothing is tried, and the message is in the inbox all the same', async () => {
  const before = sentTo(wang).length;
  const message = draft(wang);
  await queue(message);
  await world.runClock();
  expect(sentTo(wang)).toHaveLength(before);
  expect((await stored(message)).send).toMatchObject({ state: 'inboxOnly', why: 'noCredit' });
  expect((await wang.as('inbox', {})).items[0]).toMatchObject({ id: message.id, delivery: 'inboxOnly' });
});

test('[MS-02] what WeChat refuses (43101) clears the ledger, which had thought otherwise', async () => {
  await wang.acceptsMessages('result');
  await wang.acceptsMessages('result');
  world.cloud.faults.set({ sendErrors: 1, sendErrorCode: 43101 });
  const message = draft(wang);
  await queue(message);
  await world.runClock();
  expect((await stored(message)).send).toMatchObject({ state: 'inboxOnly', why: expect.stringContaining('43101') });
  expect(await leftOf(wang)).toBe(0);
});

test('[MS-02] a template that WeChat does not take (47003) fails once and gives the consent back', async () => {
  await wang.acceptsMessages('result');
  world.cloud.faults.set({ sendErrors: 1, sendErrorCode: 47003 });
  const message = draft(wang);
  await queue(message);
  await world.runClock();
  minutesLater(120);
  await world.runClock();
  expect((await stored(message)).send).toMatchObject({ state: 'failed', tries: 1 });
  expect((await wang.as('inbox', {})).items[0]).toMatchObject({ id: message.id, delivery: 'inboxOnly' });
  expect(await leftOf(wang)).toBe(1);
});

test('[MS-03] what surely was not delivered (45009) is tried again later, with the consent it had', async () => {
  const before = delivered(wang).length;
  world.cloud.faults.set({ sendErrors: 1, sendErrorCode: 45009 });
  const message = draft(wang);
  await queue(message);
  await world.runClock();
  expect((await stored(message)).send).toMatchObject({ state: 'waiting', why: expect.stringContaining('45009') });
  expect(await leftOf(wang)).toBe(1);
  await world.runClock();
  expect(delivered(wang)).toHaveLength(before);
  minutesLater(2);
  await world.runClock();
  expect((await stored(message)).send).toMatchObject({ state: 'sent', tries: 2 });
  expect(delivered(wang)).toHaveLength(before + 1);
});

test('[MS-03] tries end; the message stays in the inbox', async () => {
  await wang.acceptsMessages('result');
  world.cloud.faults.set({ sendErrors: 99, sendErrorCode: 45009 });
  const message = draft(wang);
  await queue(message);
  for (let at = 0; at < 6; at += 1) {
    await world.runClock();
    minutesLater(61);
  }
  expect((await stored(message)).send).toMatchObject({ state: 'inboxOnly', tries: 5 });
});

test('[MS-04] residents sleep from 22 to 8, staff and replies to the own act do not wait', async () => {
  await wang.acceptsMessages('result', 'accepted');
  await receptionist.acceptsMessages('newWork');
  world.at(`2027-03-${String(day).padStart(2, '0')}T15:30:00.000Z`);
  const [night, own, work] = [
    draft(wang),
    draft(wang, {
      template: 'accepted',
      values: ['CH-1', '电梯', '2027年3月8日 10:00', '请留意处理进度'],
      anyHour: true,
    }),
    draft(receptionist, { template: 'newWork', values: ['CH-1', '电梯', '3栋', '2027年3月1日 10:00', '签收'] }),
  ];
  await queue(night, own, work);
  await world.runClock();
  expect([(await stored(night)).send.state, (await stored(own)).send.state, (await stored(work)).send.state]).toEqual([
    'waiting',
    'sent',
    'sent',
  ]);
  minutesLater(8 * 60);
  await world.runClock();
  expect((await stored(night)).send.state).toBe('waiting');
  minutesLater(31);
  await world.runClock();
  expect((await stored(night)).send.state).toBe('sent');
});

test('[MS-03] a sender that dies after taking the message leaves it claimed; it is never sent a second time, and never lost', async () => {
  await wang.acceptsMessages('result');
  const before = sentTo(wang).length;
  const message = draft(wang);
  await queue(message);
  // Killed between taking the consent and hearing of it.
  world.cloud.faults.set({ killAfterWrites: 2, killFunction: 'clock' });
  await world.runClock().catch(() => undefined);
  expect((await stored(message)).send.state).toBe('claimed');
  minutesLater(1);
  await world.runClock();
  expect((await stored(message)).send.state).toBe('claimed');
  minutesLater(5);
  await world.runClock();
  expect((await stored(message)).send).toMatchObject({ state: 'inboxOnly', why: 'uncertain' });
  expect(sentTo(wang)).toHaveLength(before);
  expect((await wang.as('inbox', {})).items[0]).toMatchObject({ id: message.id, delivery: 'inboxOnly' });
});

test('[MS-03] two senders at once send once', async () => {
  await wang.acceptsMessages('result');
  await wang.acceptsMessages('result');
  const before = delivered(wang).length;
  // Slow enough, and both warm, that both have read the outbox before either has taken anything from it.
  const bothAtOnce = () => Promise.all([world.runClock(), world.runClock()]);
  world.cloud.faults.set({ latencyMs: 100 });
  await bothAtOnce();
  const message = draft(wang);
  await queue(message);
  await bothAtOnce();
  expect(delivered(wang)).toHaveLength(before + 1);
  expect((await stored(message)).send).toMatchObject({ state: 'sent', tries: 1 });
});

test('[MS-04] a message of the day that is only seen to at night waits for the morning', async () => {
  await wang.acceptsMessages('result');
  world.at(`2027-03-${String(day).padStart(2, '0')}T13:50:00.000Z`);
  const message = draft(wang);
  await queue(message);
  minutesLater(20);
  await world.runClock();
  expect((await stored(message)).send).toMatchObject({
    state: 'waiting',
    nextTryAt: expect.stringContaining('T00:00:00'),
  });
  minutesLater(10 * 60);
  await world.runClock();
  expect((await stored(message)).send.state).toBe('sent');
});

test('what must be known is told to the end, also when that was interrupted', async () => {
  const message = draft(await world.resident('zhao'), { mustKnow: true });
  await queue(message);
  world.cloud.faults.set({ killAfterWrites: 1, killFunction: 'clock' });
  await world.runClock().catch(() => undefined);
  expect((await stored(message)).send).toMatchObject({ state: 'telling', ending: 'inboxOnly' });
  minutesLater(2);
  await world.runClock();
  expect((await stored(message)).send).toMatchObject({ state: 'inboxOnly', why: 'noCredit' });
});

test('somebody who was only ever on the web page cannot be sent to', async () => {
  const visitor = await world.visitor('webOnly');
  const { version } = await visitor.as('privacyNotice', {});
  const me = await visitor.as('agreeToPrivacyNotice', { version });
  const message = draft({ ...visitor, me });
  await queue(message);
  await world.runClock();
  expect((await stored(message)).send).toMatchObject({ state: 'inboxOnly', why: 'unreachable' });
});

test('one message that is a bug does not hold up the others', async () => {
  await wang.acceptsMessages('result');
  const [broken, good] = [draft(wang), draft(wang)];
  await queue(broken, good);
  await world.database.update('messages', broken.id, { template: 'gone' });
  await world.runClock();
  expect((await stored(good)).send.state).toBe('sent');
  expect((await stored(broken)).send).toMatchObject({ state: 'waiting', nextTryAt: expect.stringContaining('T04:15') });
});

test('[MS-02, CK-08] a message that the ledger knows to have no consent costs nothing more than being written', async () => {
  const zhao = await world.resident('zhao');
  const writes = async () => {
    world.cloud.counters.reset();
    await world.runClock();
    return world.cloud.counters.byAction()['database.modifyDocument'] ?? 0;
  };
  // What the daily routines had to catch up with comes first.
  for (let left = 20; (await writes()) > 0; left -= 1) expect(left).toBeGreaterThan(0);
  const hopeless = draft(zhao);
  await queue(hopeless);
  expect(await writes()).toBe(0);
  // A consent may come until the morning, so it waits; then it is ended with one write, by one of two runs.
  world.at('2027-03-01T15:00:00Z');
  const some = Array.from({ length: 10 }, () => draft(zhao));
  await queue(...some);
  for (let left = 20; (await writes()) > 0; left -= 1) expect(left).toBeGreaterThan(0);
  expect((await stored(some[0] ?? hopeless)).send.state).toBe('waiting');
  world.cloud.faults.set({ latencyMs: 50 });
  world.at('2027-03-02T01:00:00Z');
  await Promise.all([world.runClock(), world.runClock()]);
  for (const message of [hopeless, ...some])
    expect((await stored(message)).send).toMatchObject({ state: 'inboxOnly', why: 'noCredit', tries: 0 });
  expect(sentTo(zhao)).toEqual([]);
});

test('the inbox is paged from the newest, and reading is one’s own affair', async () => {
  const li = await world.resident('li');
  const messages = Array.from({ length: 25 }, (_none, at) =>
    draft(li, { at: new Date(world.cloud.clock.now() + at * 1000).toISOString() }),
  );
  await queue(...messages);
  expect((await li.as('whoAmI', {})).unread).toBe(25);
  const first = await li.as('inbox', {});
  const second = await li.as('inbox', { cursor: first.cursor ?? '' });
  expect([...first.items, ...second.items].map((item) => item.id)).toEqual(
    messages.map((message) => message.id).reverse(),
  );
  expect(second.cursor).toBeNull();
  const ids = first.items.map((item) => item.id);
  await wang.as('readMessages', { ids });
  expect((await li.as('whoAmI', {})).unread).toBe(25);
  expect(await li.as('readMessages', { ids })).toEqual({ unread: 5 });
  expect((await li.as('inbox', {})).items[0]?.readAt).toMatch(/^2027-03-/);
});

test('with secrets it goes over HTTPS as well', async () => {
  const other = await startTestCloud({ env: { WECHAT_SEND_BY: 'https' } });
  try {
    const zhao = await other.resident('zhao');
    await zhao.acceptsMessages('result');
    await queueMessages([draft(zhao, { anyHour: true, at: new Date().toISOString() })], {
      now: new Date().toISOString(),
      platform: { database: other.database } as Platform,
    });
    await other.runClock();
    expect(other.cloud.wechat.sent(zhao.account.mpOpenid)).toMatchObject([{ errcode: 0, templateId: 'result' }]);
  } finally {
    await other.close();
  }
}, 240_000);
