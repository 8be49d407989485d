/** What is counted of an estate's month (RP-04); each figure is a set of complaints, so that its number opens their list. */
import * as z from 'zod/mini';
import { CLOCKS, type ClockKind } from './vocabulary';

/** How many of the month’s complaints …; the words are the heading of their list. */
export const PLAIN_FIGURES = {
  filed: '受理',
  informed: '已告知结果',
  closed: '已关闭',
  reopened: '告知结果后重新打开',
  missed: '有环节超时',
  calledBack: '已回访到住户',
  solved: '住户认为已解决',
  unsolved: '住户认为未解决',
  satisfied: '住户满意',
  dissatisfied: '住户不满意或一般',
  ordinaryDue: '一般投诉，进入回访抽取',
  ordinaryDrawn: '一般投诉，抽中回访',
  ordinaryDone: '一般投诉，已回访到',
  graveDue: '重要及以上，应全部回访',
  graveDone: '重要及以上，已回访到',
  unreached: '多次未联系上',
} as const;
export type PlainFigure = keyof typeof PLAIN_FIGURES;

/** A clock of this kind was decided in the month: met, or missed. */
export type ClockFigure = `clock-${ClockKind}` | `late-${ClockKind}`;
export type Figure = PlainFigure | ClockFigure;

const KINDS = Object.keys(CLOCKS) as ClockKind[];
export const clockFigure = (kind: ClockKind): ClockFigure => `clock-${kind}`;
export const lateFigure = (kind: ClockKind): ClockFigure => `late-${kind}`;

export const FIGURES: Readonly<Record<Figure, string>> = {
  ...PLAIN_FIGURES,
  ...(Object.fromEntries(
    KINDS.flatMap((kind) => [
      [clockFigure(kind), `${CLOCKS[kind]}时限已有结果`],
      [lateFigure(kind), `${CLOCKS[kind]}超时`],
    ]),
  ) as Record<ClockFigure, string>),
};
export const Figure = z.enum(Object.keys(FIGURES) as [Figure, ...Figure[]]);

/** A month at the estate, `2026-11`. */
export const Month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份格式不正确'));

/** Figures that are counted by department, building and category as well. */
export const BROKEN_DOWN = ['filed', 'missed', 'dissatisfied', 'reopened'] as const satisfies readonly Figure[];
export type BrokenDown = (typeof BROKEN_DOWN)[number];

export const DIMENSIONS = { department: '部门', building: '楼栋', category: '类别' } as const;
export type Dimension = keyof typeof DIMENSIONS;

/** Of a complaint without department, building or severity. */
export const NONE = 'none';
