/** The resident's pages: how few taps they need, and what they say while they load, when they are empty, fail, are without a signal or end. */
import type { Page } from 'playwright-core';
import { sceneOf } from '../../localcloud/seed/scenes';
import { SEVERITIES } from '../../types/vocabulary';
import type { Person } from '../support/browser';
import { BrowserEstate } from '../support/browser-estate';
import { homeOf } from '../support/estate';
import { cmd, ComplaintWay } from '../support/complaint-way';

const SAID = '车库坡道的灯坏了一半，晚上开车看不清';

let house: BrowserEstate;
const watched = (title: string, run: () => Promise<void>) => test(title, () => house.watching(run), 240_000);

beforeAll(async () => {
  house = await BrowserEstate.open();
  const wang = await house.estate.resident('wang');
  await wang.as('fileComplaint', {
    ...{ commandId: cmd(), kind: 'complaint', description: SAID },
    ...{ homeId: homeOf(wang), place: { area: '地下车库' } },
  });
}, 240_000);
afterAll(() => house?.close(), 60_000);

/** Taps from here on, as the page gets them. */
const countTaps = (person: Person) =>
  person.page.evaluate("window.taps = 0; addEventListener('click', () => { window.taps += 1; }, true)");
const taps = (person: Person) => person.page.evaluate<number>('window.taps');

/** Calls of this procedure wait; @returns how to let them go. */
async function held(page: Page, procedure: string): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const free = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(`**/api/${procedure}`, async (route) => {
    await free;
    await route.continue();
  });
  return letGo;
}

/** From now on every change of the page that is shown is looked at: the fewest of these that stood on it. */
const watchFewest = (person: Person, selector: string) =>
  person.page.evaluate(`(() => {
    window.fewest = Infinity;
    const look = () => {
      const now = [...document.querySelectorAll('.taro_page')].filter((each) => each.checkVisibility());
      window.fewest = Math.min(window.fewest, ...now.map((page) => page.querySelectorAll(${JSON.stringify(selector)}).length));
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
    look();
  })()`);
const fewest = (person: Person) => person.page.evaluate<number>('window.fewest');

const skeleton = (person: Person) => person.locator.getByRole('status', { name: '正在加载' });
const row = (person: Person) => person.button(new RegExp(SAID));

/** Nothing that only the staff say (the tab, the desk's words, the levels). */
async function staysWithoutStaffWords(person: Person): Promise<void> {
  const words = (await person.locator.textContent()) ?? '';
  const said = ['工作台', '派单', '签收', '一览表', '待办', ...Object.values(SEVERITIES).map((each) => `${each}投诉`)];
  expect(said.filter((word) => words.includes(word))).toEqual([]);
}

watched(
  '[IN-01] from the first page to a number in two taps and one sentence, in the resident’s words only',
  async () => {
    const resident = await house.comesHome('wangWife');
    await resident.sees('还没有投诉。希望一直没有；有事随时说。');
    await staysWithoutStaffWords(resident);
    await countTaps(resident);
    await resident.press(/^我要投诉/);
    await staysWithoutStaffWords(resident);
    await resident.write('发生了什么', SAID);
    await resident.press('提交投诉');
    await resident.isOn('收到了');
    await resident.sees(/^CH-\d{6}-\d{4}$/);
    // To write in the field a thumb taps it, which the test doesn't.
    expect((await taps(resident)) + 1).toBeLessThanOrEqual(3);
    await staysWithoutStaffWords(resident);
    await resident.press('查看进度');
    await resident.isOn('办理进度');
    await resident.sees('办理经过');
    await staysWithoutStaffWords(resident);
    await resident.press('返回');
    await row(resident).waitFor();
    await house.crowd.leaves(resident);
  },
);

watched('[IN-06] what was written outlives a killed app, on another day too', async () => {
  const resident = await house.comesHome('li');
  await resident.press(/^我要投诉/);
  await resident.write('发生了什么', '楼上阳台一直往下滴水，被子都湿了');
  await resident.page.waitForFunction("Object.values(localStorage).some((kept) => kept.includes('被子都湿了'))");
  const { url } = house.estate.cloud;
  await resident.page.close();
  const again = await resident.context.newPage();
  await again.goto(`${url}/#/pages/file/index?kind=complaint`);
  await again.getByText('已恢复上次没写完的内容').waitFor();
  expect(await again.getByLabel('发生了什么').inputValue()).toBe('楼上阳台一直往下滴水，被子都湿了');
});

watched('lists say that they load, stay while they are asked anew, and end', async () => {
  const resident = await house.comesHome('wang');
  await row(resident).waitFor();

  // What the first page has shown needn't be waited for.
  const letMine = await held(resident.page, 'myComplaints');
  await resident.tab('我的');
  await resident.isOn('我的');
  await row(resident).waitFor();
  await watchFewest(resident, '.hy-matter');
  letMine();
  await resident.sees('已经到底了');
  const anew = resident.page.waitForResponse(/myComplaints/);
  await resident.comesBack();
  await anew;
  await resident.withoutSignal(async () => {
    await resident.sees('没有网络，看到的可能不是最新的');
    await resident.comesBack();
    await resident.page.waitForEvent('requestfailed', (request) => request.url().includes('myComplaints'));
    expect(await resident.locator.getByRole('alert').count()).toBe(0);
  });
  await resident.seesNoLonger('没有网络，看到的可能不是最新的');
  expect(await row(resident).count()).toBe(1);
  expect(await fewest(resident)).toBe(1);

  const letEnded = await held(resident.page, 'myComplaints');
  await resident.tab('已结束');
  await skeleton(resident).waitFor();
  letEnded();
  await resident.sees('还没有结束的记录');
  await house.crowd.leaves(resident);
});

watched('each page says what went wrong and goes on from there', async () => {
  const resident = await house.comesHome('wang');
  const { items } = await (await house.estate.resident('wang')).as('myComplaints', { show: 'open' });
  const [mine] = items;
  if (mine === undefined) throw new Error('nothing was filed');
  const pages = [
    ['/pages/home/index', 'homeOverview', '正在办理'],
    ['/pages/mine/index', 'myComplaints', SAID],
    [`/pages/complaint/index?id=${mine.id}`, 'getComplaint', '办理经过'],
    [`/pages/survey/index?id=${mine.id}`, 'getComplaint', '现在不需要评价了'],
    ['/pages/profile/index', 'whoAmI', '我的房屋'],
    ['/pages/file/index?kind=repair', 'whoAmI', '哪里坏了'],
  ] as const;
  for (const [route, procedure, words] of pages) {
    const address = `**/api/${procedure}`;
    await resident.page.goto('about:blank');
    await resident.page.route(address, (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body: '{}' }),
    );
    await resident.open(route);
    await skeleton(resident).first().waitFor();
    const alert = resident.locator.getByRole('alert').filter({ hasText: '网络连接不上，请检查网络后重试。' });
    await alert.waitFor();
    await resident.page.unroute(address);
    await alert.getByRole('button', { name: '重试' }).click();
    await resident.sees(words);
    await staysWithoutStaffWords(resident);
  }

  resident.expectsFailureOf('getComplaint');
  await resident.open('/pages/complaint/index?id=somebody-elses');
  await resident.press('回首页');
  await resident.isOn('翠湖花园');
  await house.crowd.leaves(resident);
});

watched('[IN-06] a photo that was cut off goes on by itself once there is a signal again', async () => {
  const resident = await house.comesHome('wang');
  await resident.press('建议');
  await resident.withoutSignal(async () => {
    const [chooser] = await Promise.all([resident.page.waitForEvent('filechooser'), resident.press('添加照片')]);
    await chooser.setFiles({ name: 'hall.png', mimeType: 'image/png', buffer: sceneOf('darkHall') });
    await resident.button(/^照片 1，.*重新上传$/).waitFor();
  });
  await resident.button('照片 1').waitFor();
  await house.crowd.leaves(resident);
});

watched('a link in a message leads there after the login', async () => {
  const wang = await house.estate.resident('wang');
  const [mine] = (await wang.as('myComplaints', { show: 'open' })).items;
  const person = await house.crowd.arrives('wang');
  await person.open(`/pages/complaint/index?id=${mine?.id}`);
  await person.page.getByRole('button', { name: /\bwang\b/ }).click();
  await person.isOn('办理进度');
  await person.sees(SAID);
  // Nothing lies behind it: back leads home.
  await person.press('返回');
  await person.isOn('翠湖花园');
  await house.crowd.leaves(person);
});

watched('[IN-08] a resident adds, urges and takes back', async () => {
  const resident = await house.comesHome('wang');
  await row(resident).click();
  await resident.press('补充');
  await resident.sheet('补充情况').write('还有什么要说的', '晚上八点以后最暗');
  await resident.sheet('补充情况').press('提交补充');
  await resident.sees('晚上八点以后最暗');
  await resident.press('催办');
  await resident.sheet('催办').press('催一下');
  await resident.hears(/^已催办/);
  await resident.press('更多');
  await resident.sheet('更多').press('撤回');
  await resident.sheet('撤回').write('为什么撤回', '自己换好了');
  await resident.sheet('撤回').press('确认撤回');
  await resident.hears('已撤回');
  await resident.open('/pages/mine/index');
  await resident.sees('没有正在办理的事');
  await resident.tab('已结束');
  await row(resident).waitFor();
  await house.crowd.leaves(resident);
});

watched(
  '[CB-03] a survey takes three taps, says thanks, and is over afterwards; “not solved” opens it again',
  async () => {
    const zhao = await house.estate.resident('zhao');
    const way = new ComplaintWay(house.estate, zhao);
    const view = await way.to('informed');
    const resident = await house.comesHome('zhao');
    await resident.open(`/pages/survey/index?id=${view.id}`);
    await resident.isOn('评价');
    if (!view.actions.includes('answerSurvey')) {
      await resident.sees('现在不需要评价了');
      return;
    }
    await countTaps(resident);
    await resident.choose('问题解决了吗？', '没有解决');
    await resident.choose('对这次处理满意吗？', '不满意');
    await resident.press('提交评价');
    await resident.sees('收到了，会重新办理，直到您说解决了');
    expect(await taps(resident)).toBe(3);
    await resident.press('查看进度');
    await resident.sees(/第 2 轮/);
    await house.crowd.leaves(resident);
  },
);

watched('[IN-01] somebody files for a parent, whose name then stands with it', async () => {
  const resident = await house.comesHome('li');
  await resident.press('报修');
  await resident.write('哪里坏了', '母亲家厨房的水龙头关不紧，一直滴水');
  await resident.press(/^补充更多/);
  await resident.write('代家人反映', '母亲，住在 501');
  await resident.press('提交报修');
  await resident.press('查看进度');
  await resident.sees('母亲，住在 501');
  await house.crowd.leaves(resident);
});
