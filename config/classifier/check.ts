// `npm run classifier:check -- --data FILE…`: cross-validation over the files and the project's own messages: per file
// strict, acceptable, macro-F1 (mean ± spread over three divisions), per class, confusions, and what a confidence is worth.
// Rows that can't be read are told on stderr with file and line; the others are measured all the same, and the exit code is 1.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LABELS, QUESTIONS, type Question } from '../../domain/classify/model';
import { confidenceAt } from '../../domain/classify/score';
import { type Answer, answersOutOfFold, calibrate } from './cross-validate';
import { OWN_MESSAGES, OWN_WEIGHT, readExamples } from './examples';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', multiple: true, default: [] },
    /** Instead of the project's own messages. */
    own: { type: 'string', default: OWN_MESSAGES },
    divisions: { type: 'string', default: '3' },
    classes: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const FOLDS = 5;
const MOST_CONFUSIONS = 15;

const isRight = (answer: Answer, question: Question): boolean => answer.example.row[question] === answer.value;
const isAcceptable = (answer: Answer, question: Question): boolean => {
  const labels: readonly string[] = answer.example.row[`${question}Acceptable`] ?? [];
  return isRight(answer, question) || labels.includes(answer.value);
};

const perClass = (answers: readonly Answer[], question: Question): [string, number, number][] =>
  LABELS[question].flatMap((label): [string, number, number][] => {
    const meant = answers.filter(({ example }) => example.row[question] === label);
    const said = answers.filter(({ value }) => value === label);
    const both = meant.filter(({ value }) => value === label).length;
    return meant.length === 0 ? [] : [[label, meant.length, (2 * both) / (meant.length + said.length)]];
  });

const figures = (answers: readonly Answer[], question: Question): [number, number, number] => {
  const classes = perClass(answers, question);
  return [
    answers.filter((answer) => isRight(answer, question)).length / answers.length,
    answers.filter((answer) => isAcceptable(answer, question)).length / answers.length,
    classes.reduce((sum, [, , f1]) => sum + f1, 0) / classes.length,
  ];
};

const spread = (numbers: readonly number[]): string => {
  const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  const deviation = Math.sqrt(numbers.reduce((sum, n) => sum + (n - mean) ** 2, 0) / numbers.length);
  return `${mean.toFixed(3)} ± ${deviation.toFixed(3)}`;
};

/** Every confidence from a table that was measured on the other division, so that it is as blind as in use. */
const reliability = (measured: readonly Answer[], other: readonly Answer[], question: Question): void => {
  const table = calibrate(other, question);
  const rows = measured.map((answer) => ({ answer, confidence: confidenceAt(answer.margin, table) }));
  console.log(`  把握        条数  平均把握  对      可接受`);
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 1.01],
  ] as const) {
    const within = rows.filter(({ confidence }) => confidence >= from && confidence < to);
    if (within.length === 0) continue;
    const mean = within.reduce((sum, { confidence }) => sum + confidence, 0) / within.length;
    const right = within.filter(({ answer }) => isRight(answer, question)).length / within.length;
    const acceptable = within.filter(({ answer }) => isAcceptable(answer, question)).length / within.length;
    console.log(
      `  ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}  ${String(within.length).padStart(5)}   ${mean.toFixed(3)}   ${right.toFixed(3)}   ${acceptable.toFixed(3)}`,
    );
  }
  if (question !== 'category') return;
  console.log('  派单门槛  自动派单的比例  其中可接受');
  for (const least of [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]) {
    const taken = rows.filter(({ confidence }) => confidence >= least);
    const acceptable = taken.filter(({ answer }) => isAcceptable(answer, question)).length;
    console.log(
      `  ${least.toFixed(2)}     ${(taken.length / rows.length).toFixed(3)}     ${(acceptable / Math.max(1, taken.length)).toFixed(3)}`,
    );
  }
};

const files = [values.own, ...(values.data ?? []), ...positionals];
const loaded = files.map((file) => ({
  name: path.basename(file),
  ...readExamples(file, file === values.own ? OWN_WEIGHT : 1),
}));
for (const row of loaded.flatMap(({ bad }) => bad)) {
  console.error(row);
  process.exitCode = 1;
}
const all = loaded.flatMap(({ examples }) => examples);
for (const question of QUESTIONS) {
  if (values.only !== undefined && values.only !== question) continue;
  const divisions = Array.from({ length: Number(values.divisions) }, (_, shift) =>
    answersOutOfFold(all, question, FOLDS, shift),
  );
  for (const { name, examples } of loaded) {
    const mine = new Set(examples);
    const parts = divisions.map((answers) => answers.filter(({ example }) => mine.has(example)));
    const [first = []] = parts;
    if (first.length === 0) continue;
    const measured = parts.map((answers) => figures(answers, question));
    console.log(
      `${question} ${name} ${first.length}：对 ${spread(measured.map(([n]) => n))}，可接受 ${spread(measured.map(([, n]) => n))}，宏 F1 ${spread(measured.map(([, , n]) => n))}`,
    );
    if (values.classes) {
      console.log(
        `  ${perClass(first, question)
          .map(([label, n, f1]) => `${label} ${f1.toFixed(2)} (${n})`)
          .join('，')}`,
      );
      const confusions = new Map<string, number>();
      for (const answer of first.filter((one) => !isRight(one, question))) {
        const pair = `${answer.example.row[question]} 判作 ${answer.value}`;
        confusions.set(pair, (confusions.get(pair) ?? 0) + 1);
      }
      const often = [...confusions].sort(([, a], [, b]) => b - a).slice(0, MOST_CONFUSIONS);
      console.log(`  ${often.map(([pair, n]) => `${pair} ×${n}`).join('，')}`);
    }
    const [, second = first] = parts;
    if (values.classes) reliability(first, second, question);
  }
}
