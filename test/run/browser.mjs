// Finds Chromium and a Chinese font for the browser tests, and installs Debian's packages where it may.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts', `${process.env.HOME ?? ''}/.fonts`];
const CHINESE_FONT =
  /(CJK|Han[SA]|wqy|WenQuanYi|SourceHan|NotoSans(SC|TC)|PingFang|simsun|msyh|uming|ukai|Droid.*Fallback)/i;
const INSTALL = [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
];

/** @returns {string | undefined} path of a browser that exists */
export function findChromium(env = process.env, places = PLACES) {
  return [env.CHROMIUM_PATH, ...places].find((place) => place && fs.existsSync(place));
}

/** @returns {boolean} */
export function hasChineseFont(folders = FONT_FOLDERS) {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return folders
    .filter((folder) => fs.existsSync(folder))
    .some((folder) =>
      fs.readdirSync(folder, { recursive: true }).some((file) => CHINESE_FONT.test(path.basename(file))),
    );
}

/**
 * @param {(line: string) => void} log
 * @returns {boolean} whether the browser tests can run; what is missing has been logged
 */
export function prepareBrowser(log) {
  if (missing().length > 0 && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    for (const [command, ...args] of INSTALL) {
      log(`$ ${command} ${args.join(' ')}`);
      const { status, stdout, stderr } = spawnSync(command, args, {
        encoding: 'utf8',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      if (status !== 0) log(`${stdout}\n${stderr}`);
    }
  }
  for (const what of missing()) log(`缺少${what}`);
  if (missing().length === 0) return true;
  log(`请先安装：${INSTALL.map((command) => `sudo ${command.join(' ')}`).join(' && ')}`);
  log('或用环境变量 CHROMIUM_PATH 指出已有的 Chromium。');
  return false;
}

function missing() {
  return [findChromium() ? [] : ' Chromium', hasChineseFont() ? [] : '中文字体'].flat();
}
