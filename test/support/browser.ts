// People in front of the real pages: each with a browser context of their own, and everything that goes wrong in it noted.
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { type SceneName, sceneOf } from '../../localcloud/seed/scenes';
import { aVideo } from './a-video';
import { repository } from './files';

/** `npm test` builds the page before; while writing, point H5_DIR at a build of your own. */
export const H5_DIR = resolve(repository, process.env.H5_DIR ?? 'dist/h5');

export const PHONE = { width: 390, height: 844 } as const;
export const PC = { width: 1280, height: 800 } as const;

/** Long enough for a cold function on a slow machine; whatever is waited for comes much sooner. */
const PATIENCE_MS = 20_000;

type Words = string | RegExp;
const exact = (name: Words) => ({ name, exact: typeof name === 'string' });

/** A part of the screen, used as people and screen readers use it: by roles, names and labels. */
export class Part {
  readonly locator: Locator;
  readonly #page: Page;

  constructor(locator: Locator, page: Page) {
    this.locator = locator;
    this.#page = page;
  }

  button(name: Words): Locator {
    return this.locator.getByRole('button', exact(name));
  }

  async press(name: Words): Promise<void> {
    await this.button(name).click();
  }

  /** The field with this label. */
  field(label: string): Locator {
    return this.locator.getByLabel(label, { exact: true }).and(this.locator.locator('input, textarea, select'));
  }

  async write(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  /** Chooses one of the chips, faces or halves under a label. */
  async choose(label: Words, option: Words): Promise<void> {
    await this.locator.getByRole('radiogroup', exact(label)).getByRole('radio', exact(option)).click();
  }

  /** Waits until the words stand there. */
  async sees(words: Words): Promise<Locator> {
    const found = this.locator.getByText(words).filter({ visible: true }).first();
    await found.waitFor();
    return found;
  }

  async seesNoLonger(words: Words): Promise<void> {
    await this.locator.getByText(words).filter({ visible: true }).first().waitFor({ state: 'hidden' });
  }

  /** Adds a picture through the file chooser and waits until it has arrived. */
  async addPhoto(scene: SceneName): Promise<void> {
    const before = await this.button(/^照片 \d+$/).count();
    const [chooser] = await Promise.all([this.#page.waitForEvent('filechooser'), this.press('添加照片')]);
    await chooser.setFiles({ name: `${scene}.png`, mimeType: 'image/png', buffer: sceneOf(scene) });
    await this.button(`照片 ${before + 1}`).waitFor();
    await this.locator.getByText(/^\d+%$/).waitFor({ state: 'detached' });
    await this.button(`照片 ${before + 1}`).waitFor();
  }

  /** The same with a short video. */
  async addVideo(): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForEvent('filechooser'), this.press('添加视频')]);
    await chooser.setFiles({ name: 'IMG_0417.MOV', mimeType: 'video/quicktime', buffer: aVideo({ brand: 'qt  ' }) });
    await this.button('视频 1').waitFor();
    await this.locator.getByText(/^\d+%$/).waitFor({ state: 'detached' });
    await this.button('视频 1').waitFor();
  }
}

/** Somebody in front of their own phone or PC. */
export class Person extends Part {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #origin: string;
  readonly #problems: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(name: string, page: Page, origin: string) {
    // Taro keeps the pages that lie below in the document, hidden.
    super(page.locator('.taro_page').filter({ visible: true }), page);
    this.name = name;
    this.page = page;
    this.context = page.context();
    this.#origin = origin;
    this.#listen();
  }

  /** What went wrong in this browser and wasn't expected. */
  get problems(): string[] {
    return this.#problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
  }

  /** From now on it is no surprise that this procedure is refused. */
  expectsFailureOf(procedure: string): void {
    this.#expected.push(new RegExp(`/api/${procedure}(\\s|$)`));
  }

  /** No signal while this goes on. */
  async withoutSignal(run: () => Promise<void>): Promise<void> {
    await this.forgiving(async () => {
      await this.context.setOffline(true);
      try {
        await run();
      } finally {
        await this.context.setOffline(false);
      }
    });
  }

  /** That the network is gone is no surprise while this goes on. */
  async forgiving(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } finally {
      const others = this.#problems.filter((problem) => !problem.includes('net::ERR_INTERNET_DISCONNECTED'));
      this.#problems.splice(0, this.#problems.length, ...others);
    }
  }

  /** The panel that lies over the page. */
  sheet(title: Words): Part {
    return new Part(this.page.getByRole('dialog', exact(title)), this.page);
  }

  /** Looks at the window again after something else. */
  async comesBack(): Promise<void> {
    await this.page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
  }

  async open(route: string): Promise<void> {
    await this.page.goto(`${this.#origin}/#${route}`);
  }

  /** The address of the page, without the origin. */
  get route(): string {
    return new URL(this.page.url()).hash.slice(1);
  }

  /** Comes in by the page that stands in for WeChat's login. */
  async enter(who: Words): Promise<void> {
    await this.page.goto(`${this.#origin}/`);
    await this.page.getByRole('heading', { name: '今天你是谁？' }).waitFor();
    await this.page.getByRole('button', { name: who }).click();
    await this.locator.first().waitFor();
  }

  async tab(name: Words): Promise<void> {
    await this.locator.getByRole('tab', { name }).click();
  }

  /** Waits for the page with this heading. */
  async isOn(title: Words): Promise<void> {
    await this.locator.getByRole('heading', exact(title)).first().waitFor();
  }

  async hears(words: Words): Promise<void> {
    await this.locator.getByRole('status').getByText(words).first().waitFor();
  }

  #listen(): void {
    const note = (problem: string) => void this.#problems.push(`${this.name}：${problem}`);
    this.page.on('pageerror', (error) => note(`page error ${error.stack ?? error.message}`));
    this.page.on('console', (message) => {
      if (message.type() === 'error') note(`console ${message.text()} ${message.location().url}`);
    });
    this.page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // The page itself went elsewhere while it was on its way.
      if (why !== 'net::ERR_ABORTED') note(`request ${why} ${request.url()}`);
    });
    this.page.on('response', (response) => {
      if (response.status() >= 400) note(`answer ${response.status()} ${response.url()}`);
    });
  }
}

/** Opens a browser of their own for everybody who comes. */
export class Crowd {
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #people: Person[] = [];

  constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  async arrives(name: string, viewport: { width: number; height: number } = PHONE): Promise<Person> {
    const phone = viewport.width < PC.width;
    const context = await this.#browser.newContext({
      viewport,
      hasTouch: phone,
      isMobile: phone,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const person = new Person(name, await context.newPage(), this.#origin);
    this.#people.push(person);
    return person;
  }

  /** Everything unexpected in all browsers. */
  get problems(): string[] {
    return this.#people.flatMap((person) => person.problems);
  }

  /** What everybody has on the screen; read when a test failed. */
  async looks(): Promise<string> {
    const looks = await Promise.all(
      this.#people.map(async ({ name, page }) =>
        page.isClosed()
          ? ''
          : `── ${name} ${page.url()}\n${await page.locator('body').ariaSnapshot({ timeout: 2000 })}`,
      ),
    );
    return looks.join('\n');
  }

  async leaves(person: Person): Promise<void> {
    await person.context.close();
  }

  async close(): Promise<void> {
    await Promise.all(this.#people.map(({ context }) => context.close()));
  }
}
