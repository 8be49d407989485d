// A walk through every page of the product with the demo's people: what the pictures show and the accessibility test looks at.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { COLLECTIONS } from '../../cloudfunctions/platform/schema';
import { type LocalCloud, startLocalCloud } from '../../localcloud/cloud';
import { seedDemo } from '../../localcloud/seed/seed-demo';
import type { OutputOf, ProcedureName } from '../../types/procedures';
import { STATES } from '../../types/vocabulary';
import { H5_DIR, PC, PHONE } from '../support/browser';
import { launchChromium } from '../support/chromium';
import { repository } from '../support/files';

export type Size = 'phone' | 'pc';

/** A page as somebody sees it. */
export interface Sight {
  /** Of its file; the page's own name first. */
  name: string;
  person: string;
  /** Without the `#`. */
  route: string;
  /** What is done before one looks. */
  act?: (page: Page, size: Size) => Promise<unknown>;
  sizes: readonly Size[];
}

/** The page of app.config that it shows. */
export const pageOf = ({ route }: Pick<Sight, 'route'>): string => {
  const [path = ''] = route.slice(1).split('?');
  return SHORT[path] ?? path;
};
/** Addresses that are shorter than the page's own. */
const SHORT: Readonly<Record<string, string>> = { '': 'pages/home/index', ui: 'catalogue/index' };

/** How the person has set it up. */
export interface Look {
  size: Size;
  large: boolean;
  /** Device pixels per pixel; without it those of the device. */
  scale?: number;
  viewport?: { width: number; height: number };
}

type Ask = <N extends ProcedureName>(person: string, procedure: N, input: object) => Promise<OutputOf<N>>;

const PATIENCE_MS = 30_000;
/** Stands in a data folder whose demo is complete. */
const FILLED = 'filled';

const shown = (page: Page) => page.locator('.taro_page').filter({ visible: true });
const button = (page: Page, name: string | RegExp) => shown(page).getByRole('button', { name }).first();
const write = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

const complaint = (id: string) => `/pages/complaint/index?id=${id}`;
const classified = (page: Page) => page.waitForResponse(/suggestClassification/);

async function residentSights(ask: Ask): Promise<Sight[]> {
  const person = 'resident-zhang';
  const { items: open } = await ask(person, 'myComplaints', { show: 'open' });
  const { items: ended } = await ask(person, 'myComplaints', { show: 'ended' });
  const sizes = ['phone', 'pc'] as const;
  const one = (name: string, route: string, act?: Sight['act']): Sight => ({
    name,
    person,
    route,
    sizes,
    ...(act === undefined ? {} : { act }),
  });
  const [first] = open;
  const toAnswer = open.find(({ state }) => state === 'callback');
  return [
    { name: 'welcome', person: 'newcomer-su', route: '', sizes },
    one('home', '/pages/home/index'),
    one('file', '/pages/file/index?kind=complaint'),
    // Before anything is written: it says what is missing.
    one('file-empty', '/pages/file/index?kind=complaint', (page) => button(page, '提交投诉').click()),
    one('file-written', '/pages/file/index?kind=complaint', async (page) => {
      await Promise.all([classified(page), write(page, '发生了什么', '3栋电梯又停了，有人被困在里面，按铃没人应')]);
      await button(page, /^补充更多/).click();
    }),
    one('mine', '/pages/mine/index'),
    one('mine-ended', '/pages/mine/index', (page) => page.getByRole('tab', { name: /^已结束/ }).click()),
    one('mine-inbox', '/pages/mine/index', (page) => page.getByRole('tab', { name: /^消息/ }).click()),
    one('profile', '/pages/profile/index'),
    one('profile-home', '/pages/profile/index', (page) => button(page, /^绑定/).click()),
    one('profile-contact', '/pages/profile/index', (page) => button(page, /修改/).click()),
    one('profile-notice', '/pages/profile/index', (page) => button(page, /^告知与同意/).click()),
    one('profile-openings', '/pages/profile/index', (page) => button(page, /^谁看过/).click()),
    one('profile-erase', '/pages/profile/index', (page) => button(page, /^注销/).click()),
    one('complaint-gone', complaint('no-such-complaint')),
    ...open.map(({ id, state }, n) => one(`complaint-${n}-${state}`, complaint(id))),
    ...ended.slice(0, 2).map(({ id, state }, n) => one(`complaint-ended-${n}-${state}`, complaint(id))),
    ...(first === undefined ? [] : [one('complaint-add', complaint(first.id), (page) => button(page, '补充').click())]),
    ...(toAnswer === undefined ? [] : [one('survey', `/pages/survey/index?id=${toAnswer.id}`)]),
  ];
}

async function staffSights(ask: Ask): Promise<Sight[]> {
  const sizes = ['phone', 'pc'] as const;
  const sight = (person: string, name: string, route: string, act?: Sight['act']): Sight => ({
    name,
    person,
    route,
    sizes,
    ...(act === undefined ? {} : { act }),
  });
  const { items: register } = await ask('supervisor-zhou', 'register', {});
  const states = Object.keys(STATES).filter((state) => register.some((card) => card.state === state));
  const { visits } = await ask('patrol-liu', 'callbackRoute', {}).catch(() => ({ visits: [] }));
  const [action] = (await ask('quality-qian', 'actionsOfEstate', {})).items;
  const atTheDoor = visits.find(({ form }) => form === 'visit')?.card.id;
  const desk = 'receptionist-chen';
  return [
    sight(desk, 'desk', '/staff/desk/index', (page, size) =>
      size === 'pc' ? page.locator('.hs-row__press').first().click() : Promise.resolve(),
    ),
    sight(desk, 'triage', '/staff/triage/index'),
    sight(desk, 'triage-change', '/staff/triage/index', (page) => button(page, '修改').click()),
    sight(desk, 'review', '/staff/review/index'),
    sight(desk, 'review-back', '/staff/review/index', (page) => button(page, '退回返工').click()),
    sight(desk, 'intake', '/staff/intake/index'),
    sight(desk, 'intake-written', '/staff/intake/index', async (page) => {
      await write(page, '找住户', '3-2-501');
      await page.locator('.hs-found__row').first().click();
      await Promise.all([classified(page), write(page, '反映的情况', '楼上漏水漏到厨房了，说了三次还没人来修')]);
    }),
    sight(desk, 'routines', '/staff/routines/index'),
    sight(desk, 'incidents', '/staff/incidents/index'),
    ...states.map((state) =>
      sight(desk, `case-${state}`, `/staff/case/index?id=${register.find((card) => card.state === state)?.id ?? ''}`),
    ),
    sight('supervisor-zhou', 'desk-supervisor', '/staff/desk/index'),
    sight('supervisor-zhou', 'register', '/staff/register/index'),
    sight('supervisor-zhou', 'dashboard', '/staff/dashboard/index'),
    sight('supervisor-zhou', 'routing', '/staff/routing/index'),
    sight('head-engineering', 'desk-head', '/staff/desk/index'),
    sight('head-engineering', 'actions', '/staff/actions/index'),
    sight('quality-qian', 'actions-quality', '/staff/actions/index'),
    ...(action === undefined ? [] : [sight('quality-qian', 'action', `/staff/action/index?id=${action.id}`)]),
    sight('quality-qian', 'archive', '/staff/archive/index'),
    sight('quality-qian', 'classifier', '/staff/classifier/index'),
    sight('admin', 'policy', '/staff/policy/index'),
    sight('patrol-liu', 'desk-patrol', '/staff/desk/index'),
    sight('patrol-liu', 'callbacks', '/staff/callbacks/index'),
    ...(atTheDoor === undefined
      ? []
      : [
          sight('patrol-liu', 'visit', `/staff/visit/index?id=${atTheDoor}`),
          sight('patrol-liu', 'visit-answered', `/staff/visit/index?id=${atTheDoor}`, async (page) => {
            await page.getByRole('radio', { name: '联系上了' }).click();
            await page.getByRole('radio', { name: '没解决' }).click();
            await page.getByRole('radio', { name: '不满意', exact: true }).click();
          }),
        ]),
  ];
}

/** The demo's local cloud with its pages, and a browser to walk through them. */
export class Tour {
  readonly sights: readonly Sight[];
  readonly #cloud: LocalCloud;
  readonly #browser: Browser;
  readonly #dataDir: string;
  readonly #keeps: boolean;

  private constructor(cloud: LocalCloud, browser: Browser, dataDir: string, keeps: boolean, sights: readonly Sight[]) {
    this.#cloud = cloud;
    this.#browser = browser;
    this.#dataDir = dataDir;
    this.#keeps = keeps;
    this.sights = sights;
  }

  /** @param kept a folder whose demo is used again, and filled the first time; without it a new one, gone afterwards */
  static async begin(kept = process.env.TOUR_DATA ?? ''): Promise<Tour> {
    const dataDir = kept === '' ? mkdtempSync(join(tmpdir(), 'huiyin-tour-')) : resolve(kept);
    const filled = existsSync(join(dataDir, FILLED));
    mkdirSync(dataDir, { recursive: true });
    const cloud = await startLocalCloud({
      dataDir,
      functionsDir: resolve(repository, process.env.FUNCTIONS_DIR ?? 'dist/cloudfunctions'),
      h5Dir: H5_DIR,
      collections: COLLECTIONS,
      timers: false,
      durable: false,
      instances: 'inline',
    });
    if (!filled) {
      await seedDemo(cloud);
      writeFileSync(join(dataDir, FILLED), '');
    }
    /** What this person's phone would be told. */
    const ask: Ask = async (person, procedure, input) => {
      const { body } = await cloud.callApi(procedure, input, await cloud.login(person));
      // The answer's form is the API's promise.
      const answer = body as { ok: boolean; data: OutputOf<typeof procedure> };
      if (!answer.ok) throw new Error(`${procedure} of ${person}: ${JSON.stringify(body)}`);
      return answer.data;
    };
    const sights = [
      ...(await residentSights(ask)),
      ...(await staffSights(ask)),
      { name: 'components', person: 'newcomer-su', route: '/ui', sizes: ['phone', 'pc'] as const },
    ];
    return new Tour(cloud, await launchChromium(), dataDir, kept !== '', sights);
  }

  async end(): Promise<void> {
    await this.#browser.close();
    await this.#cloud.close();
    if (!this.#keeps) rmSync(this.#dataDir, { recursive: true, force: true });
  }

  /** Shows these sights one after the other, each when it has come to rest; people keep their browser in between. */
  async walk(sights: readonly Sight[], look: Look, see: (sight: Sight, page: Page) => Promise<void>): Promise<void> {
    let walking: { person: string; context: BrowserContext; page: Page } | undefined;
    for (const sight of sights.filter(({ sizes }) => sizes.includes(look.size))) {
      if (walking?.person !== sight.person) {
        await walking?.context.close();
        walking = await this.#comesIn(sight.person, look);
      }
      const { page } = walking;
      // Another address of the same document would keep the pages below.
      await page.goto('about:blank');
      await page.goto(`${this.#cloud.url}/${sight.route === '' ? '' : `#${sight.route}`}`);
      await shown(page).first().waitFor();
      await page.waitForLoadState('networkidle');
      await sight.act?.(page, look.size);
      await page.waitForLoadState('networkidle');
      await see(sight, page);
    }
    await walking?.context.close();
  }

  async #comesIn(person: string, { size, large, scale, viewport }: Look) {
    const phone = size === 'phone';
    const context = await this.#browser.newContext({
      viewport: viewport ?? (phone ? PHONE : PC),
      deviceScaleFactor: scale ?? (phone ? 2 : 1),
      hasTouch: phone,
      isMobile: phone,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    if (large)
      // An empty page has no storage.
      await context.addInitScript(
        "location.protocol === 'about:' || localStorage.setItem('huiyin:largeType', JSON.stringify({ data: 'true' }))",
      );
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`${person}: ${error.message}`));
    await page.goto(`${this.#cloud.url}/local/enter?person=${person}&to=/`);
    await shown(page).first().waitFor();
    // The login has cleaned the address.
    await page.waitForLoadState('networkidle');
    return { person, context, page };
  }
}
