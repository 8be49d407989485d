// `npm run alike:rarity -- --data FILE…`: counts how rare each hashed gram is, from the project's own messages and the files
// (JSON lines with `text`, and `title` if there is one), and writes domain/classify/rarity.json. The same messages give the
// same bytes. Of the files nothing but these counts is kept.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bucketsIn } from '../../domain/classify/hashed-grams';
import { RARITY_BITS, rarityTable } from '../../domain/classify/rarity';
import { GOLD_MESSAGES, OWN_MESSAGES } from './examples';
import { Labelled, readLines } from './rows';

const TABLE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../domain/classify/rarity.json');
/** A letter counts as so many messages as it is long, or else every word would be common. */
const PIECE = 60;

const { values } = parseArgs({ options: { data: { type: 'string', multiple: true, default: [] } } });

const pieces = [OWN_MESSAGES, GOLD_MESSAGES, ...(values.data ?? [])].flatMap((file) => {
  const { rows, bad } = readLines(fs.readFileSync(file, 'utf8'), Labelled);
  const [first] = bad;
  if (first !== undefined) throw new Error(`${file} 第 ${first.line} 行：${first.why}`);
  return rows.flatMap(({ text }) =>
    Array.from({ length: Math.ceil(text.length / PIECE) }, (_, i) => text.slice(i * PIECE, (i + 1) * PIECE)),
  );
});

const seen = new Array<number>(2 ** RARITY_BITS).fill(0);
for (const piece of pieces) for (const bucket of bucketsIn(piece)) seen[bucket] = (seen[bucket] ?? 0) + 1;
fs.writeFileSync(TABLE, `${JSON.stringify(rarityTable(seen, pieces.length))}\n`);
console.log(`${pieces.length} 段文字，写入 ${path.relative(process.cwd(), TABLE)}`);
