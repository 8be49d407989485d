/** The resident's pages and the components: nothing that axe-core objects to, and nothing too small for a thumb. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repository } from '../support/files';
import { LEAST_TARGET, smallTargets } from '../support/thumb-targets';
import { type Look, pageOf, type Sight, Tour } from './tour';

const AXE = readFileSync(join(repository, 'node_modules/axe-core/axe.min.js'), 'utf8');
const LONG_MS = 1_800_000;

interface Violation {
  id: string;
  help: string;
  nodes: readonly { target: readonly string[]; html: string }[];
}

let tour: Tour;
beforeAll(async () => {
  tour = await Tour.begin();
}, LONG_MS);
afterAll(() => tour?.end(), 60_000);

test('the walk goes to every page that there is', async () => {
  process.env.TARO_ENV = 'h5';
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
  const { default: config } = await import('../../src/app.config');
  const pages = [
    ...(config.pages ?? []),
    ...(config.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
  expect(pages.length).toBeGreaterThan(20);
  expect([...new Set(tour.sights.map(pageOf))].sort()).toEqual([...pages].sort());
});

/** What axe-core objects to; each with the first places. */
async function objections(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate<Violation[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, html }) => ({ target, html: html.slice(0, 160) })) })))",
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}（${help}，${nodes.length} 处）：${nodes
        .slice(0, 3)
        .map(({ target, html }) => `${target.join(' ')} ${html}`)
        .join(' ｜ ')}`,
  );
}

async function problemsOf(sights: readonly Sight[], look: Look): Promise<string[]> {
  const problems: string[] = [];
  let seen = 0;
  await tour.walk(sights, look, async ({ name }, page) => {
    seen += 1;
    const found = await objections(page);
    // A mouse hits what a thumb doesn't.
    if (look.size === 'phone') {
      const small = await page.evaluate<string[]>(smallTargets(look.large ? LEAST_TARGET.large : LEAST_TARGET.normal));
      if (small.length > 0) found.push(`太小：${[...new Set(small)].join('，')}`);
    }
    problems.push(...found.map((problem) => `${name}：${problem}`));
  });
  expect(seen).toBeGreaterThan(0);
  return problems;
}

const LOOKS: readonly [string, Look][] = [
  ['on a phone', { size: 'phone', large: false }],
  ['on a phone in large type', { size: 'phone', large: true }],
];
const isStaffs = (sight: Sight): boolean => pageOf(sight).startsWith('staff/');

test.each(LOOKS)(
  'the resident’s pages and the components %s',
  async (_name, look) => {
    const problems = await problemsOf(
      tour.sights.filter((sight) => !isStaffs(sight)),
      look,
    );
    expect(problems).toEqual([]);
  },
  LONG_MS,
);
