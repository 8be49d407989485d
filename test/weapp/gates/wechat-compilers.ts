// WeChat's own compilers of templates and styles (wcc, wcsc) over the whole package. Binaries of miniprogram-compiler,
// years old and stricter than today's: what passes them, passes.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repository } from '../../support/files';
import type { Package } from '../mini-package';
import type { GateProblem } from './problem';

const BINARIES = path.join(repository, 'node_modules/miniprogram-compiler/bin/linux');
const LOCAL_PATH = /[\w./-]*do-not-use-local-path[\w./-]*/;

/** Why they can't run here; undefined where they can. */
export function whyNoCompilers(platform = process.platform, architecture = process.arch): string | undefined {
  if (platform === 'linux' && architecture === 'x64') return undefined;
  return `wcc、wcsc 只有 Linux x64 的可用，这台机器是 ${platform} ${architecture}`;
}

/** @throws where the compilers can't run */
export function wcc(pack: Package): GateProblem[] {
  const files = pack.files.filter((file) => /\.(?:wxml|wxs)$/.test(file));
  const { code, words } = run('wcc', ['-d', '-o', os.devNull, ...files], pack.folder);
  return code === 0 ? [] : problemsIn(words, `wcc 退出码 ${code}`);
}

/** @throws where the compilers can't run */
export function wcsc(pack: Package): GateProblem[] {
  const files = pack.files.filter((file) => file.endsWith('.wxss'));
  const { code, words, output } = run('wcsc', ['-js', '-pc', String(files.length), ...files], pack.folder);
  if (code !== 0) return problemsIn(words, `wcsc 退出码 ${code}`);
  const local = LOCAL_PATH.exec(output);
  return local ? [{ file: 'wxss', where: local[0], what: '样式里用了本地图片' }] : [];
}

function run(name: string, args: string[], cwd: string): { code: number; words: string; output: string } {
  const why = whyNoCompilers();
  if (why !== undefined) throw new Error(why);
  const binary = path.join(BINARIES, name);
  // They arrive without the right to run.
  if ((fs.statSync(binary).mode & 0o111) === 0) fs.chmodSync(binary, 0o755);
  const { status, stdout, stderr, error } = spawnSync(binary, args, { cwd, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (error) throw error;
  return { code: status ?? 1, words: `${stderr}\n${stdout}`, output: stdout };
}

/** `./pages/a.wxml:1:14: expect …` and `ERR: ./app.wxss(1:1): unexpected …` */
function problemsIn(words: string, otherwise: string): GateProblem[] {
  const found = [...words.matchAll(/^(?:ERR: )?(?:\.\/)?(\S+?\.(?:wxml|wxs|wxss))[:(](\d+:\d+)\)?:\s*(.*)$/gm)].map(
    ([, file = '', where = '', what = '']) => ({ file, where, what }),
  );
  return found.length > 0
    ? found
    : [{ file: '（整包）', where: '', what: `${otherwise}\n${words.trim().slice(0, 2000)}` }];
}
