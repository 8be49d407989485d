/** Reading the figures that `count-figures.ts` keeps (RP-04). */
import { cellOf } from '../../../domain/report/figures';
import type { Counts } from '../../../domain/report/shares';
import { localDate, type Zone } from '../../../domain/clock/zone';
import type { EstateId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import { cellAsCounted, type FiguresDocument, figuresBetween, MOST_DOCUMENTS } from './count-figures';

type Numbers = Pick<FiguresDocument, 'counts'>;

/** The numbers of an estate's month by cell (`cellOf`); what isn't there is 0. @param month local, `2026-11` */
export async function numbersOfMonth(
  estateId: EstateId,
  month: string,
  database: Database,
): Promise<ReadonlyMap<string, number>> {
  const [from, to] = figuresBetween(estateId, month);
  const documents = await database.find<Numbers>('figures', {
    where: { _id: _.gte(from).and(_.lte(to)) },
    orderBy: [['_id', 1]],
    limit: MOST_DOCUMENTS,
    fields: ['counts'],
  });
  const cells = new Map<string, number>();
  for (const { counts } of documents)
    for (const [stored, count] of Object.entries(counts ?? {})) {
      const cell = cellAsCounted(stored);
      cells.set(cell, (cells.get(cell) ?? 0) + count);
    }
  return cells;
}

export const countsIn =
  (cells: ReadonlyMap<string, number>): Counts =>
  (figure) =>
    cells.get(cellOf(figure)) ?? 0;

/** The last months' documents that a stretch of 31 days can touch. */
const MOST_OF_TWO_MONTHS = 2 * MOST_DOCUMENTS;

/**
 * How many complaints of an estate were filed from the local day of `since` to that of `until`, which lie no more than a
 * month apart. A month's document of a day holds what was filed on that day of it.
 */
export async function filedBetween(
  estateId: EstateId,
  since: number,
  until: number,
  zone: Zone,
  database: Database,
): Promise<number> {
  const [month, day] = monthAndDay(localDate(since, zone));
  const [lastMonth] = monthAndDay(localDate(until, zone));
  const [, to] = figuresBetween(estateId, lastMonth);
  const documents = await database.find<Numbers>('figures', {
    where: { _id: _.gte(`${estateId}:${month}:${day}`).and(_.lte(to)) },
    orderBy: [['_id', 1]],
    limit: MOST_OF_TWO_MONTHS,
    fields: ['counts.filed'],
  });
  return documents.reduce((sum, { counts }) => sum + (counts?.filed ?? 0), 0);
}

const monthAndDay = (date: string): [month: string, day: string] => [date.slice(0, 7), date.slice(8)];
