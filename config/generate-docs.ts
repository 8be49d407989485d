/**
 * `npm run docs`: writes the documents that are read off the tables – the state diagram with the commands, the notification
 * matrix, the glossary. A test fails when one of them is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED } from './generated-docs';

const root = join(import.meta.dirname, '..');

for (const { file, content } of GENERATED) {
  const path = join(root, file);
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // written for the first time
  }
  if (before !== content) {
    writeFileSync(path, content);
    console.info(`已更新 ${file}`);
  }
}
