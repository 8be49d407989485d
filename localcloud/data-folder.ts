import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says that a folder is ours, so that only such a folder is ever emptied. start.mjs knows the name too. */
const MARKER = 'huiyin-local-cloud.json';
/** Written when the demo's people and complaints are complete; without it a seed was cut short and starts over. */
const SEEDED = 'seeded.json';

export class ForeignFolder extends Error {
  constructor(dataDir: string) {
    super(`${dataDir} 里有别的文件，不是回音的数据文件夹；请换一个 DATA_DIR`);
  }
}

/**
 * Makes the folder ready.
 * @returns `cutShort` when an earlier seed did not end.
 * @throws ForeignFolder when it holds something that is not ours.
 */
export function prepareDataFolder(dataDir: string): 'empty' | 'cutShort' | 'seeded' {
  mkdirSync(dataDir, { recursive: true });
  const there = readdirSync(dataDir);
  if (there.length > 0 && !there.includes(MARKER)) throw new ForeignFolder(dataDir);
  writeFileSync(
    join(dataDir, MARKER),
    `${JSON.stringify({ what: '回音本地云的数据；可以整个删除，下次启动会重新生成' })}\n`,
  );
  if (existsSync(join(dataDir, SEEDED))) return 'seeded';
  return there.includes('cloud.db') ? 'cutShort' : 'empty';
}

/** Removes what a seed that was cut short has left. Nobody else may have the folder open. */
export function emptyDataFolder(dataDir: string): void {
  for (const name of readdirSync(dataDir))
    if (name !== MARKER) rmSync(join(dataDir, name), { recursive: true, force: true });
}

export const markSeeded = (dataDir: string, at: number): void =>
  writeFileSync(join(dataDir, SEEDED), `${JSON.stringify({ seededAt: new Date(at).toISOString() })}\n`);
