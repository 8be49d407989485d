// `npm run screenshots`: each page of the seeded demo as a picture in docs/screens – on a phone, with large type, on a PC.
// Needs `npm run build:functions` and `npm run build:h5`.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/files';
import { type Look, type Sight, Tour } from './tour';

const FOLDER = join(repository, 'docs/screens');
const LARGEST_BYTES = 120_000;
const LARGEST_FOLDER_BYTES = 5_000_000;
const LOOKS: readonly (Look & { suffix: string })[] = [
  { size: 'phone', large: false, suffix: 'phone', scale: 1 },
  { size: 'phone', large: true, suffix: 'large', scale: 1 },
  { size: 'pc', large: false, suffix: 'pc', viewport: { width: 1440, height: 900 } },
];
/** Of several sights of one page the first of these; the others are for looking at while one builds. */
const OF_PAGE: Readonly<Record<string, RegExp>> = {
  file: /^file-written$/,
  complaint: /^complaint-\d/,
  case: /^case-handling$/,
  intake: /^intake-written$/,
  visit: /^visit-answered$/,
};

/** One sight of each page of the product. */
const chosenOf = (sights: readonly Sight[]): { page: string; sight: Sight }[] => {
  const chosen = new Map<string, Sight>();
  for (const sight of sights) {
    const page = sight.name.split('-')[0] ?? sight.name;
    const wanted = OF_PAGE[page];
    if (!chosen.has(page) && (wanted === undefined || wanted.test(sight.name))) chosen.set(page, sight);
  }
  return [...chosen].map(([page, sight]) => ({ page, sight }));
};

async function run(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const tour = await Tour.begin();
  try {
    const chosen = chosenOf(tour.sights);
    for (const { suffix, ...look } of LOOKS) {
      const sights = chosen.map(({ page, sight }) => ({ ...sight, name: page }));
      await tour.walk(sights, look, async ({ name }, page) => {
        await page.screenshot({ path: join(FOLDER, `${name}-${suffix}.png`) });
        console.log(`${name}-${suffix}`);
      });
    }
  } finally {
    await tour.end();
  }
  const sizes = readdirSync(FOLDER).map((file) => ({ file, bytes: statSync(join(FOLDER, file)).size }));
  const tooLarge = sizes.filter(({ bytes }) => bytes > LARGEST_BYTES).map(({ file, bytes }) => `${file}：${bytes}`);
  const together = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${sizes.length} 张，${Math.round(together / 1000)} KB`);
  if (tooLarge.length > 0 || together > LARGEST_FOLDER_BYTES) throw new Error(`图片太大：${tooLarge.join('，')}`);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
