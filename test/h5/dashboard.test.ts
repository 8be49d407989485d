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
  await supervisor.press(/^5栋，受理 1 件，打开清单$/);
  await supervisor.isOn('客户投诉一览表');
  await supervisor.sees('只看：2026 年 11 月 · 楼栋 5栋 · 受理');
  await supervisor.button(/CH-/).first().waitFor();
  expect(await supervisor.button(/CH-/).count()).toBe(1);
  await supervisor.press('看全部');
  await supervisor.seesNoLonger(/^只看/);
  await supervisor.button(/CH-/).nth(2).waitFor();
});

watched(
  '[RP-04] on a PC by keyboard; an earlier month is empty and says so; the next one doesn’t exist yet',
  async () => {
    const supervisor = await house.comesToWork('supervisor', PC);
    await supervisor.press('数据看板');
    await supervisor.isOn('数据看板');
    const lift = supervisor.button(/^3栋，受理 1 件，打开清单$/);
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
