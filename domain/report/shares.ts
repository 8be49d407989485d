/** RP-04: the rates of a month, each with the numbers it is made of. */
import { clockFigure, type Figure, lateFigure, type PlainFigure } from '../../types/figures';
import type { ClockKind } from '../../types/vocabulary';

export interface Counted {
  figure: Figure;
  count: number;
}
/** `share` of nothing is null. */
export interface Share {
  share: number | null;
  whole: Counted;
  part: Counted;
}
/** The numbers of a month; what isn't there is 0. */
export type Counts = (figure: Figure) => number;

const counted = (counts: Counts, figure: Figure): Counted => ({ figure, count: counts(figure) });

/** Those of `part` among those of `whole`. */
export function shareOf(counts: Counts, part: PlainFigure, whole: PlainFigure): Share {
  const [some, all] = [counted(counts, part), counted(counts, whole)];
  return { share: all.count === 0 ? null : some.count / all.count, whole: all, part: some };
}

/** How many of the clocks of a kind were met in time; `part`: those that were missed. */
export function onTimeOf(counts: Counts, kind: ClockKind): Share {
  const [late, all] = [counted(counts, lateFigure(kind)), counted(counts, clockFigure(kind))];
  return { share: all.count === 0 ? null : (all.count - late.count) / all.count, whole: all, part: late };
}
