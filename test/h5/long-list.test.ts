/** A desk with five hundred duties: all of them reachable, few of them drawn. */
import { PC, PHONE, type Person } from '../support/browser';
import { BrowserEstate } from '../support/browser-estate';
import { homeOf, newCommandId } from '../support/estate';

const MANY = 500;
/** Rows in the document at any moment; the screen shows about six. */
const MOST_DRAWN = 80;
const MOST_ELEMENTS = 4000;

let house: BrowserEstate;
const numbers: string[] = [];

beforeAll(async () => {
  house = await BrowserEstate.open();
  const wang = await house.estate.resident('wang');
  const { id } = await wang.as('fileComplaint', {
    commandId: newCommandId(),
    kind: 'complaint',
    description: '这件事我也不知道该归谁来管',
    homeId: homeOf(wang),
    place: { area: '3栋大堂' },
  });
  const { database } = house.estate;
  const one = await database.get<{ number: string; dutyDueAt: string; duties: readonly { dueAt: string }[] }>(
    'complaints',
    id,
  );
  if (one === null) throw new Error('the complaint that the others are made of is gone');
  const copies = Array.from({ length: MANY - 1 }, (_none, at) => {
    const place = String(at + 1).padStart(4, '0');
    // Each due a second after the one before, in the order of their numbers.
    const dueAt = new Date(Date.parse(one.dutyDueAt) + (at + 1) * 1000).toISOString();
    return {
      ...one,
      _id: `${id}-${place}`,
      number: `CH-990101-${place}`,
      dutyDueAt: dueAt,
      duties: one.duties.map((duty) => ({ ...duty, dueAt })),
    };
  });
  for (let from = 0; from < copies.length; from += 100)
    await database.insert('complaints', copies.slice(from, from + 100));
  numbers.push(one.number, ...copies.map(({ number }) => number));
}, 240_000);
afterAll(() => house?.close(), 60_000);

/** Where the column of the list is, from the top to the bottom, rows (or its end) are to be seen. */
const noBlank = `(() => {
  const list = document.querySelector('.hs-split__list').getBoundingClientRect();
  const head = document.querySelector('.hs-split__head').getBoundingClientRect();
  for (let y = head.bottom + 8; y < list.bottom - 4; y += 40) {
    const there = document.elementFromPoint(list.left + list.width / 2, y);
    if (there === null || there.closest('.hs-row, .hy-end, .hs-credits, .hy-page__bottom') === null) return false;
  }
  return true;
})()`;
const drawnNumbers = (person: Person): Promise<string[]> =>
  person.page.evaluate<string[]>("[...document.querySelectorAll('.hs-row__number')].map((each) => each.textContent)");

test(
  'five hundred duties are scrolled through without a blank, with few of them in the document',
  () =>
    house.watching(async () => {
      const desk = await house.comesToWork('receptionist', PC);
      const { page } = desk;
      await desk.button(new RegExp(`^${numbers[0]}，`)).waitFor();
      const seen = new Set<string>();
      await page.mouse.move(200, 500);
      for (let step = 0; step < 200 && !seen.has(numbers[MANY - 1] ?? ''); step += 1) {
        await page.mouse.wheel(0, 900);
        await page.waitForFunction(noBlank);
        const drawn = await drawnNumbers(desk);
        for (const number of drawn) seen.add(number);
        expect(drawn.length).toBeLessThanOrEqual(MOST_DRAWN);
        expect(await page.evaluate<number>("document.querySelectorAll('.taro_page *').length")).toBeLessThan(
          MOST_ELEMENTS,
        );
      }
      expect([...seen].sort()).toEqual([...numbers].sort());

      // From the end at once to the middle and to the top.
      for (const part of [0.5, 0.1, 0.8, 0]) {
        await page.evaluate(
          `(() => { const list = document.querySelector('.hs-split__list'); list.scrollTop = list.scrollHeight * ${part}; })()`,
        );
        await page.waitForFunction(noBlank);
      }

      // The keyboard goes on through what wasn't drawn.
      await desk.button(new RegExp(`^${numbers[0]}，`)).focus();
      for (let row = 1; row <= 30; row += 1) {
        await page.keyboard.press('j');
        await page.waitForFunction(`document.activeElement.textContent.startsWith('${numbers[row]}')`);
      }
    }),
  240_000,
);

test(
  'a duty that a colleague took leaves with a word, and the filter stays when one comes back',
  () =>
    house.watching(async () => {
      const desk = await house.comesToWork('receptionist', PC);
      await desk.tab(/^待派单/);
      await desk.button(new RegExp(`^${numbers[1]}，`)).waitFor();
      await house.estate.database.update('complaints', `${await idOf(numbers[1])}`, {
        dutyKeys: [],
        dutyKinds: [],
        duties: [],
      });
      await desk.comesBack();
      await desk.hears(`${numbers[1]} 已由同事处理`);
      await desk.button(new RegExp(`^${numbers[1]}，`)).waitFor({ state: 'hidden' });

      await desk.page.keyboard.press('g');
      await desk.page.keyboard.press('r');
      await desk.isOn('客户投诉一览表');
      await desk.page.keyboard.press('g');
      await desk.page.keyboard.press('d');
      await desk.isOn('工作台');
      expect(await desk.locator.getByRole('tab', { name: /^待派单/ }).getAttribute('aria-selected')).toBe('true');
    }),
  240_000,
);

/** The numbers of the rows of the page in sight; the desk lies behind it. */
const drawnInFront = `[...document.querySelectorAll('.hs-row__number')].filter((each) => each.offsetParent !== null).map((each) => each.textContent)`;
const rowInSight = `[...document.querySelectorAll('.hs-row')].some((each) => {
  const { top, bottom, height } = each.getBoundingClientRect();
  return height > 0 && top < innerHeight && bottom > 0;
})`;
const SCREENFULS = 40;

for (const [name, viewport, scroller] of [
  ['a PC', PC, '.hs-split__list'],
  ['a phone', PHONE, '.taro_page'],
] as const)
  test(
    `on ${name} the queue of triage draws few of its rows, and reaches those far down`,
    () =>
      house.watching(async () => {
        const desk = await house.comesToWork('receptionist', viewport);
        await desk.press('派单');
        await desk.isOn('派单');
        await desk.locator.locator('.hs-row').first().waitFor();
        const seen = new Set<string>();
        for (let screenful = 0; screenful < SCREENFULS && seen.size < MANY / 4; screenful += 1) {
          await desk.page.evaluate(
            `(() => { const box = [...document.querySelectorAll('${scroller}')].find((each) => each.offsetHeight > 0); box.scrollTop += 1200; })()`,
          );
          await desk.page.waitForFunction(rowInSight);
          const drawn = await desk.page.evaluate<string[]>(drawnInFront);
          for (const number of drawn) seen.add(number);
          expect(drawn.length).toBeLessThanOrEqual(MOST_DRAWN);
        }
        expect(seen.size).toBeGreaterThanOrEqual(MANY / 4);
        await house.crowd.leaves(desk);
      }),
    240_000,
  );

async function idOf(number = ''): Promise<string> {
  const [found] = await house.estate.database.find<{ _id: string }>('complaints', { where: { number }, limit: 1 });
  return found?._id ?? '';
}
