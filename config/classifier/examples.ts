/** Labelled rows with what the model sees of them. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { featuresOf } from '../../domain/classify/features';
import { partsOf } from '../../domain/classify/parts';
import type { Example } from './fit';
import { Labelled, readLines } from './rows';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** The project's own messages: to train with, and the gold ones that nothing is ever trained with. */
export const OWN_MESSAGES = path.join(folder, 'messages', 'training.jsonl');
export const GOLD_MESSAGES = path.join(folder, 'messages', 'gold.jsonl');

export const exampleOf = (row: Labelled): Example => {
  // A row with nothing but a category is a letter's title (the only thing that was labelled of it).
  const titleAlone = row.kind === undefined && (row.title ?? '') === '';
  const { title, body } = partsOf(row.text, titleAlone ? row.text : (row.title ?? ''));
  return { row, features: featuresOf(title, body) };
};

/** Throws with file and line when a row can't be read: training on half of what was meant would go unnoticed. */
export const examplesFrom = (file: string): Example[] => {
  const { rows, bad } = readLines(fs.readFileSync(file, 'utf8'), Labelled);
  const [first] = bad;
  if (first !== undefined) throw new Error(`${file} 第 ${first.line} 行：${first.why}`);
  return rows.map(exampleOf);
};
