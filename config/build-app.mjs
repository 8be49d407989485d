// Builds the mini program or the web page: `node config/build-app.mjs weapp|h5 [--watch]`.
// Taro's CLI exits 0 on a wrong config and can emit files that do not parse, so what was emitted is looked at here.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const mustExist = { weapp: ['app.js', 'app.json', 'base.wxml'], h5: ['index.html'] };

const [target, ...flags] = process.argv.slice(2);
if (!(target in mustExist)) {
  console.error('用法：node config/build-app.mjs weapp|h5 [--watch]');
  process.exit(2);
}
const watch = flags.includes('--watch');
const output = path.join(root, 'dist', target);

if (!watch) fs.rmSync(output, { recursive: true, force: true });
const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
const args = [cli, 'build', '--type', target, '--disable-global-config', ...flags];
const child = spawn(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_ENV: watch ? 'development' : 'production',
    TARO_ENV: target,
    BROWSERSLIST_IGNORE_OLD_DATA: '1',
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (watch || code !== 0 || signal) process.exit(code ?? 1);
  const problems = inspect();
  if (problems.length > 0) {
    console.error(`构建产物有问题（dist/${target}）：\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    process.exit(1);
  }
  console.log(`dist/${target} ${Math.round(bytesUnder(output) / 1024)} KB`);
});

/** @returns {string[]} what is missing or does not parse, one line each */
function inspect() {
  const missing = mustExist[target].filter((file) => !fs.existsSync(path.join(output, file)));
  const broken = filesUnder(output)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      try {
        new vm.Script(fs.readFileSync(file, 'utf8'), { filename: file });
        return [];
      } catch (error) {
        return [`${path.relative(output, file)} 语法错误：${error.message}`];
      }
    });
  return [...missing.map((file) => `缺少 ${file}`), ...broken];
}

function filesUnder(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

function bytesUnder(folder) {
  return filesUnder(folder).reduce((sum, file) => sum + fs.statSync(file).size, 0);
}
