// A copy of the built package with something broken in it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WEAPP_DIR } from './weapp-dir';

/** What becomes of a file: its text from the text before (empty when it wasn't there), null to take it away. */
export type Change = (before: string) => string | null;

export interface Seeded {
  folder: string;
  remove(): void;
}

/** @throws when a change changes nothing: then it no longer proves anything */
export function seeded(changes: Record<string, Change>): Seeded {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-seeded-'));
  fs.cpSync(WEAPP_DIR, folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const place = path.join(folder, file);
    const before = fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : '';
    const after = change(before);
    if (after === before) throw new Error(`${file}：这处改动什么也没有改`);
    if (after === null) fs.rmSync(place);
    else {
      fs.mkdirSync(path.dirname(place), { recursive: true });
      fs.writeFileSync(place, after);
    }
  }
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

export const before =
  (line: string): Change =>
  (text) =>
    `${line}\n${text}`;

export const replaced =
  (pattern: string | RegExp, by: string): Change =>
  (text) =>
    text.replace(pattern, by);

export const gone: Change = () => null;

/** Changes a JSON file. */
export const json =
  (change: (value: Record<string, unknown>) => object): Change =>
  (text) =>
    JSON.stringify(change(JSON.parse(text)));
