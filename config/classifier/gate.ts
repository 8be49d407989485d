/**
 * Whether a model may take another's place, asked of the gold messages that none is trained with: never when a figure gets
 * worse, nor when being sure is worth less than with the program's own model.
 */
import { classify } from '../../domain/classify/classify';
import { BUCKET_BITS } from '../../domain/classify/features';
import { LABELS, type ModelFile, openModel, QUESTIONS, type Question } from '../../domain/classify/model';
import type { Example } from './fit';

export const QUESTION_NAMES = { category: '类别', kind: '类型', responsibility: '责任' } as const satisfies Record<
  Question,
  string
>;
const FIGURE_NAMES: ReadonlyMap<string, string> = new Map(
  QUESTIONS.flatMap((question): [string, string][] => [
    [question, `${QUESTION_NAMES[question]}（对）`],
    [`${question}Acceptable`, `${QUESTION_NAMES[question]}（可接受）`],
  ]),
);

export type GoldFigures = Readonly<Record<string, number>>;

/** The gold figures: share right and share acceptable of each question. */
export const goldFigures = (file: Omit<ModelFile, 'gold'>, gold: readonly Example[]): GoldFigures => {
  const model = openModel({ ...file, gold: {} }, 2 ** BUCKET_BITS);
  const figures: Record<string, number> = {};
  for (const question of QUESTIONS) {
    let right = 0;
    let acceptable = 0;
    for (const { row, features } of gold) {
      const scores = model.scores(question, features);
      const value: string = LABELS[question][scores.indexOf(Math.max(...scores))] ?? '';
      const labels: readonly string[] = row[`${question}Acceptable`] ?? [row[question] ?? ''];
      if (value === row[question]) right += 1;
      if (labels.includes(value)) acceptable += 1;
    }
    figures[question] = Math.round((right / gold.length) * 1000) / 1000;
    figures[`${question}Acceptable`] = Math.round((acceptable / gold.length) * 1000) / 1000;
  }
  return figures;
};

/** How a gold figure is called on the screen. */
export const figureName = (name: string): string => FIGURE_NAMES.get(name) ?? name;

/** The gold figures that got worse, by however little: released again and again, little adds up. Empty when none did. */
export const fallen = (before: GoldFigures, after: GoldFigures): string[] =>
  Object.entries(before)
    .filter(([name, share]) => (after[name] ?? 0) < share)
    .map(([name, share]) => `${figureName(name)} ${share} → ${after[name] ?? 0}`);

/** Of the gold messages that are answered surely, how many acceptably. */
export interface Sure {
  sure: number;
  acceptable: number;
}
export type SureFigures = Readonly<Record<Question, Sure>>;

/** @param from the confidence from which on a complaint is dispatched by itself: `policy.classification.dispatchConfidence` */
export const sureFigures = (file: ModelFile, gold: readonly Example[], from: number): SureFigures => {
  const model = openModel(file, 2 ** BUCKET_BITS);
  const proposals = gold.map(({ row }) => ({
    row,
    said: classify(row.text, { title: row.title ?? undefined, model }),
  }));
  const of = (question: Question): Sure => {
    const sure = proposals.filter(({ said }) => said[question].confidence >= from);
    const acceptable = sure.filter(({ row, said }) => {
      const labels: readonly string[] = row[`${question}Acceptable`] ?? [];
      return said[question].value === row[question] || labels.includes(said[question].value);
    });
    return { sure: sure.length, acceptable: acceptable.length };
  };
  return { category: of('category'), kind: of('kind'), responsibility: of('responsibility') };
};

/** The chance that at most `found` of `drawn` independent draws succeed, each with the chance `each` (between 0 and 1). */
export const chanceOfAtMost = (found: number, drawn: number, each: number): number => {
  let term = drawn * Math.log(1 - each);
  let chance = 0;
  for (let k = 0; k <= found; k += 1) {
    chance += Math.exp(term);
    term += Math.log((drawn - k) / (k + 1)) + Math.log(each / (1 - each));
  }
  return Math.min(1, chance);
};

/**
 * A model whose sure answers were as good as the program's own would be seen so much worse on so few messages once in
 * twenty times; that, and no more, counts as chance.
 */
const CHANCE = 0.05;

/**
 * Where being sure is worth less than with the program's own model: what comes out of a model that is always sure. Always
 * compared with the program's, not with the last release, so that chance doesn't add up from one release to the next.
 */
export const lessSure = (own: SureFigures, after: SureFigures): string[] =>
  QUESTIONS.flatMap((question) => {
    const [was, is] = [own[question], after[question]];
    // One right and one wrong more than seen, as everywhere where a share is measured on few: nothing is certain.
    const each = (was.acceptable + 1) / (was.sure + 2);
    return chanceOfAtMost(is.acceptable, is.sure, each) < CHANCE
      ? [
          `${QUESTION_NAMES[question]}：有把握的 ${is.sure} 条里可接受 ${is.acceptable} 条，附带的模型 ${was.sure} 条里 ${was.acceptable} 条`,
        ]
      : [];
  });
