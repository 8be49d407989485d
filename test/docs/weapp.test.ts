import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GATES, LINUX_GATES } from '../weapp/gates/all-gates';
import { STATED_BASE_LIBRARY } from '../weapp/gates/base-library';
import { LIMITS_KB } from '../weapp/gates/size';

const text = readFileSync(join(__dirname, '../../docs/WEAPP.md'), 'utf8');

test('WEAPP.md lists every gate, and no other', () => {
  const listed = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  // `wx` is a part of the runtime.
  expect(listed.filter((name) => name !== 'wx').sort()).toEqual(
    [...Object.keys(GATES), ...Object.keys(LINUX_GATES)].sort(),
  );
});

test('the lowest base library and the limits that it names are those that are held', () => {
  expect(text).toContain(`**${STATED_BASE_LIBRARY}**，写在`);
  expect(text).toContain(`__usePrivacyCheck__\` 从 ${STATED_BASE_LIBRARY} 起`);
  expect(text).toContain(`主包 ≤ ${LIMITS_KB.mainBudget} KB（自定）`);
  expect(text).toContain(`每个分包 ≤ ${LIMITS_KB.eachPackage / 1024} MB，整包 ≤ ${LIMITS_KB.whole / 1024} MB`);
});
