/** The weights of the evidence that two texts are one matter: logistic regression by Newton's method, deterministic. */
import type { Pair, PairSet } from './pairs';

/** Pairs of other matters weigh so many times those of one matter: showing a wrong one costs more than missing one. */
const OTHERS_WEIGH = 6;
/** Each file weighs the same, however many pairs it has. */
const FILE_WEIGHS = 200;
/** Keeps weights small that little speaks for: with 1, short messages that no fold had seen were taken for alike too easily. */
const RIDGE = 8;
const ROUNDS = 40;

interface Weighed {
  evidence: readonly number[];
  alike: boolean;
  weight: number;
}

/** A matter with fifty letters must not count fifty times squared. */
const weighed = (pairs: readonly Pair[]): Weighed[] => {
  const sizes = new Map<string, Set<Pair['later']>>();
  for (const { later, earlier } of pairs)
    for (const row of [later, earlier]) sizes.set(row.cluster, (sizes.get(row.cluster) ?? new Set()).add(row));
  const size = (row: Pair['later']): number => sizes.get(row.cluster)?.size ?? 1;
  const rows = pairs.map((pair) => ({ pair, weight: 1 / Math.sqrt(size(pair.later) * size(pair.earlier)) }));
  const sum = (alike: boolean): number =>
    rows.reduce((total, { pair, weight }) => total + (pair.alike === alike ? weight : 0), 0);
  const [ones, others] = [sum(true), sum(false)];
  return rows.map(({ pair, weight }) => ({
    evidence: pair.evidence,
    alike: pair.alike,
    weight: (FILE_WEIGHS * weight) / (pair.alike ? ones : others / OTHERS_WEIGH),
  }));
};

/** Solves `matrix · x = right` in place. */
const solved = (matrix: number[][], right: number[]): number[] => {
  const n = right.length;
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? 0;
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let i = column + 1; i < n; i += 1) if (Math.abs(at(i, column)) > Math.abs(at(pivot, column))) pivot = i;
    const [upper, lower] = [matrix[column] ?? [], matrix[pivot] ?? []];
    matrix[column] = lower;
    matrix[pivot] = upper;
    [right[column], right[pivot]] = [right[pivot] ?? 0, right[column] ?? 0];
    for (let i = column + 1; i < n; i += 1) {
      const factor = at(i, column) / at(column, column);
      const row = matrix[i] ?? [];
      for (let j = column; j < n; j += 1) row[j] = (row[j] ?? 0) - factor * at(column, j);
      right[i] = (right[i] ?? 0) - factor * (right[column] ?? 0);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    let rest = right[i] ?? 0;
    for (let j = i + 1; j < n; j += 1) rest -= at(i, j) * (x[j] ?? 0);
    x[i] = rest / at(i, i);
  }
  return x;
};

export const chanceOf = (evidence: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-evidence.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));

/** @param kept which pairs to fit with, e.g. those outside a fold */
export const fitAlike = (sets: readonly PairSet[], kept: (set: PairSet, pair: Pair) => boolean): number[] => {
  const rows = sets.flatMap((set) => weighed(set.pairs.filter((pair) => !pair.apart && kept(set, pair))));
  const n = rows[0]?.evidence.length ?? 0;
  let weights = new Array<number>(n).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((value, i) => (i === 0 ? 0 : RIDGE * value));
    const hessian = weights.map((_, i) => weights.map((__, j): number => (i !== j ? 0 : i === 0 ? 1e-9 : RIDGE)));
    for (const { evidence, alike, weight } of rows) {
      const chance = chanceOf(evidence, weights);
      const error = weight * (chance - (alike ? 1 : 0));
      const bend = weight * chance * (1 - chance);
      for (const [i, value] of evidence.entries()) {
        if (value === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + error * value;
        const row = hessian[i] ?? [];
        for (const [j, other] of evidence.entries()) row[j] = (row[j] ?? 0) + bend * value * other;
      }
    }
    const step = solved(hessian, gradient);
    weights = weights.map((value, i) => value - (step[i] ?? 0));
  }
  return weights.map((value) => Math.round(value * 1000) / 1000);
};
