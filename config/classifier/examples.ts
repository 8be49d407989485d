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

export interface ReadExamples {
  examples: Example[];
  /** Rows that can't be read, with file and line, as they are told on stderr; whoever meets one ends with 1. */
  bad: string[];
}

/**
 * The project's own messages count half beside texts that people really sent: they are written to say things in many
 * ways, not as often as people say them.
 */
export const OWN_WEIGHT = 0.5;

/** Error when the file can't be read at all. @param weight how much its rows count in training */
export const readExamples = (file: string, weight = 1): ReadExamples => {
  const { rows, bad } = readLines(fs.readFileSync(file, 'utf8'), Labelled);
  return {
    examples: rows.map((row) => ({ ...exampleOf(row), weight })),
    bad: bad.map(({ line, why }) => `${file} 第 ${line} 行：${why}`),
  };
};

/** The project's own messages, of which every row has to be right. */
export const examplesFrom = (file: string): Example[] => {
  const { examples, bad } = readExamples(file);
  if (bad.length > 0) throw new Error(bad.join('\n'));
  return examples;
};
