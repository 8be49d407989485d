// Pictures of every page with the demo's people: `npm run pictures -- FOLDER [part of the name]`. For people to look at; proves nothing.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PHONE } from '../support/browser';
import { type Look, Tour } from './tour';

const folder = resolve(process.argv[2] ?? 'pictures');
const only = process.argv[3] ?? '';
const LOOKS: readonly Look[] = [
  { size: 'phone', large: false },
  { size: 'phone', large: true },
  { size: 'pc', large: false },
];

async function run(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const tour = await Tour.begin();
  try {
    for (const look of LOOKS) {
      const { size, large } = look;
      const nameOf = (name: string) => `${name}-${size}${large ? '-large' : ''}`;
      const chosen = tour.sights.filter(({ name }) => nameOf(name).includes(only));
      await tour.walk(chosen, look, async ({ name }, page) => {
        const file = nameOf(name);
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
      });
    }
  } finally {
    await tour.end();
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
