import fs from 'node:fs';
import path from 'node:path';

/** @returns paths relative to the folder, with `/`, sorted; empty when the folder is not there */
export function filesUnder(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

export const repository = path.resolve(__dirname, '../..');

/** @returns parsed JSON of a file; the caller says what it expects to find */
export function readJson<T>(file: string): T {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
