// `npm run -s classify < in.jsonl > out.jsonl`: a proposal for each line, in the same order. Lines that can't be read
// are told on stderr with their number; the others are answered all the same, and the exit code is 1.
import fs from 'node:fs';
import { classify } from '../../domain/classify/classify';
import { Asked, readLines } from './rows';

const { rows, bad } = readLines(fs.readFileSync(0, 'utf8'), Asked);
const answers = rows.map(({ id, text, title }) => {
  const proposal = classify(text, { title: title ?? undefined });
  return JSON.stringify({
    id,
    kind: proposal.kind.value,
    category: proposal.category.value,
    responsibility: proposal.responsibility.value,
    confidence: proposal.category.confidence,
    severity: proposal.severity.map(({ signal }) => signal),
    groupSize: proposal.groupSize,
    place: proposal.place,
  });
});
// Whole, however long: a single write to a pipe ends where the pipe is full.
process.stdout.write(answers.map((line) => `${line}\n`).join(''));
for (const { line, why } of bad) console.error(`第 ${line} 行：${why}`);
if (bad.length > 0) process.exitCode = 1;
