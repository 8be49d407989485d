// `npm run -s alike < in.jsonl > out.jsonl`: for each line the earlier ones that read alike, in the same order. Lines that
// can't be read are told on stderr with their number; the others are answered all the same, and the exit code is 1.
import fs from 'node:fs';
import { readLines } from '../rows';
import { answersTo } from './answer';
import { AlikeAsked } from './pairs';

const { rows, bad } = readLines(fs.readFileSync(0, 'utf8'), AlikeAsked);
// Whole, however long: a single write to a pipe ends where the pipe is full.
process.stdout.write(
  answersTo(rows)
    .map((answer) => `${JSON.stringify(answer)}\n`)
    .join(''),
);
for (const { line, why } of bad) console.error(`第 ${line} 行：${why}`);
if (bad.length > 0) process.exitCode = 1;
