/** What goes wrong on real phones and busy desks, in front of the real pages. */
import type { Page } from 'playwright-core';
import { PC, type Person } from '../support/browser';
import { BrowserEstate } from '../support/browser-estate';
import { homeOf, newCommandId } from '../support/estate';

let house: BrowserEstate;
const watched = (title: string, run: () => Promise<void>) => test(title, () => house.watching(run), 90_000);

beforeAll(async () => {
  house = await BrowserEstate.open();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const numberOn = async (person: Person): Promise<string> =>
  ((await (await person.sees(/^CH-\d{6}-\d{4}$/)).textContent()) ?? '').trim();

async function failsToSubmit(resident: Person): Promise<void> {
  await resident.press('提交投诉');
  await resident.locator.getByRole('alert').getByText('没有提交成功').waitFor();
}

describe('a resident', () => {
  watched(
    '[IN-06] without a signal nothing that was typed is lost, and the same form succeeds later, once',
    async () => {
      const said = '车库坡道的灯坏了一半，晚上开车看不清';
      const resident = await house.comesHome('wang');
      await resident.press(/^我要投诉/);
      await resident.write('发生了什么', said);
      await resident.choose('在哪里', '地下车库');
      await resident.press(/^补充更多/);
      await resident.write('希望怎么解决', '换上新的灯');

      await resident.withoutSignal(() => failsToSubmit(resident));
      expect(await resident.field('发生了什么').inputValue()).toBe(said);
      expect(await resident.field('希望怎么解决').inputValue()).toBe('换上新的灯');

      // Even when the phone throws the page away, a moment after the last word.
      await resident.page.waitForFunction("Object.values(localStorage).some((kept) => kept.includes('换上新的灯'))");
      await resident.page.reload();
      await resident.sees('已恢复上次没写完的内容');
      expect(await resident.field('发生了什么').inputValue()).toBe(said);
      await resident.withoutSignal(() => failsToSubmit(resident));
      await resident.press('提交投诉');
      await resident.isOn('收到了');
      await numberOn(resident);
      await resident.press('回首页');
      await resident.button(new RegExp(said)).waitFor();
      expect(await resident.button(new RegExp(said)).count()).toBe(1);
    },
  );

  watched('[IN-12] words of danger put the emergency numbers first, and the form goes on', async () => {
    const resident = await house.comesHome('li');
    await resident.press(/^我要投诉/);
    await resident.write('发生了什么', '电梯停在四楼，有人被困在里面');
    const alert = resident.locator.getByRole('alert').filter({ hasText: '有人被困？' });
    await alert.waitFor();
    await alert.getByRole('button', { name: /^拨打/ }).first().waitFor();
    expect(await resident.button('提交投诉').isEnabled()).toBe(true);
  });
});

describe('the desk', () => {
  watched('[IN-02] records a call by keyboard alone, with the words to read back', async () => {
    await house.estate.resident('zhao');
    const desk = await house.comesToWork('receptionist', PC);
    const { keyboard } = desk.page;
    await tabTo(desk.page, '录入投诉');
    await keyboard.press('Enter');
    await desk.isOn('录入投诉');
    await tabTo(desk.page, '找住户');
    await keyboard.type('3-1-502');
    await desk.sees('3栋1单元502');
    await keyboard.press('Enter');
    await desk.sees(/^3栋1单元502 · 赵/);
    // The caller is known; the keyboard stands where their words go.
    await desk.page.waitForFunction("document.activeElement.tagName === 'TEXTAREA'");
    await keyboard.type('楼上装修从早到晚打孔，中午也不停，孩子没法睡');
    await desk.sees('装修');
    await tabTo(desk.page, '住户诉求');
    await keyboard.type('午休时间停工');
    await keyboard.press('Control+Enter');
    await desk.isOn('已登记');
    const number = await numberOn(desk);
    await desk.sees(`您反映的情况已经登记，编号是 ${number}。`);
    await desk.sees(/0755-26001234/);
  });

  watched('[DP-01] of two who dispatch the same the slower learns who was faster, and what they did', async () => {
    const wang = await house.estate.resident('wang');
    const { number } = await wang.as('fileComplaint', {
      commandId: newCommandId(),
      kind: 'complaint',
      description: '这件事我也说不清楚该找谁来管',
      homeId: homeOf(wang),
      place: { area: '3栋大堂' },
    });
    const slower = await house.comesToWork('receptionist');
    const faster = await house.comesToWork('supervisor');
    for (const each of [slower, faster]) {
      await each.press('派单');
      await each.isOn('派单');
      await each.press(new RegExp(`^${number}，`)).catch(() => undefined);
      await each.sees(number);
      await each.press('修改');
      await each.sheet('派单').choose('责任部门', '工程维修部');
    }
    await slower.sheet('派单').write('转办说明', '住户晚上在家');
    await faster.sheet('派单').press('派单');
    await faster.hears(`${number} 已派给工程维修部`);

    slower.expectsFailureOf('dispatch');
    await slower.sheet('派单').press('派单');
    await slower.sees(/周敏.*派给工程维修部/);
  });
});

/** Presses Tab until the control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true }).or(page.getByLabel(name, { exact: true }));
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`${name} is out of the keyboard's reach`);
}
