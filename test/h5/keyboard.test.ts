/** A day at a PC: list and detail side by side, worked by the keyboard alone. */
import { PC, PHONE, type Person } from '../support/browser';
import { BrowserEstate } from '../support/browser-estate';
import { homeOf, newCommandId, type ResidentKey } from '../support/estate';

let house: BrowserEstate;
const watched = (title: string, run: () => Promise<void>) => test(title, () => house.watching(run), 90_000);
const NARROWEST = { width: 1024, height: 768 };

const SAID = ['走廊的灯一到半夜就自己亮', '说不清是什么味道，楼道里一直有', '这件事我也不知道该归谁来管'];
/** By number; the key customer's first, since it is due first. */
const filed: string[] = [];

beforeAll(async () => {
  house = await BrowserEstate.open();
  for (const [at, who] of (['zhao', 'wang', 'li'] satisfies ResidentKey[]).entries()) {
    const resident = await house.estate.resident(who);
    const { number } = await resident.as('fileComplaint', {
      commandId: newCommandId(),
      kind: 'complaint',
      description: SAID[at] ?? '',
      homeId: homeOf(resident),
      place: { area: '3栋大堂' },
    });
    filed.push(number);
  }
}, 240_000);
afterAll(() => house?.close(), 60_000);

/** What a screen reader says of the element that has the keyboard. */
const inFocus = (person: Person): Promise<string> =>
  person.page.evaluate<string>(
    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.getAttribute('placeholder') ?? document.activeElement.textContent",
  );
const ring = (person: Person): Promise<string> =>
  person.page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');

async function presses(person: Person, ...keys: string[]): Promise<void> {
  for (const key of keys) await person.page.keyboard.press(key);
}

/** The row that has the keyboard is that of this complaint, and is seen to be. */
async function standsOn(person: Person, number: string): Promise<void> {
  expect(await inFocus(person)).toContain(number);
  expect(await ring(person)).not.toBe('none');
}

describe('at a PC', () => {
  watched(
    'the keyboard alone goes through desk, detail, triage, register and back, and never acts while one types',
    async () => {
      const desk = await house.comesToWork('receptionist', PC);
      const { page } = desk;
      const detail = desk.locator.locator('.hs-split__detail');
      const [first = '', second = ''] = filed;
      await desk.button(new RegExp(`^${first}，`)).waitFor();

      await presses(desk, 'j');
      await standsOn(desk, first);
      await presses(desk, 'j');
      await standsOn(desk, second);
      await presses(desk, 'k', 'j', 'Enter');
      await detail.getByText(second).first().waitFor();
      await standsOn(desk, second);

      // To the main act, which opens its form; Escape closes it and the list goes on.
      await detail.getByRole('button', { name: '派单', exact: true }).waitFor();
      await presses(desk, 'm');
      expect(await inFocus(desk)).toBe('派单');
      await presses(desk, 'Enter');
      const form = desk.sheet('派单');
      await form.locator.waitFor();
      await presses(desk, 'j', 'g', 'r');
      await form.locator.waitFor();
      await presses(desk, 'Escape');
      await form.locator.waitFor({ state: 'hidden' });
      await presses(desk, 'k');
      await standsOn(desk, second);

      await presses(desk, '?');
      await desk.sheet('键盘操作').sees('一览表');
      await presses(desk, 'Escape');

      await presses(desk, 'g', 't');
      await desk.isOn('派单');
      await detail.getByText(first).first().waitFor();
      await presses(desk, 'j', 'j', 'Enter');
      await detail.getByText(second).first().waitFor();

      await presses(desk, 'g', 'r');
      await desk.isOn('客户投诉一览表');
      await desk.button(new RegExp(`^${first}，`)).waitFor();
      await presses(desk, '/');
      expect(await inFocus(desk)).toContain('单号');
      await page.keyboard.type('gd?jk/');
      expect(await desk.field('单号、内容或房号').inputValue()).toBe('gd?jk/');
      await desk.isOn('客户投诉一览表');
      await desk.field('单号、内容或房号').fill('');
      await presses(desk, 'Shift+Tab', 'j', 'Enter');
      await detail
        .getByText(filed[2] ?? '')
        .first()
        .waitFor();

      await presses(desk, 'g', 'd');
      await desk.isOn('工作台');
      await presses(desk, 'g', 'i');
      await desk.isOn('录入投诉');
      await house.crowd.leaves(desk);
    },
  );

  watched('[IN-02] while the caller speaks, two or three keys find them by pinyin, room or last digits', async () => {
    const desk = await house.comesToWork('receptionist', PC);
    const { page } = desk;
    const again = async () => {
      await desk.press('更换');
      await page.waitForFunction("document.activeElement.getAttribute('role') === 'combobox'");
    };
    await presses(desk, 'g', 'i');
    await page.waitForFunction("document.activeElement.getAttribute('role') === 'combobox'");
    await page.keyboard.type('zm');
    await desk.locator.getByRole('option', { name: /3栋1单元502/ }).waitFor();
    await presses(desk, 'Enter');
    await desk.sees('3栋1单元502 · 赵*');
    await page.waitForFunction("document.activeElement.tagName === 'TEXTAREA'");

    await again();
    await page.keyboard.type('3-1-');
    await desk.locator.getByRole('option', { name: /3栋1单元102/ }).waitFor();
    await presses(desk, 'ArrowDown', 'Enter');
    await desk.sees('3栋1单元102');

    await again();
    await page.keyboard.type('8000');
    await desk.locator.getByRole('option', { name: /3栋1单元101/ }).waitFor();
    await presses(desk, 'Alt+1');
    await desk.sees('3栋1单元101 · 王*');
    await house.crowd.leaves(desk);
  });

  watched('single keys can be switched off, since a voice may set them off', async () => {
    const desk = await house.comesToWork('receptionist', PC);
    await desk.button(new RegExp(`^${filed[0]}，`)).waitFor();
    await desk.press('键盘操作');
    await desk.page.getByRole('switch', { name: '用单键操作' }).click();
    await presses(desk, 'Escape', 'g', 'r');
    await presses(desk, 'j');
    expect(await inFocus(desk)).toBe('键盘操作');
    await desk.isOn('工作台');
    await house.crowd.leaves(desk);
  });

  watched(
    'from 1,024 px on list and detail stand side by side on desk, triage, case and register; not on a phone',
    async () => {
      const { database } = house.estate;
      const [complaint] = await database.find<{ _id: string }>('complaints', {
        where: { number: filed[0] ?? '' },
        limit: 1,
      });
      const desk = await house.comesToWork('receptionist', NARROWEST);
      const pages = [
        ['/staff/desk/index', '工作台'],
        ['/staff/triage/index', '派单'],
        ['/staff/register/index', '客户投诉一览表'],
        [`/staff/case/index?id=${complaint?._id ?? ''}`, '投诉详情'],
      ] as const;
      for (const [route, title] of pages) {
        await desk.open(route);
        await desk.isOn(title);
        await desk.button(new RegExp(`^${filed[1]}，`)).waitFor();
        const list = await desk.locator.locator('.hs-split__list').boundingBox();
        const detail = await desk.locator.locator('.hs-split__detail').boundingBox();
        if (list === null || detail === null) throw new Error(`${title}: not side by side`);
        expect(list.x + list.width).toBeLessThanOrEqual(detail.x);
        expect(Math.abs(list.y - detail.y)).toBeLessThan(2);
        expect(detail.width).toBeGreaterThan(list.width);
        expect(detail.x + detail.width).toBeLessThanOrEqual(NARROWEST.width);
      }
      await house.crowd.leaves(desk);

      const phone = await house.comesToWork('receptionist', PHONE);
      await phone.button(new RegExp(`^${filed[1]}，`)).click();
      await phone.isOn('投诉详情');
      expect(await phone.locator.locator('.hs-split__detail').count()).toBe(0);
      await house.crowd.leaves(phone);
    },
  );
});
