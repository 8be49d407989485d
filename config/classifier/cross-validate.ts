/** How it does on texts it was not trained with: folds that keep alike texts together, and what a margin is worth. */
import type { Question } from '../../domain/classify/model';
import { LABELS } from '../../domain/classify/model';
import { type Example, fitModel, inOrder, scoresOf } from './fit';
import type { Labelled } from './rows';

/** Texts of one fold are never alike those of another: cosine of their rarer character trigrams. */
const ALIKE = 0.22;
const GRAM = 3;
const READ = 400;
/** A trigram in more texts than this tells nothing about one matter. */
const COMMON = 60;

/** A number for each row; rows that are alike, also through others, share it. */
export const groupsOf = (rows: readonly Labelled[]): number[] => {
  const grams = rows.map(({ text }) => {
    const set = new Set<string>();
    for (let i = 0; i + GRAM <= Math.min(text.length, READ); i += 1) set.add(text.slice(i, i + GRAM));
    return set;
  });
  const holders = new Map<string, number[]>();
  for (const [i, set] of grams.entries())
    for (const gram of set) {
      const list = holders.get(gram);
      if (list === undefined) holders.set(gram, [i]);
      else list.push(i);
    }
  const rarity = (gram: string): number => Math.log(rows.length / (holders.get(gram)?.length ?? 1));
  const norms = grams.map((set) => Math.sqrt([...set].reduce((sum, gram) => sum + rarity(gram) ** 2, 0)) || 1);
  const parents = rows.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) at = parents[at] ?? at;
    return at;
  };
  for (const [i, set] of grams.entries()) {
    const shared = new Map<number, number>();
    for (const gram of set) {
      const list = holders.get(gram) ?? [];
      if (list.length > COMMON) continue;
      for (const j of list) if (j < i) shared.set(j, (shared.get(j) ?? 0) + rarity(gram) ** 2);
    }
    for (const [j, dot] of shared) if (dot / ((norms[i] ?? 1) * (norms[j] ?? 1)) > ALIKE) parents[root(i)] = root(j);
  }
  return rows.map((_, i) => root(i));
};

export interface Answer {
  example: Example;
  value: string;
  margin: number;
}

/** Each example answered by a model that saw neither it nor anything alike. */
export const answersOutOfFold = (all: readonly Example[], question: Question, folds: number, shift = 0): Answer[] => {
  const examples = inOrder(all).filter(({ row }) => row[question] !== undefined);
  const groups = groupsOf(examples.map(({ row }) => row));
  const place = new Map([...new Set(groups)].map((group, i) => [group, i]));
  // A multiplicative hash spreads neighbours in the order over the folds, another way for each shift.
  const foldOf = (i: number): number =>
    (Math.imul((place.get(groups[i] ?? 0) ?? 0) + 1 + shift * 7919, 0x9e3779b1) >>> 8) % folds;
  const answers: Answer[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const kept = examples.filter((_, i) => foldOf(i) !== fold);
    const fitted = fitModel(kept, question);
    for (const [i, example] of examples.entries()) {
      if (foldOf(i) !== fold) continue;
      const ranked = scoresOf(fitted, example.features)
        .map((score, label) => [LABELS[question][label] ?? '', score] as const)
        .sort(([, a], [, b]) => b - a);
      const [first, second] = ranked;
      if (first !== undefined && second !== undefined)
        answers.push({ example, value: first[0], margin: first[1] - second[1] });
    }
  }
  return answers;
};

const POOL = 40;

/** Margin → share right, never falling (pool adjacent violators), from at least `POOL` answers a row. */
export const calibrate = (answers: readonly Answer[], question: Question): [number, number][] => {
  const sorted = [...answers].sort((a, b) => a.margin - b.margin);
  const pools: { margin: number; right: number; n: number }[] = [];
  for (let from = 0; from < sorted.length; from += POOL) {
    const part = sorted.slice(from, from + POOL);
    if (part.length < POOL / 2 && pools.length > 0) break;
    pools.push({
      margin: part.reduce((sum, { margin }) => sum + margin, 0),
      right: part.filter(({ example, value }) => example.row[question] === value).length,
      n: part.length,
    });
    for (let last = pools.length - 1; last > 0; last -= 1) {
      const lower = pools[last - 1];
      const upper = pools[last];
      if (lower === undefined || upper === undefined || lower.right / lower.n < upper.right / upper.n) break;
      pools.splice(last - 1, 2, {
        margin: lower.margin + upper.margin,
        right: lower.right + upper.right,
        n: lower.n + upper.n,
      });
    }
  }
  const rows = pools.map(({ margin, right, n }): [number, number] => [
    Math.round((margin / n) * 1000) / 1000,
    // One right and one wrong more than seen: nothing is ever called certain.
    Math.round(((right + 1) / (n + 2)) * 1000) / 1000,
  ]);
  return rows.length === 0 ? [[0, 0.5]] : rows;
};
