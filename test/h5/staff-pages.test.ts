/** Every page of the staff while it loads, when the network fails, again, and with nothing on it; and for who doesn't work here. */
import { type Person, PC } from '../support/browser';
import { BrowserEstate } from '../support/browser-estate';
import { homeOf, newCommandId, type StaffKey } from '../support/estate';

let house: BrowserEstate;
const watched = (title: string, run: () => Promise<void>) => test(title, () => house.watching(run), 240_000);

beforeAll(async () => {
  house = await BrowserEstate.open();
}, 240_000);
afterAll(() => house?.close(), 60_000);

interface StaffPage {
  who: StaffKey;
  page: string;
  title: string;
  /** What the page can't do without. */
  asks: string;
  /** What stands there in an estate where nothing has happened yet. */
  empty: string | RegExp;
}

const PAGES: readonly StaffPage[] = [
  { who: 'receptionist', page: 'desk', title: '工作台', asks: 'desk', empty: '没有待办' },
  { who: 'receptionist', page: 'triage', title: '派单', asks: 'desk', empty: '都派完了' },
  { who: 'receptionist', page: 'review', title: '审核', asks: 'desk', empty: '没有待审核的' },
  { who: 'receptionist', page: 'register', title: '客户投诉一览表', asks: 'register', empty: '还没有投诉' },
  { who: 'receptionist', page: 'intake', title: '录入投诉', asks: 'describeEstates', empty: '找住户' },
  { who: 'receptionist', page: 'incidents', title: '雷同事件', asks: 'incidents', empty: '没有办理中的雷同事件' },
  { who: 'receptionist', page: 'routines', title: '投诉箱', asks: 'openRoutines', empty: '还没有开箱记录' },
  { who: 'supervisor', page: 'dashboard', title: '数据看板', asks: 'dashboard', empty: /没有投诉记录$/ },
  { who: 'supervisor', page: 'routing', title: '派单表', asks: 'routing', empty: /^每类问题派给哪个部门/ },
  { who: 'quality', page: 'actions', title: '纠正预防措施', asks: 'myActions', empty: '没有待办的措施' },
  { who: 'quality', page: 'archive', title: '月度归档', asks: 'describeEstates', empty: '归档本月' },
  { who: 'quality', page: 'classifier', title: '自动分类', asks: 'classifier', empty: '随程序附带的模型' },
  { who: 'admin', page: 'policy', title: '规则设置', asks: 'policy', empty: '全公司' },
];

/** As after a tap on a message: nothing is loaded yet. */
async function opensAnew(person: Person, route: string): Promise<void> {
  await person.page.goto('about:blank');
  await person.open(route);
}

const WORKERS = [...new Set(PAGES.map(({ who }) => who))];

for (const worker of WORKERS)
  watched(
    `${worker}: each page says that it loads, that the network failed, and what to do when it is empty`,
    async () => {
      const person = await house.comesToWork(worker);
      for (const { page, title, asks, empty } of PAGES.filter(({ who }) => who === worker)) {
        person.expectsFailureOf(asks);
        let answer: 'hold' | 'fail' | 'give' = 'hold';
        let heldBack = (): void => undefined;
        const held = new Promise<void>((resolve) => {
          heldBack = resolve;
        });
        await person.page.route(new RegExp(`/api/${asks}$`), async (route) => {
          if (answer === 'hold') await held;
          return answer === 'give' ? route.continue() : route.abort('failed');
        });
        await opensAnew(person, `/staff/${page}/index`);
        await person.isOn(title);
        await person.locator.getByRole('status', { name: '正在加载' }).first().waitFor();

        answer = 'fail';
        heldBack();
        await person.sees('网络连接不上，请检查网络后重试。');
        answer = 'give';
        await person.press('重试');
        await person.sees(empty);
        await person.seesNoLonger('网络连接不上，请检查网络后重试。');
        await person.page.unrouteAll({ behavior: 'wait' });

        // Nothing lies behind a page that a message opened: “back” leads to the desk, and to nothing of the residents.
        if (page === 'desk') continue;
        await person.press('返回');
        await person.isOn('工作台');
      }
      await house.crowd.leaves(person);
    },
  );

watched(
  'without signal the desk keeps its duties and says so; it goes on by itself when somebody looks again',
  async () => {
    const wang = await house.estate.resident('wang');
    const file = (description: string) =>
      wang.as('fileComplaint', {
        commandId: newCommandId(),
        kind: 'complaint',
        description,
        homeId: homeOf(wang),
        place: { area: '3栋大堂' },
      });
    const { number } = await file('走廊的灯一到半夜就自己亮');
    const desk = await house.comesToWork('receptionist', PC);
    await desk.button(new RegExp(`^${number}，`)).waitFor();
    await desk.sees('已经到底了');
    await desk.withoutSignal(async () => {
      await desk.comesBack();
      await desk.sees('网络连接不上，请检查网络后重试。');
      expect(await desk.button(new RegExp(`^${number}，`)).count()).toBe(1);
    });
    const { number: next } = await file('大堂的门关不上，整天开着');
    await desk.comesBack();
    await desk.button(new RegExp(`^${next}，`)).waitFor();
    await desk.seesNoLonger('网络连接不上，请检查网络后重试。');
    await house.crowd.leaves(desk);
  },
);

watched(
  'a link to a case opens it after the login; pressed twice, “back” leads to the desk and not out of it',
  async () => {
    const [first] = await house.estate.database.find<{ _id: string; number: string }>('complaints', {
      where: {},
      limit: 1,
    });
    if (first === undefined) throw new Error('nothing was filed');
    const desk = await house.crowd.arrives('receptionist');
    await desk.open(`/staff/case/index?id=${first._id}`);
    await desk.page.getByRole('button', { name: /\breceptionist\b/ }).click();
    await desk.isOn('投诉详情');
    await desk.button(`${first.number}，复制单号`).waitFor();
    await desk.press('返回');
    await desk.isOn('工作台');
    await desk.press(new RegExp(`^${first.number}，`));
    await desk.isOn('投诉详情');
    await desk.button('返回').dblclick();
    await desk.isOn('工作台');
    await desk.button(new RegExp(`^${first.number}，`)).waitFor();
    expect(desk.route).toMatch(/^\/staff\/desk/);
    await house.crowd.leaves(desk);
  },
);

watched('a resident who follows a link of the staff sees nothing of their pages, and a way home', async () => {
  const resident = await house.comesHome('wang');
  for (const [page, asks] of [
    ['desk', 'desk'],
    ['register', 'register'],
    ['dashboard', 'dashboard'],
  ] as const) {
    resident.expectsFailureOf(asks);
    resident.expectsFailureOf('myActions');
    resident.expectsFailureOf('openRoutines');
    await opensAnew(resident, `/staff/${page}/index`);
    await resident.sees('这个链接打不开，可能发错了人。');
    expect(await resident.locator.textContent()).not.toMatch(/工作台|一览表|看板|派单/);
    await resident.press('回首页');
    await resident.isOn('翠湖花园');
  }
  await house.crowd.leaves(resident);
});
