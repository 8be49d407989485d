// `npm run bench:h5`: what a resident waits for on a middling phone far from the server: processor slowed fourfold, 1.6 Mbit/s,
// 150 ms there and back. Needs `npm run build:functions` and `npm run build:h5`. Times depend on this machine.
import type { CDPSession, Page } from 'playwright-core';
import { H5_DIR, PHONE } from '../support/browser';
import { launchChromium } from '../support/chromium';
import { newCommandId, startTestCloud } from '../support/estate';
import { quantile, table } from './table';

const ROUNDS = 5;
const SLOWER = 4;
const BYTES_PER_SECOND = 1_600_000 / 8;
const ROUND_TRIP_MS = 150;

async function slowed(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: ROUND_TRIP_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  return session;
}

/** From a press until what lies behind it is painted, in ms, measured in the page. */
const pressed = (page: Page, press: string, until: string): Promise<number> =>
  page.evaluate<number>(`new Promise((done) => {
    const begun = performance.now();
    const look = () => {
      const visible = [...document.querySelectorAll('.taro_page')].filter((each) => each.checkVisibility()).at(-1);
      if (visible?.textContent.includes(${JSON.stringify(until)})) requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
      else requestAnimationFrame(look);
    };
    [...document.querySelectorAll('.taro_page')].filter((each) => each.checkVisibility()).at(-1).querySelector(${JSON.stringify(press)}).click();
    look();
  })`);

async function main(): Promise<void> {
  const estate = await startTestCloud({ h5Dir: H5_DIR });
  const browser = await launchChromium();
  const painted: number[] = [];
  const usable: number[] = [];
  const first: number[] = [];
  const again: number[] = [];
  try {
    const resident = await estate.resident('wang');
    const [home] = resident.me.homes;
    if (home === undefined) throw new Error('no home');
    await resident.as('fileComplaint', {
      commandId: newCommandId(),
      kind: 'complaint',
      description: '楼道灯坏了一个星期，晚上看不见台阶',
      homeId: home.id,
      place: {},
    });
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true, locale: 'zh-CN' });
      const page = await context.newPage();
      await page.goto(`${estate.cloud.url}/local/enter?person=wang&to=/`);
      await page.getByText('我要投诉').first().waitFor();
      // Logged in, nothing of the pages kept: as after an update.
      const session = await slowed(page);
      await session.send('Network.clearBrowserCache');
      await page.goto('about:blank');
      await page.goto(`${estate.cloud.url}/`, { waitUntil: 'commit' });
      await page.getByText('我要投诉').first().waitFor();
      usable.push(await page.evaluate<number>('performance.now()'));
      painted.push(
        await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"),
      );
      await page.getByText('楼道灯坏了').first().waitFor();
      await page.waitForLoadState('networkidle');
      first.push(await pressed(page, '.hy-matter', '办理经过'));
      await page.waitForLoadState('networkidle');
      await page.goBack();
      await page.getByText('正在办理').first().waitFor();
      again.push(await pressed(page, '.hy-matter', '办理经过'));
      await context.close();
    }
  } finally {
    await browser.close();
    await estate.close();
  }
  const row = (what: string, took: readonly number[]) => [
    what,
    Math.round(quantile(took, 0.5)),
    Math.round(quantile(took, 1)),
  ];
  console.log(
    table([
      ['毫秒', 'p50', '最长'],
      row('首次内容出现', painted),
      row('首页可用', usable),
      row('打开一件（第一次）', first),
      row('打开一件（看过的）', again),
    ]),
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
