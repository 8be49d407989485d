// `npm run train -- [--from MODEL] --data FILE…`: trains from the project's own messages and the files, anew or going on from
// a model, and writes the model.
// Going on, the project's own messages are only rehearsed. The same messages give the same bytes. Refuses a model that does
// worse on the gold messages than the present one, by however little. Rows that can't be read are told on stderr with file
// and line; the others are trained from all the same, and the exit code is 1.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { ModelFile } from '../../domain/classify/model';
import { examplesFrom, GOLD_MESSAGES, OWN_MESSAGES, OWN_WEIGHT, readExamples } from './examples';
import { fallen, figureName, QUESTION_NAMES } from './gate';
import { refine } from './refine';
import { train } from './release';

const MODEL = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../domain/classify/model.json');

const readModel = (file: string): ModelFile => JSON.parse(fs.readFileSync(file, 'utf8')) as ModelFile;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', multiple: true, default: [] },
    /** Instead of the project's own messages. */
    own: { type: 'string', default: OWN_MESSAGES },
    to: { type: 'string', default: MODEL },
    /** A model to go on from, instead of training anew. */
    from: { type: 'string' },
  },
});

try {
  const files = [...(values.data ?? []), ...positionals];
  const own = readExamples(values.own, OWN_WEIGHT);
  const others = files.map((file) => readExamples(file));
  const corrections = others.flatMap((file) => file.examples);
  for (const row of [own, ...others].flatMap((file) => file.bad)) {
    console.error(row);
    process.exitCode = 1;
  }
  const gold = examplesFrom(GOLD_MESSAGES);
  const refined =
    values.from === undefined ? null : refine(readModel(values.from), { corrections, rehearsed: own.examples }, gold);
  const model = refined?.file ?? train([...own.examples, ...corrections], gold);
  // Going on never falls below where it began.
  const worse = refined === null && fs.existsSync(values.to) ? fallen(readModel(values.to).gold, model.gold) : [];
  if (worse.length > 0) {
    console.error(`没有写入：金标准消息上变差了（${worse.join('，')}）。补充或核对训练数据后再训练。`);
    process.exitCode = 1;
  } else {
    fs.writeFileSync(values.to, `${JSON.stringify(model)}\n`);
    console.log(`${own.examples.length + corrections.length} 条训练，写入 ${path.relative(process.cwd(), values.to)}`);
    for (const { question, step, taught, before, after } of refined?.learnt ?? []) {
      const far =
        step === 0 ? '没有学，一学金标准就变差' : step === 1 ? '学了整步' : `只学了 ${step} 步，再多金标准就变差`;
      console.log(`${QUESTION_NAMES[question]}：${far}；${taught} 条更正里照更正判的 ${before} → ${after} 条`);
    }
    for (const [name, share] of Object.entries(model.gold)) console.log(`金标准 ${figureName(name)} ${share}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
