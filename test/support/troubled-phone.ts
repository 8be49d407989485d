// What happens to phones on a walk through twelve floors, to somebody's browser.
import { type SceneName, sceneOf } from '../../localcloud/seed/scenes';
import { Part, Person } from './browser';

/** The API is out of reach while this goes on, and then the phone notices that it has signal; the pages themselves come, as from the phone's own copy. */
export async function cutOff(person: Person, run: () => Promise<void>): Promise<void> {
  const cut = (route: { abort(code: string): Promise<void> }) => route.abort('internetdisconnected');
  await person.forgiving(async () => {
    await person.context.route('**/api/**', cut);
    try {
      await run();
    } finally {
      await person.context.unroute('**/api/**', cut);
    }
  });
  await person.page.evaluate("window.dispatchEvent(new Event('online'))");
}

/** The program ends at once, and is opened again where it was. */
export async function startsAgain(person: Person): Promise<void> {
  const address = person.page.url();
  await person.page.goto('about:blank');
  await person.page.goto(address);
  await person.locator.first().waitFor();
}

/** From now on the server takes this browser's token for none; until the login asks who is there. */
export async function sessionEnds(person: Person, run: () => Promise<void>): Promise<void> {
  person.expectsFailureOf('\\w+');
  const spoil = async (route: {
    request(): { headers(): Record<string, string> };
    continue(changes: { headers: Record<string, string> }): Promise<void>;
  }) => {
    const headers = route.request().headers();
    await route.continue({ headers: headers['authorization'] ? { ...headers, authorization: 'Bearer old' } : headers });
  };
  await person.context.route('**/api/**', spoil);
  await run();
  await person.page.getByRole('heading', { name: '今天你是谁？' }).waitFor();
  await person.context.unroute('**/api/**', spoil);
}

/** Its clock goes wrong by so much from the next page on; negative is behind. */
export async function clockOff(person: Person, ms: number): Promise<void> {
  await person.context.addInitScript(`{
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...parts) {
        if (parts.length === 0) super(Real.now() + ${ms});
        else super(...parts);
      }
      static now() {
        return Real.now() + ${ms};
      }
    };
  }`);
}

/** Another tab of the same browser. */
export async function opensTab(person: Person, route: string): Promise<Person> {
  const { origin } = new URL(person.page.url());
  const other = new Person(person.name, await person.context.newPage(), origin);
  await other.open(route);
  return other;
}

/** What is said with alarm, once it is. */
export async function alert(person: Person, words: string): Promise<Part> {
  const found = person.locator.getByRole('alert').filter({ hasText: words });
  await found.first().waitFor();
  return new Part(found, person.page);
}

/** Waits until what the phone keeps under a key with this name contains the text. */
export const isKept = (person: Person, name: string, text: string): Promise<unknown> =>
  person.page.waitForFunction(
    `Object.entries(localStorage).some(([key, kept]) =>
      key.includes(${JSON.stringify(name)}) && String(JSON.parse(kept).data).includes(${JSON.stringify(text)}))`,
  );

/** The storage takes not a letter more. */
export async function fillsStorage({ page }: Person): Promise<{ free(): Promise<void> }> {
  await page.evaluate(`{
    let count = 0;
    for (let size = 2 ** 21; size >= 1; size = Math.floor(size / 2)) {
      for (;;) {
        try {
          localStorage.setItem('filler' + count, 'x'.repeat(size));
          count += 1;
        } catch {
          break;
        }
      }
    }
  }`);
  return {
    free: async () => {
      await page.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)",
      );
    },
  };
}

/** The browser's database has no room. */
export async function hasNoRoomForFiles({ context, page }: Person): Promise<{ free(): Promise<void> }> {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  return {
    free: async () => {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
    },
  };
}

/** Waits until no file of a callback lies in the browser. */
export const hasNoFiles = ({ page }: Person): Promise<unknown> =>
  page.waitForFunction(`new Promise((resolve) => {
    const opening = indexedDB.open('huiyin', 1);
    opening.onsuccess = () => {
      const database = opening.result;
      const asked = database.transaction('files').objectStore('files').count();
      asked.onsuccess = () => {
        database.close();
        resolve(asked.result === 0);
      };
    };
  })`);

export async function takesPhoto(person: Person, scene: SceneName): Promise<void> {
  const [chooser] = await Promise.all([person.page.waitForEvent('filechooser'), person.press('添加照片')]);
  await chooser.setFiles({ name: `${scene}.png`, mimeType: 'image/png', buffer: sceneOf(scene) });
}

const paperOf = (person: Person) => person.locator.getByRole('img', { name: '住户签名' });

async function penDown(person: Person): Promise<{ x: number; y: number }> {
  const paper = paperOf(person);
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (box === null) throw new Error('no paper to sign on');
  await person.page.mouse.move(box.x + 40, box.y + 30);
  await person.page.mouse.down();
  return box;
}

/** Draws on the paper with a finger. */
export async function signs(person: Person): Promise<void> {
  const { x, y } = await penDown(person);
  for (const [right, down] of [
    [70, 60],
    [110, 25],
    [150, 70],
    [200, 40],
  ] as const)
    await person.page.mouse.move(x + right, y + down, { steps: 4 });
  await person.page.mouse.up();
  await person.button('重签').waitFor();
}

const POINTS = 20;

/** The same without lifting the pen, until the phone keeps some of it with the draft of this complaint. */
export async function beginsToSign(person: Person, complaintId: string): Promise<void> {
  const { x, y } = await penDown(person);
  const kept = (): Promise<number> =>
    person.page.evaluate<number>(`{
      const draft = JSON.parse(localStorage.getItem('huiyin:draft:visit:${complaintId}') ?? '{"data":"{}"}');
      JSON.parse(draft.data).strokes?.lines[0]?.length ?? 0;
    }`);
  for (let step = 0; (await kept()) < POINTS; step += 1)
    await person.page.mouse.move(x + 40 + (step % 200), y + 30 + (step % 40));
}

/** How many dots of the paper are dark. */
export const inkOnPaper = ({ page }: Person): Promise<number> =>
  page.evaluate<number>(`{
    const paper = document.querySelector('canvas.hs-sign__paper');
    const { data } = paper.getContext('2d').getImageData(0, 0, paper.width, paper.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark += 1;
    dark;
  }`);
