/** The supervisor's page in a browser: its numbers and bars open their lists, by mouse and by keyboard; empty and broken. */
import { BrowserEstate } from '../support/browser-estate';
import { PC } from '../support/browser';
import { ComplaintWay } from '../support/complaint-way';

let house: BrowserEstate;
const watched = (title: string, run: () => Promise<void>) => test(title, () => house.watching(run), 120_000);

beforeAll(async () => {
  house = await BrowserEstate.open();
  const { estate } = house;
  estate.at('2026-11-20T02:00:00.000Z');
  for (const key of ['receptionist', 'head', 'handler', 'patrol', 'manager', 'supervisor'] as const)
    await estate.staff(key);
  const wang = new ComplaintWay(estate, await estate.resident('wang'));
  await wang.to('dispatched');
  await wang.to('dispatched', { place: { area: '地下车库' } });
  await wang.closed({ place: { building: '5' } });
}, 240_000);
afterAll(() => house?.close(), 60_000);

watched('[RP-04] a supervisor opens a bar and finds the complaints that it counts, then all again', async () => {
  const supervisor = await house.comesToWork('supervisor');
  await supervisor.press('数据看板');
  await supervisor.isOn('数据看板');
  await supervisor.button(/^未办结 [23]，打开清单$/).waitFor();
  await supervisor.press(/^5栋 1 件受理，打开清单$/);
  await supervisor.isOn('客户投诉一览表');
  await supervisor.sees('只看：2026 年 11 月 · 楼栋 5栋 · 受理');
  await supervisor.button(/CH-/).first().waitFor();
  expect(await supervisor.button(/CH-/).count()).toBe(1);
  await supervisor.press('看全部');
  await supervisor.seesNoLonger(/^只看/);
  await supervisor.button(/CH-/).nth(2).waitFor();
});

/** How many complaints the words of a number or bar promise: “受理 3，打开清单”, “重开率 0% 0 / 1 件，打开清单”. */
const promised = (label: string): number => {
  const found = /(\d+) \/ \d/.exec(label)?.[1] ?? /(\d+)(?: 件[^，]+| \d+%)?，打开清单$/.exec(label)?.[1];
  if (found === undefined) throw new Error(`no number in “${label}”`);
  return Number(found);
};

watched('[RP-04] every number and every bar opens a list of just as many', async () => {
  const supervisor = await house.comesToWork('supervisor');
  await supervisor.press('数据看板');
  await supervisor.button(/^受理 3，打开清单$/).waitFor();
  const all = await supervisor.button(/打开清单$/).all();
  const labels = await Promise.all(all.map(async (each) => (await each.getAttribute('aria-label')) ?? ''));
  expect(labels.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const label of labels) {
    await supervisor.button(label).first().click();
    await supervisor.isOn('客户投诉一览表');
    await supervisor.sees(/^只看/);
    await supervisor.button(/CH-/).or(supervisor.locator.getByText('没有符合条件的投诉')).first().waitFor();
    const listed = await supervisor.button(/CH-/).count();
    if (listed !== promised(label)) wrong.push(`${label}：${listed}`);
    await supervisor.press('返回');
    await supervisor.isOn('数据看板');
  }
  expect(wrong).toEqual([]);
});

watched(
  '[RP-04] on a PC by keyboard; an earlier month is empty and says so; the next one doesn’t exist yet',
  async () => {
    const supervisor = await house.comesToWork('supervisor', PC);
    await supervisor.press('数据看板');
    await supervisor.isOn('数据看板');
    const lift = supervisor.button(/^3栋 1 件受理，打开清单$/);
    await lift.focus();
    await supervisor.page.keyboard.press('Enter');
    await supervisor.isOn('客户投诉一览表');
    await supervisor.press('返回');
    await supervisor.isOn('数据看板');
    expect(await supervisor.button('下一个月').getAttribute('aria-disabled')).toBe('true');
    await supervisor.press('上一个月');
    await supervisor.sees('2026 年 10 月没有投诉记录');
    await supervisor.press('下一个月');
    await supervisor.button(/^受理 3，打开清单$/).waitFor();
  },
);

watched('[RP-04] without signal it says so and comes back by itself', async () => {
  const supervisor = await house.comesToWork('supervisor');
  await supervisor.press('数据看板');
  await supervisor.button(/^受理 3，打开清单$/).waitFor();
  await supervisor.withoutSignal(async () => {
    await supervisor.press('上一个月');
    await supervisor.button('重试').waitFor();
  });
  await supervisor.press('重试');
  await supervisor.sees('2026 年 10 月没有投诉记录');
});

watched('[RP-04] who may not see it isn’t offered it', async () => {
  const receptionist = await house.comesToWork('receptionist');
  await receptionist.button('一览表').waitFor();
  expect(await receptionist.button('数据看板').count()).toBe(0);
});
