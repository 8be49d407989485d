// `npm run alike:check -- --data FILE… --fit FILE…`: how well alike complaints are found. Cross-validated by matter, several
// times with other folds, so that the figures have a spread; the gold messages are measured with the released weights.
// `npm run alike:fit -- --fit FILE…` fits the weights from the project's own pairs and the files and writes them.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ALIKE_FROM, COUNTED_FROM, WEIGHTS } from '../../../domain/incident/alike';
import { chanceOf, fitAlike } from './fit';
import { familyOf, GOLD_ALIKE, measured, OWN_ALIKE, type PairSet, pairsFrom } from './pairs';

const MODEL = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../domain/incident/alike-model.json');
const FOLDS = 5;
const REPETITIONS = 6;
/** Thresholds to look at beside the released one. */
const STEPS = [0.5, 0.6, 0.65, 0.7, 0.8];

const { values } = parseArgs({
  options: { fit: { type: 'string', multiple: true, default: [] }, write: { type: 'boolean', default: false } },
});
const sets = [OWN_ALIKE, ...(values.fit ?? [])].map(pairsFrom);
const gold = pairsFrom(GOLD_ALIKE);

const scored = ({ pairs }: PairSet, weights: readonly number[]) =>
  pairs.map(({ alike, apart, evidence }) => ({ alike, score: apart ? 0 : chanceOf(evidence, weights) }));

/** A matter and what only looks like it are always in one fold. */
const foldsOf = ({ rows }: PairSet, repetition: number): ReadonlyMap<string, number> => {
  const families = [...new Set(rows.map(familyOf))].sort();
  return new Map(
    families.map((family, i) => [family, (Math.imul(i + 1 + repetition * 7919, 0x9e3779b1) >>> 8) % FOLDS]),
  );
};

const percent = (shares: readonly number[]): string => {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const spread = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length);
  return `${mean.toFixed(3)} ± ${spread.toFixed(3)}`;
};

const figure = (shares: { precision: number; recall: number }): string =>
  `${shares.precision.toFixed(3)} / ${shares.recall.toFixed(3)}`;

if (values.write) {
  const weights = fitAlike(sets, () => true);
  fs.writeFileSync(MODEL, `${JSON.stringify({ weights, from: ALIKE_FROM, countedFrom: COUNTED_FROM })}\n`);
  console.log(
    `写入 ${path.relative(process.cwd(), MODEL)}；金标准 准确 / 召回 ${figure(measured(scored(gold, weights), ALIKE_FROM))}`,
  );
} else {
  console.log(`准确 / 召回，${REPETITIONS} 次 ${FOLDS} 折，各次的平均 ± 标准差；发布的门槛 ${ALIKE_FROM}`);
  const results = new Map<string, { precision: number; recall: number }[]>();
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const folds = sets.map((set) => foldsOf(set, repetition));
    const inFold = (set: PairSet, family: string): number => folds[sets.indexOf(set)]?.get(family) ?? 0;
    const tested = sets.map(() => [] as { alike: boolean; score: number }[]);
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const weights = fitAlike(
        sets,
        (set, { later, earlier }) => inFold(set, familyOf(later)) !== fold && inFold(set, familyOf(earlier)) !== fold,
      );
      for (const [i, set] of sets.entries())
        tested[i]?.push(
          ...scored({ ...set, pairs: set.pairs.filter(({ later }) => inFold(set, familyOf(later)) === fold) }, weights),
        );
    }
    for (const [i, set] of sets.entries())
      for (const from of STEPS) {
        const key = `${set.name} ${from}`;
        results.set(key, [...(results.get(key) ?? []), measured(tested[i] ?? [], from)]);
      }
  }
  for (const [key, figures] of results)
    console.log(
      `${key}：${percent(figures.map(({ precision }) => precision))} / ${percent(figures.map(({ recall }) => recall))}`,
    );
  for (const from of STEPS)
    console.log(`金标准（发布的权重）${from}：${figure(measured(scored(gold, WEIGHTS), from))}`);
}
