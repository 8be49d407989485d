/** Pages of supervisor, quality and administrator while they load, when the network fails, again, and with nothing on them. */
import type { Person } from '../support/browser';
import { BrowserEstate } from '../support/browser-estate';
import type { StaffKey } from '../support/estate';

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
