// How large what is delivered is, as far as it has been built.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const filesUnder = (folder: string): string[] =>
  fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));

const kb = (bytes: number): number => Math.round(bytes / 1024);
const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + fs.statSync(file).size, 0);

/** Rows of a table: what, KB, remark. */
export function buildSizes(dist: string): (string | number)[][] {
  const rows: (string | number)[][] = [];
  const weapp = path.join(dist, 'weapp');
  if (fs.existsSync(weapp)) {
    const files = filesUnder(weapp).filter((file) => !/LICENSE|\.map$|project\./.test(file));
    const main = files.filter((file) => !path.relative(weapp, file).startsWith(`staff${path.sep}`));
    rows.push(['小程序主包', kb(sizeOf(main)), '上限 2048'], ['小程序全部', kb(sizeOf(files)), '上限 20480']);
  }
  const page = path.join(dist, 'h5/index.html');
  if (fs.existsSync(page)) {
    const html = fs.readFileSync(page, 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/?([^":]+\.(?:js|css))"/g)].flatMap((found) => found[1] ?? []);
    const there = named.map((name) => path.join(dist, 'h5', name)).filter((file) => fs.existsSync(file));
    const gz = [page, ...there].reduce((sum, file) => sum + gzipSync(fs.readFileSync(file)).length, 0);
    rows.push(['网页首屏（gzip）', kb(gz), `${there.length} 个脚本和样式`]);
  }
  const functions = path.join(dist, 'cloudfunctions');
  if (fs.existsSync(functions))
    for (const name of fs.readdirSync(functions).sort()) {
      const bundle = path.join(functions, name, 'index.js');
      if (fs.existsSync(bundle)) rows.push([`云函数 ${name}`, kb(sizeOf([bundle])), '']);
    }
  return rows;
}
