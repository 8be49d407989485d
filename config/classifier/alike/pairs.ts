/** Messages of which is known who speaks of one matter, and the pairs that follow from it. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { elsewhere, evidenceOf, placeInDoubt } from '../../../domain/incident/alike';
import { type Matter, matterOf } from '../../../domain/incident/matter';
import { type BadLine, readLines } from '../rows';

/** What `alike` reads. */
export const AlikeAsked = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().check(z.minLength(1)),
  estate: z.optional(z.nullable(z.string())),
  building: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  date: z.optional(z.nullable(z.string())),
});
export type AlikeAsked = z.infer<typeof AlikeAsked>;

/** What it is fitted and measured with: rows of one `cluster` are one matter; `hard_negative:c` only looks like those of `c`. */
const Clustered = z.extend(AlikeAsked, { cluster: z.string() });
export type Clustered = z.infer<typeof Clustered>;

/** Messages that nobody grouped: no two of them are one matter. */
const Ungrouped = z.extend(AlikeAsked, { cluster: z.optional(z.string()) });

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'messages');
/** The project's own messages: to fit with, and the gold ones that nothing is ever fitted with. */
export const OWN_ALIKE = path.join(folder, 'alike-training.jsonl');
export const GOLD_ALIKE = path.join(folder, 'alike-gold.jsonl');
/** Two by two of one thing, of which one names its building and the other none: no two are one matter. */
export const UNNAMED_ALIKE = path.join(folder, 'alike-unnamed.jsonl');

const HARD = 'hard_negative:';
/** The matter a row belongs to or imitates. */
export const familyOf = ({ cluster }: Clustered): string => cluster.replace(HARD, '');

export const matterOfRow = ({ text, building }: AlikeAsked): Matter =>
  matterOf(text, building == null ? {} : { building: String(building) });

export interface Pair {
  later: Clustered;
  earlier: Clustered;
  alike: boolean;
  evidence: number[];
  /** Their places exclude that they are alike, or nobody knows; no weight is asked then. */
  apart: boolean;
}

export interface PairSet {
  name: string;
  rows: Clustered[];
  pairs: Pair[];
}

const refuseBad = (file: string, bad: readonly BadLine[]): void => {
  const [first] = bad;
  if (first !== undefined) throw new Error(`${file} 第 ${first.line} 行：${first.why}`);
};

/** Every two rows of one estate. @throws Error with file and line of a row that can't be read */
export const pairsFrom = (file: string): PairSet => {
  const { rows: read, bad } = readLines(fs.readFileSync(file, 'utf8'), Ungrouped);
  refuseBad(file, bad);
  const rows = read.map((row, i) => ({ ...row, cluster: row.cluster ?? `alone-${i}` }));
  const matters = rows.map(matterOfRow);
  const pairs = rows.flatMap((later, i) =>
    rows.slice(0, i).flatMap((earlier, j): Pair[] => {
      const [a, b] = [matters[i], matters[j]];
      if (a === undefined || b === undefined || (later.estate ?? '') !== (earlier.estate ?? '')) return [];
      return [
        {
          later,
          earlier,
          alike: later.cluster === earlier.cluster && !later.cluster.startsWith(HARD),
          evidence: evidenceOf(a, b),
          apart: elsewhere(a, b) || placeInDoubt(a, b),
        },
      ];
    }),
  );
  return { name: path.basename(file), rows, pairs };
};

/** Of the pairs whose score reaches `from`, how many are alike; of the alike ones, how many reach it. */
export const measured = (
  pairs: readonly { alike: boolean; score: number }[],
  from: number,
): { precision: number; recall: number } => {
  const shown = pairs.filter(({ score }) => score >= from);
  const right = shown.filter(({ alike }) => alike).length;
  const all = pairs.filter(({ alike }) => alike).length;
  return { precision: shown.length === 0 ? 1 : right / shown.length, recall: all === 0 ? 1 : right / all };
};
