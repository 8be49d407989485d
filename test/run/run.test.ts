import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium, hasChineseFont } from './browser.mjs';
import { findDevTools } from './devtools.mjs';
import { jestCounts } from './jest-counts.mjs';
import { schedule } from './scheduler.mjs';
import { chooseSteps } from './steps.mjs';

describe('which steps run', () => {
  const names = (args: string[]) => chooseSteps(args).map(({ name }) => name);

  test('all, without options', () => {
    expect(names([])).toEqual(expect.arrayContaining(['types', 'unit', 'localcloud', 'weapp', 'h5']));
  });

  test('the quick half builds nothing and needs no browser', () => {
    expect(names(['--fast'])).toEqual(['types', 'lint', 'imports', 'unit', 'rules', 'docs']);
  });

  test('chosen ones bring what they need', () => {
    expect(names(['--only', 'h5'])).toEqual(['build-functions', 'build-h5', 'browser', 'h5']);
    expect(names(['--only=unit,types'])).toEqual(['types', 'unit']);
    expect(names(['--only', 'weapp'])).toEqual(['build-functions', 'build-weapp', 'weapp']);
  });

  test('DevTools only when asked for', () => {
    expect(names([])).not.toContain('devtools');
    expect(names(['--fast'])).not.toContain('devtools');
    expect(names(['--only', 'devtools'])).toEqual(['build-functions', 'build-weapp', 'devtools']);
  });

  test.each([[['--only', 'unti']], [['--only']], [['--quick']]])(
    'a slip of the pen is not “nothing to do”: %j',
    (args) => {
      expect(() => names(args)).toThrow();
    },
  );
});

describe('counting', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };

  test('tests count one by one, a file that does not load counts as a failure', () => {
    expect(jestCounts(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(jestCounts({ ...report, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }, 1)).toMatchObject({
      passed: 3,
      failed: 3,
    });
  });

  test('what was skipped is said by name', () => {
    const left = ['wcc（只有 Linux x64）', 'wcsc', 'a', 'b'].map((fullName) => ({ status: 'pending', fullName }));
    const testResults = [{ assertionResults: [{ status: 'passed', fullName: 'c' }, ...left] }];
    expect(jestCounts({ ...report, numPendingTests: 4, testResults }, 0)).toEqual({
      passed: 3,
      failed: 0,
      skipped: 4,
      note: '跳过：wcc（只有 Linux x64）；wcsc；a；另 1 项',
    });
  });

  test('what cannot be counted has failed', () => {
    expect(jestCounts(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(jestCounts({ ...report, numPassedTests: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(jestCounts({ ...report, numPassedTests: 0, numPendingTests: 4 }, 0)).toMatchObject({
      failed: 1,
      skipped: 4,
    });
    expect(jestCounts(report, 1)).toMatchObject({ passed: 3, failed: 1 });
  });
});

describe('running beside each other', () => {
  type Step = { name: string; needs?: string[]; alone?: boolean };

  async function record(steps: Step[], failing: string[] = []) {
    const log: string[] = [];
    const now = new Set<string>();
    let most = 0;
    const results = await schedule(steps, {
      slots: 2,
      run: async ({ name }) => {
        now.add(name);
        most = Math.max(most, now.size);
        log.push([...now].join('+'));
        await new Promise((resolve) => setTimeout(resolve, 2));
        now.delete(name);
        return { name, failed: failing.includes(name) ? 1 : 0 };
      },
      refuse: ({ name }) => ({ name, failed: 1 }),
      done: () => undefined,
    });
    return { log, most, results };
  }

  test('no more than there are slots, results in the given order', async () => {
    const { most, results } = await record([{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }]);
    expect(most).toBe(2);
    expect(results.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a step waits for what it needs, and is refused when that failed', async () => {
    const steps = [{ name: 'build' }, { name: 'test', needs: ['build'] }];
    expect((await record(steps)).log).toEqual(['build', 'test']);
    const { log, results } = await record(steps, ['build']);
    expect(log).toEqual(['build']);
    expect(results).toEqual([
      { name: 'build', failed: 1 },
      { name: 'test', failed: 1 },
    ]);
  });

  test('a step that wants to be alone is', async () => {
    const { log } = await record([{ name: 'a' }, { name: 'quiet', alone: true }, { name: 'b' }, { name: 'c' }]);
    expect(log.filter((line) => line.includes('quiet'))).toEqual(['quiet']);
  });
});

describe('the browser', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'browser-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('CHROMIUM_PATH goes first, and only when it exists', () => {
    const own = path.join(folder, 'chromium');
    fs.writeFileSync(own, '');
    expect(findChromium({ CHROMIUM_PATH: own }, ['/bin/sh'])).toBe(own);
    expect(findChromium({ CHROMIUM_PATH: '/nowhere' }, ['/bin/sh'])).toBe('/bin/sh');
    expect(findChromium({}, ['/nowhere'])).toBeUndefined();
  });

  test('a Latin font does not draw Chinese', () => {
    if (process.platform !== 'linux') return;
    fs.mkdirSync(path.join(folder, 'fonts/truetype'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'fonts/truetype/DejaVuSans.ttf'), '');
    expect(hasChineseFont([path.join(folder, 'fonts')])).toBe(false);
    fs.writeFileSync(path.join(folder, 'fonts/NotoSansCJK-Regular.ttc'), '');
    expect(hasChineseFont([path.join(folder, 'fonts')])).toBe(true);
  });
});

describe('WeChat DevTools', () => {
  const nowhere = { env: {}, exists: () => false };

  test('on Linux there are none, and one sentence says so', () => {
    expect(findDevTools({ platform: 'linux', ...nowhere })).toEqual({
      missing: expect.stringMatching(/^缺少微信开发者工具：它只有 macOS 和 Windows 版，[^。]*。$/),
    });
  });

  test('where they aren’t installed it says what to do', () => {
    expect(findDevTools({ platform: 'darwin', ...nowhere })).toEqual({
      missing: expect.stringMatching(/^缺少微信开发者工具：请先安装并登录，[^。]*DEVTOOLS_CLI[^。]*。$/),
    });
  });

  test('DEVTOOLS_CLI goes first, and only when it exists', () => {
    const mac = '/Applications/wechatwebdevtools.app/Contents/MacOS/cli';
    const env = { DEVTOOLS_CLI: '/opt/cli' };
    expect(findDevTools({ platform: 'darwin', env, exists: () => true })).toEqual({ cli: '/opt/cli' });
    expect(findDevTools({ platform: 'darwin', env, exists: (place: string) => place === mac })).toEqual({ cli: mac });
  });

  test('npm run test:devtools ends with that sentence and exit code 1', () => {
    const place = path.resolve(__dirname, '../devtools.mjs');
    if ('cli' in findDevTools()) return;
    const { status, stderr, stdout } = spawnSync(process.execPath, [place], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trim()).toMatch(/^缺少微信开发者工具：[^\n]*。$/);
  });
});
