/** How good the classifier is on messages whose labels are known, and whether that has become worse. */
import { LABELS, QUESTIONS, type Question } from './model';

/** A labelled message: the label, and every label that a reasonable dispatcher could choose. */
export type GoldMessage = { text: string; title?: string | null } & {
  [Q in Question]?: (typeof LABELS)[Q][number];
} & { [Q in Question as `${Q}Acceptable`]?: readonly (typeof LABELS)[Q][number][] };

export interface QuestionFigures {
  /** Shares 0 … 1, rounded to thousandths. */
  right: number;
  acceptable: number;
  /** The mean over the labels of how well each is found, so that rare ones count as much as common ones. */
  macroF1: number;
}
export type Figures = Readonly<Record<Question, QuestionFigures>>;

/** What was answered to a message, question by question. */
export type Answers = Readonly<Record<Question, string>>;

const thousandths = (share: number): number => Math.round(share * 1000) / 1000;

const figuresOfQuestion = (
  question: Question,
  rows: readonly { message: GoldMessage; said: string }[],
): QuestionFigures => {
  const meant = rows.filter(({ message }) => message[question] !== undefined);
  const right = meant.filter(({ message, said }) => message[question] === said).length;
  const acceptable = meant.filter(({ message, said }) => {
    const labels: readonly string[] = message[`${question}Acceptable`] ?? [];
    return message[question] === said || labels.includes(said);
  }).length;
  const labels: readonly string[] = LABELS[question];
  const found = labels.flatMap((label) => {
    const ofLabel = meant.filter(({ message }) => message[question] === label);
    const saidSo = meant.filter(({ said }) => said === label);
    const both = ofLabel.filter(({ said }) => said === label).length;
    return ofLabel.length === 0 ? [] : [(2 * both) / (ofLabel.length + saidSo.length)];
  });
  const share = (count: number): number => (meant.length === 0 ? 0 : thousandths(count / meant.length));
  return {
    right: share(right),
    acceptable: share(acceptable),
    macroF1: found.length === 0 ? 0 : thousandths(found.reduce((sum, f1) => sum + f1, 0) / found.length),
  };
};

/** @param answers one per message, in its order */
export const figuresOf = (messages: readonly GoldMessage[], answers: readonly Answers[]): Figures => {
  const of = (question: Question) =>
    figuresOfQuestion(
      question,
      messages.flatMap((message, at) => {
        const said = answers[at]?.[question];
        return said === undefined ? [] : [{ message, said }];
      }),
    );
  return { category: of('category'), kind: of('kind'), responsibility: of('responsibility') };
};

export interface Fall {
  question: Question;
  figure: keyof QuestionFigures;
  before: number;
  after: number;
}

const FIGURES = ['right', 'acceptable', 'macroF1'] as const satisfies readonly (keyof QuestionFigures)[];

/** What fell by more than `mayFallBy` (`policy.classification.mayFallBy`). */
export const fallsOf = (before: Figures, after: Figures, mayFallBy: number): Fall[] =>
  QUESTIONS.flatMap((question) =>
    FIGURES.flatMap((figure) => {
      const [was, is] = [before[question][figure], after[question][figure]];
      return thousandths(was - is) > mayFallBy ? [{ question, figure, before: was, after: is }] : [];
    }),
  );

/** The best that each figure has been. @param nights at least one */
const bestOf = (nights: readonly Figures[]): Figures => {
  const best = (question: Question, figure: keyof QuestionFigures): number =>
    Math.max(...nights.map((night) => night[question][figure]));
  const of = (question: Question): QuestionFigures => ({
    right: best(question, 'right'),
    acceptable: best(question, 'acceptable'),
    macroF1: best(question, 'macroF1'),
  });
  return { category: of('category'), kind: of('kind'), responsibility: of('responsibility') };
};

/**
 * What to report of a night: what fell since the one before, and what has slid below the best of all of them bit by bit –
 * on the night on which it passes `mayFallBy`, not on each that it stays there.
 * @param earlier the newest first
 */
export const fallsToReport = (earlier: readonly Figures[], after: Figures, mayFallBy: number): Fall[] => {
  const [before] = earlier;
  if (before === undefined) return [];
  const best = bestOf(earlier);
  const known = fallsOf(best, before, mayFallBy);
  const falls = fallsOf(before, after, mayFallBy);
  const among = (list: readonly Fall[], { question, figure }: Fall): boolean =>
    list.some((each) => each.question === question && each.figure === figure);
  const slid = fallsOf(best, after, mayFallBy).filter((fall) => !among(known, fall) && !among(falls, fall));
  return [...falls, ...slid];
};

/** Of what was filed, so much was corrected; null when nothing was filed. */
export const correctedShare = (filed: number, corrected: number): number | null =>
  filed === 0 ? null : Math.min(1, thousandths(corrected / filed));

/** Whether the share has come to what is reported; not again on every night that it stays there. */
export const shareToReport = (before: number | null, after: number | null, from: number): boolean =>
  after !== null && after >= from && (before === null || before < from);
