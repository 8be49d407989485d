// What `npm start` runs. Plain JavaScript without dependencies: it may be the first thing that runs after a clone.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MARKER = 'huiyin-local-cloud.json';

/** What is built, from what, and by which script; built again when any source has changed. */
const BUILDS = [
  {
    name: 'functions',
    says: '构建云函数……',
    script: 'build:functions',
    output: 'dist/cloudfunctions',
    sources: ['cloudfunctions', 'domain', 'types', 'config/build-functions.mjs', 'package-lock.json'],
  },
  {
    name: 'h5',
    says: '构建网页（第一次需要一两分钟）……',
    script: 'build:h5',
    output: 'dist/h5/index.html',
    sources: ['src', 'domain', 'types', 'config', 'babel.config.js', 'package-lock.json'],
  },
];

function quit(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function filesUnder(place) {
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(path.join(place, entry.name)) : [path.join(place, entry.name)],
    )
    .filter((file) => !/\.test\.tsx?$/.test(file));
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesUnder(path.join(root, source))).sort()) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function buildWhatChanged() {
  const stamps = path.join(root, 'dist/.stamps');
  fs.mkdirSync(stamps, { recursive: true });
  for (const { name, says, script, output, sources } of BUILDS) {
    const stamp = path.join(stamps, name);
    const hash = hashOf(sources);
    const built = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : '';
    if (built === hash && fs.existsSync(path.join(root, output))) continue;
    console.log(says);
    fs.rmSync(stamp, { force: true });
    // A bundler says much that only matters when it fails.
    const { status, signal, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    });
    if (signal) process.exit(130);
    if (status !== 0) quit(`${stdout}\n${stderr}\n${script} 没有成功，原因见上面的输出。`);
    fs.writeFileSync(stamp, hash);
  }
}

/** @returns {Promise<boolean>} whether something listens there already */
function isTaken(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Removes the data folder, but only one that the local cloud has made. */
function removeData() {
  const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data');
  if (!fs.existsSync(dataDir)) return;
  if (!fs.existsSync(path.join(dataDir, MARKER)))
    quit(`${dataDir} 不是回音的数据文件夹（里面没有 ${MARKER}），没有删除。`);
  fs.rmSync(dataDir, { recursive: true, force: true });
  console.log(`已清空 ${dataDir}`);
}

function run() {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'localcloud/main.ts')], {
    cwd: root,
    // The channel tells the child when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // A terminal sends Ctrl-C to the child as well; other signals are passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) quit(`需要 Node.js 20.19 或更新，现在是 ${process.version}。请到 https://nodejs.org 安装后再试。`);
const { ensureInstalled } = await import('../config/installed.mjs');
if (!ensureInstalled(root).ok) quit('依赖没有装好（npm ci 失败），原因见上面的输出。');
const unknown = process.argv.slice(2).filter((option) => option !== '--fresh');
if (unknown.length > 0) quit(`不认识的选项：${unknown.join(' ')}。可用：--fresh（清空演示数据，重新开始）`);
if (process.argv.includes('--fresh')) {
  const port = Number(process.env.PORT ?? 8080);
  // Most likely the same demo, still running: its data must not vanish under it.
  if (await isTaken(port)) quit(`端口 ${port} 上有程序在运行，没有清空数据。请先结束它，再用 --fresh 启动。`);
  removeData();
}
buildWhatChanged();
run();
