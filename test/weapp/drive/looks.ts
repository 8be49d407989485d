// What stands on a page, for people who look for the reason of a failure.
import type { default as AutomatorElement } from 'miniprogram-automator/out/Element';
import type { default as AutomatedProgram } from 'miniprogram-automator/out/MiniProgram';

const MOST_LINES = 120;

/** The pages that are open, and on the one on top: what can be pressed and written into, and its words. */
export async function looksOf(program: AutomatedProgram): Promise<string> {
  const stack = await program.pageStack();
  const page = stack.at(-1);
  if (page === undefined) return '没有打开的页面';
  const labels = async (selector: string) => {
    const elements: AutomatorElement[] = await page.$$(selector);
    return Promise.all(
      elements.map(async (element) => {
        const label = await element.attribute('aria-label');
        const off = /is-disabled/.test(await element.attribute('class')) ? '（不可按）' : '';
        return `${label || (await element.text()).replace(/\n/g, ' ')}${off}`;
      }),
    );
  };
  const bodies: AutomatorElement[] = await page.$$('.hy-page');
  const words = (await Promise.all(bodies.map((body) => body.text()))).join('\n').split('\n');
  return [
    `页面 ${stack.map(({ path, query }) => `${path} ${JSON.stringify(query)}`).join(' → ')}`,
    `可按：${(await labels('.hy-pressable')).join('｜')}`,
    `可写：${(await labels('input, textarea')).join('｜')}`,
    ...words.slice(0, MOST_LINES).map((line) => `  ${line}`),
  ].join('\n');
}
