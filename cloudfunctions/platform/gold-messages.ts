/** The gold messages that nothing is ever trained with, as a file beside the bundle (config/build-functions.mjs puts it there). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GoldMessage } from '../../domain/classify/evaluation';

let read: readonly GoldMessage[] | null = null;

export const goldMessages = (): readonly GoldMessage[] => {
  read ??= readFileSync(path.join(__dirname, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldMessage);
  return read;
};
