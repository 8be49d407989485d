import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../../config/installed.mjs';
import { findChromium, prepareBrowser } from './browser.mjs';
import { findDevTools } from './devtools.mjs';
import { jestCounts } from './jest-counts.mjs';
import { schedule } from './scheduler.mjs';
import { chooseSteps } from './steps.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const reports = path.join(root, '.cache/test');
const LONGEST_STEP_MS = 25 * 60_000;
/** DevTools starts anew for every person. */
const LONGEST_DEVTOOLS_MS = 60 * 60_000;
const SLOTS = Math.min(2, os.availableParallelism());

/** @typedef {{ passed: number; failed: number; skipped?: number; output: string; note?: string }} Result */

/** @param {string[]} args */
export async function main(args) {
  const results = await runAll(args);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') === 0 ? 0 : 1);
}

async function runAll(args) {
  let steps;
  try {
    steps = chooseSteps(args);
  } catch (error) {
    console.error(error.message);
    return [{ passed: 0, failed: 1, output: '' }];
  }
  if (!ensureInstalled(root).ok) {
    console.error('依赖没有装上：见上面 npm 的输出。');
    return [{ passed: 0, failed: 1, output: '' }];
  }
  fs.mkdirSync(reports, { recursive: true });
  const startedAt = new Map();
  return schedule(steps, {
    slots: SLOTS,
    run: (step) => {
      startedAt.set(step.name, Date.now());
      return runStep(step);
    },
    refuse: (_step, missing) => ({ passed: 0, failed: 1, output: '', note: `先要通过：${missing.join('、')}` }),
    done: (step, result) => report(step, result, Date.now() - (startedAt.get(step.name) ?? Date.now())),
  });
}

/** @returns {Promise<Result>} */
async function runStep(step) {
  if (step.prepare === 'browser') {
    const lines = [];
    const ready = prepareBrowser((line) => lines.push(line));
    return { passed: ready ? 1 : 0, failed: ready ? 0 : 1, output: lines.join('\n') };
  }
  if (step.command) {
    const { code, output } = await node(step.command);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  }
  const devtools = step.devtools ? findDevTools() : undefined;
  if (devtools && 'missing' in devtools) return { passed: 0, failed: 1, output: devtools.missing };
  const outputFile = path.join(reports, `${step.name}.json`);
  fs.rmSync(outputFile, { force: true });
  const options = devtools && { env: { DEVTOOLS: '1', DEVTOOLS_CLI: devtools.cli }, longestMs: LONGEST_DEVTOOLS_MS };
  const jest = [
    'node_modules/jest/bin/jest.js',
    '--config=test/jest.config.cjs',
    `--selectProjects=${step.jest}`,
    '--ci',
    '--json',
    `--outputFile=${outputFile}`,
    // There is one DevTools, and what measures time has both slots.
    `--maxWorkers=${step.devtools ? 1 : step.alone ? SLOTS : Math.max(1, Math.floor(os.availableParallelism() / SLOTS))}`,
    ...(step.files ? ['--runTestsByPath', ...step.files] : []),
  ];
  const { code, output } = await node(jest, options);
  const written = fs.existsSync(outputFile) ? JSON.parse(fs.readFileSync(outputFile, 'utf8')) : undefined;
  return { ...jestCounts(written, code), output };
}

/** @returns {Promise<{ code: number; output: string }>} standard error, and standard output unless it is Jest's JSON */
function node(args, { env = {}, longestMs = LONGEST_STEP_MS } = {}) {
  const jest = args.includes('--json');
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', jest ? 'ignore' : 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: { ...process.env, TZ: 'UTC', CI: '1', FORCE_COLOR: '0', CHROMIUM_PATH: findChromium() ?? '', ...env },
  });
  let output = '';
  const collect = (chunk) => {
    output += chunk;
  };
  child.stdout?.on('data', collect);
  child.stderr.on('data', collect);
  const stop = () => {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  };
  const tooLong = setTimeout(() => {
    output += `\n超过 ${longestMs / 60_000} 分钟，已停止`;
    stop();
  }, longestMs);
  const interrupted = () => {
    stop();
    process.exit(130);
  };
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', interrupted);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(tooLong);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      resolve({ code: code ?? 1, output });
    });
  });
}

function report({ name, title }, { passed, failed, skipped = 0, note, output }, tookMs) {
  const counts = [`${passed} 通过`, failed > 0 && `${failed} 失败`, skipped > 0 && `${skipped} 跳过`].filter(Boolean);
  const line = `${failed === 0 ? '✔' : '✘'} ${name} ${title}  ${counts.join('，')}  ${(tookMs / 1000).toFixed(1)} 秒`;
  console.log(note ? `${line}  ${note}` : line);
  if (failed > 0 && output.trim()) console.log(`${output.trim().replace(/^/gm, '    ')}\n`);
}
