// Pictures of every page with the demo's people: `npm run pictures -- FOLDER`. For people to look at; proves nothing.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { COLLECTIONS } from '../../cloudfunctions/platform/schema';
import { startLocalCloud } from '../../localcloud/cloud';
import { seedDemo } from '../../localcloud/seed/seed-demo';
import type { OutputOf, ProcedureName } from '../../types/procedures';
import { H5_DIR, PC, PHONE } from '../support/browser';
import { launchChromium } from '../support/chromium';
import { repository } from '../support/files';

const folder = resolve(process.argv[2] ?? 'pictures');
const only = process.argv[3] ?? '';

async function run(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'huiyin-pictures-'));
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: resolve(repository, process.env.FUNCTIONS_DIR ?? 'dist/cloudfunctions'),
    h5Dir: H5_DIR,
    collections: COLLECTIONS,
    timers: false,
    durable: false,
  });
  await seedDemo(cloud);
  const browser = await launchChromium();

  /** What this person's phone would be told. */
  const ask = async <N extends ProcedureName>(person: string, procedure: N, input: object): Promise<OutputOf<N>> => {
    const { body } = await cloud.callApi(procedure, input, await cloud.login(person));
    // The answer's form is the API's promise.
    const answer = body as { ok: boolean; data: OutputOf<N> };
    if (!answer.ok) throw new Error(`${procedure} of ${person}: ${JSON.stringify(body)}`);
    return answer.data;
  };

  /** Opens routes as a person and keeps a picture of each. */
  const look = async (
    person: string,
    views: readonly View[],
    how: { size?: 'phone' | 'pc'; large?: boolean } = {},
  ): Promise<void> => {
    const { size = 'phone', large = false } = how;
    const chosen = views.filter(([name]) => `${name}-${size}${large ? '-large' : ''}`.includes(only));
    if (chosen.length === 0) return;
    const options: BrowserContextOptions = {
      viewport: size === 'phone' ? PHONE : PC,
      deviceScaleFactor: size === 'phone' ? 2 : 1,
      hasTouch: size === 'phone',
      isMobile: size === 'phone',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    };
    const context = await browser.newContext(options);
    context.setDefaultTimeout(20_000);
    if (large)
      await context.addInitScript("localStorage.setItem('huiyin:largeType', JSON.stringify({ data: 'true' }))");
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`${person}: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && console.error(`${person}: ${message.text()}`));
    await page.goto(`${cloud.url}/local/enter?person=${person}&to=/`);
    await page.locator('.taro_page').filter({ visible: true }).first().waitFor();
    // The login has cleaned the address.
    await page.waitForLoadState('networkidle');
    for (const [name, route, act] of chosen) {
      await page.goto(`${cloud.url}/${route === '' ? '' : `#${route}`}`);
      await page.reload();
      await page.locator('.taro_page').filter({ visible: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      const file = `${name}-${size}${large ? '-large' : ''}`;
      try {
        await act?.(page);
        await page.waitForLoadState('networkidle');
      } catch (error) {
        console.error(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
      await page.screenshot({ path: join(folder, `${file}.png`) });
      // What lies below the fold, as if the phone were that tall.
      const tall = await page.evaluate<number>(
        "Math.max(...[...document.querySelectorAll('.taro_page')].map((each) => each.scrollHeight))",
      );
      if (size === 'phone' && tall > PHONE.height + 40) {
        await page.setViewportSize({ width: PHONE.width, height: tall });
        await page.screenshot({ path: join(folder, `${file}-whole.png`) });
        await page.setViewportSize(PHONE);
      }
      console.log(file);
    }
    await context.close();
  };

  try {
    await everything(look, ask);
  } finally {
    await browser.close();
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type View = readonly [name: string, route: string, act?: (page: Page) => Promise<unknown>];
type Look = (person: string, views: readonly View[], how?: { size?: 'phone' | 'pc'; large?: boolean }) => Promise<void>;
type Ask = <N extends ProcedureName>(person: string, procedure: N, input: object) => Promise<OutputOf<N>>;

const button = (page: Page, name: string | RegExp) =>
  page.locator('.taro_page').filter({ visible: true }).getByRole('button', { name }).first();

async function everything(look: Look, ask: Ask): Promise<void> {
  const { items: open } = await ask('resident-zhang', 'myComplaints', { show: 'open' });
  const { items: ended } = await ask('resident-zhang', 'myComplaints', { show: 'ended' });
  const states = [
    'received',
    'registered',
    'dispatched',
    'investigating',
    'handling',
    'reviewing',
    'informing',
    'callback',
  ];
  console.log(open.map((card) => `${card.number} ${card.state} ${card.summary}`).join('\n'));
  const complaint = (id: string) => `/pages/complaint/index?id=${id}`;
  const fill = (words: string) => async (page: Page) => {
    await page.getByLabel('发生了什么', { exact: true }).fill(words);
    await page.waitForResponse(/suggestClassification/);
  };
  const resident: View[] = [
    ['home', '/pages/home/index'],
    ['file', '/pages/file/index?kind=complaint'],
    [
      'file-written',
      '/pages/file/index?kind=complaint',
      async (page) => {
        await fill('3栋电梯又停了，有人被困在里面，按铃没人应')(page);
        await button(page, /^补充更多/).click();
      },
    ],
    ['mine', '/pages/mine/index'],
    ['mine-ended', '/pages/mine/index', (page) => page.getByRole('tab', { name: /^已结束/ }).click()],
    ['mine-inbox', '/pages/mine/index', (page) => page.getByRole('tab', { name: /^消息/ }).click()],
    ['profile', '/pages/profile/index'],
    ...open.map((card, index): View => [`complaint-${index}-${card.state}`, complaint(card.id)]),
    ...ended.slice(0, 2).map((card, index): View => [`complaint-ended-${index}`, complaint(card.id)]),
    ...open
      .filter((card) => card.state === 'callback')
      .slice(0, 1)
      .map((card): View => ['survey', `/pages/survey/index?id=${card.id}`]),
  ];
  const newcomer: View[] = [
    ['welcome', ''],
    ['welcome-home', '', (page) => button(page, '同意并继续').click()],
  ];
  const { items: daughters } = await ask('resident-huang-daughter', 'myComplaints', { show: 'open' });
  await look(
    'resident-huang-daughter',
    daughters.map((card, index): View => [`daughter-${index}-${card.state}`, complaint(card.id)]),
  );
  for (const large of [false, true]) {
    await look('newcomer-su', large ? newcomer.slice(0, 1) : newcomer, { large });
    await look('resident-zhang', resident, { large });
    const [first] = open;
    if (first)
      await look('resident-zhang', [['complaint-add', complaint(first.id), (page) => button(page, '补充').click()]], {
        large,
      });
  }
  await look('resident-zhang', resident.slice(0, 4), { size: 'pc' });

  const { items: duties } = await ask('receptionist-chen', 'desk', { only: 'all' });
  console.log(duties.map((card) => `${card.number} ${card.state} ${card.duty?.text}`).join('\n'));
  const { items: register } = await ask('supervisor-zhou', 'register', {});
  const caseIn = (state: string) => register.find((card) => card.state === state)?.id ?? '';
  const route = await ask('patrol-liu', 'callbackRoute', {}).catch(() => ({ visits: [] }));
  const visit = route.visits.find(({ form }) => form === 'visit')?.card.id ?? '';
  for (const size of ['phone', 'pc'] as const) {
    const how = { size };
    await look(
      'receptionist-chen',
      [
        ['desk', '/staff/desk/index', async (page) => size === 'pc' && page.locator('.hs-row__press').first().click()],
        ['triage', '/staff/triage/index'],
        ['triage-change', '/staff/triage/index', (page) => button(page, '修改').click()],
        ['review', '/staff/review/index'],
        ['review-back', '/staff/review/index', (page) => button(page, '退回返工').click()],
        ['intake', '/staff/intake/index'],
        [
          'intake-written',
          '/staff/intake/index',
          async (page) => {
            await page.getByLabel('找住户', { exact: true }).fill('3-2-501');
            await page.locator('.hs-found__row').first().click();
            await page.getByLabel('反映的情况', { exact: true }).fill('楼上漏水漏到厨房了，说了三次还没人来修');
            await page.waitForResponse(/suggestClassification/);
          },
        ],
        [
          'intake-done',
          '/staff/intake/index',
          async (page) => {
            await page.getByLabel('反映的情况', { exact: true }).fill('地下车库的灯坏了一半');
            await button(page, '登记').click();
            await page.getByText('请念给住户听').waitFor();
          },
        ],
        ['callbacks-desk', '/staff/callbacks/index'],
        ...states.map((state): View => [`case-${state}`, `/staff/case/index?id=${caseIn(state)}`]),
      ],
      how,
    );
    await look(
      'supervisor-zhou',
      [
        ['register', '/staff/register/index'],
        ['desk-supervisor', '/staff/desk/index'],
      ],
      how,
    );
    await look(
      'patrol-liu',
      [
        ['desk-patrol', '/staff/desk/index'],
        ['callbacks', '/staff/callbacks/index'],
        ['visit', `/staff/visit/index?id=${visit}`],
        [
          'visit-answered',
          `/staff/visit/index?id=${visit}`,
          async (page) => {
            await page.getByRole('radio', { name: '联系上了' }).click();
            await page.getByRole('radio', { name: '没解决' }).click();
            await page.getByRole('radio', { name: '不满意', exact: true }).click();
          },
        ],
      ],
      how,
    );
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
