/** What goes wrong on a phone, injected by miniprogram-automator: nothing written is lost, nothing is sent twice. */
import { type ResidentKey, startTestCloud, type TestCloud } from '../support/estate';
import type { Phone } from './drive/phone';
import { openPhones, type Phones } from './drive/phones';

let estate: TestCloud;
let phones: Phones;

beforeAll(async () => {
  estate = await startTestCloud();
  phones = openPhones(estate);
}, 240_000);
afterAll(async () => {
  await phones?.close();
  await estate?.close();
}, 240_000);
afterEach(() => expect(phones.problems()).toEqual([]));

const TIME = 300_000;

/** The line to the cloud is cut: nothing gets through. */
const cut = (phone: Phone) =>
  phone.program.evaluate(`function () {
    if (!wx.cloud.whole) wx.cloud.whole = wx.cloud.callFunction;
    wx.cloud.callFunction = function () {
      return Promise.reject({ errMsg: 'cloud.callFunction:fail Error: request:fail' });
    };
  }`);

/** What is asked is done, but the answers of this procedure never arrive. */
const loseAnswersOf = (phone: Phone, procedure: string) =>
  phone.program.evaluate(
    `function (procedure) {
    if (!wx.cloud.whole) wx.cloud.whole = wx.cloud.callFunction;
    var whole = wx.cloud.whole;
    wx.cloud.callFunction = function (options) {
      if (options.data.procedure !== procedure) return whole(options);
      return whole(options).then(function () { throw { errMsg: 'cloud.callFunction:fail timeout' }; });
    };
  }`,
    procedure,
  );

const mend = (phone: Phone) =>
  phone.program.evaluate('function () { if (wx.cloud.whole) wx.cloud.callFunction = wx.cloud.whole; }');

async function writing(who: ResidentKey, said: string): Promise<Phone> {
  const phone = await phones.of(await estate.resident(who));
  await phone.open('/pages/file/index?kind=complaint');
  await phone.write('发生了什么', said);
  await phone.choose('在哪里', '中心花园');
  return phone;
}

const filed = async (who: ResidentKey): Promise<number> =>
  (await (await estate.resident(who)).inMiniProgram('myComplaints', {})).items.length;

test(
  'without a network it says so, keeps what was written, and sends it once when there is one again',
  async () => {
    const said = '中心花园的灯晚上七点就全灭了';
    const phone = await writing('wang', said);
    const before = await filed('wang');
    await cut(phone);
    await phone.press('提交投诉');
    await phone.sees('没有提交成功：网络连接不上');
    expect(await phone.valueOf('发生了什么')).toBe(said);
    expect(await filed('wang')).toBe(before);
    await mend(phone);
    await phone.press('提交投诉');
    await phone.sees(/CH-\d{6}-\d{4}/);
    expect(await filed('wang')).toBe(before + 1);
  },
  TIME,
);

test(
  '[IN-06] an answer that gets lost doesn’t file it twice',
  async () => {
    const phone = await writing('li', '中心花园的长椅断了一根木条');
    const before = await filed('li');
    await loseAnswersOf(phone, 'fileComplaint');
    await phone.press('提交投诉');
    await phone.sees('没有提交成功');
    await mend(phone);
    await phone.press('提交投诉');
    await phone.sees(/CH-\d{6}-\d{4}/);
    expect(await filed('li')).toBe(before + 1);
  },
  TIME,
);

test(
  'a page that can’t load offers to try again, and then loads',
  async () => {
    const phone = await phones.of(await estate.resident('zhao'));
    await cut(phone);
    await phone.open('/pages/profile/index');
    // Whoever is known is still known; what was never asked fails.
    await phone.open('/pages/complaint/index?id=000000000000000000000000');
    await phone.sees('网络连接不上');
    await mend(phone);
    await phone.press('重试');
    await phone.seesNoLonger('网络连接不上');
  },
  TIME,
);

test(
  '[MS-01] who refuses messages has filed all the same',
  async () => {
    const phone = await writing('zhao', '中心花园喷泉半夜还在放音乐');
    await phone.program.mockWxMethod('requestSubscribeMessage', (options: { tmplIds: string[] }) => {
      const answer: Record<string, string> = { errMsg: 'requestSubscribeMessage:ok' };
      for (const id of options.tmplIds) answer[id] = 'reject';
      return answer;
    });
    await phone.press('提交投诉');
    await phone.sees(/CH-\d{6}-\d{4}/);
    await phone.press('允许通知');
    await phone.hears('没有打开通知');
    await phone.program.restoreWxMethod('requestSubscribeMessage');
    await phone.press('允许通知');
    await phone.hears('会通知您');
  },
  TIME,
);

test(
  'who refuses the camera files without a photo',
  async () => {
    const phone = await writing('wangWife', '中心花园里堆了旧家具，走不过去');
    await phone.program.mockWxMethod('chooseMedia', { errMsg: 'chooseMedia:fail auth deny' });
    await phone.press('添加照片');
    expect(await phone.canPress('照片 1')).toBe(false);
    await phone.press('提交投诉');
    await phone.sees(/CH-\d{6}-\d{4}/);
    await phone.program.restoreWxMethod('chooseMedia');
  },
  TIME,
);
