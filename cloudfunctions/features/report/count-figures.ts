/**
 * The figures of an estate's month (RP-04), maintained as complaints change. A month's numbers stand in up to 31 documents,
 * each for the complaints filed on one day of a month, so that none grows with the estate; a document remembers with how
 * many events it counted each complaint, so counting again changes nothing and a slower function can't undo a faster one.
 */
import { cellsOf, type FigureRules } from '../../../domain/report/figures';
import { epoch, localDate } from '../../../domain/clock/zone';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { ComplaintId, EstateId } from '../../../types/ids';
import { _, type Changes } from '../../platform/operators';
import { evolve } from '../../../domain/complaint/evolve';
import { Refusal } from '../../../types/errors';
import type { Platform } from '../../platform/platform';
import type { Step } from '../lifecycle/keeper';

export interface FiguresDocument {
  /** `estate:month:day of filing`, e.g. `cuihu:2026-11:21`. */
  _id: string;
  estateId: EstateId;
  /** Number by cell (`cellOf`), as stored (`storedCell`). */
  counts: Record<string, number>;
  /** With how many of its events each complaint is in `counts`. */
  counted: Record<ComplaintId, number>;
}

/** Days of a month by which its documents are told apart. */
export const MOST_DOCUMENTS = 31;

// A dot in a field's name would reach inside.
const storedCell = (cell: string): string => cell.replaceAll('.', '/');
export const cellAsCounted = (stored: string): string => stored.replaceAll('/', '.');

/** Where the numbers of an estate's month begin and end by `_id`. */
export const figuresBetween = (estateId: EstateId, month: string): [from: string, to: string] => [
  `${estateId}:${month}:01`,
  `${estateId}:${month}:${MOST_DOCUMENTS}`,
];

type Cells = ReadonlySet<string>;
const NOWHERE: Cells = new Set();
const same = (a: Cells, b: Cells): boolean => a.size === b.size && [...a].every((cell) => b.has(cell));

const withFirst = (complaint: Complaint, events: number): Complaint | null =>
  complaint.events.slice(0, events).reduce<Complaint | null>(evolve, null);

const difference = (before: Cells, after: Cells): Changes =>
  Object.fromEntries([
    ...[...after].filter((cell) => !before.has(cell)).map((cell) => [`counts.${storedCell(cell)}`, _.inc(1)] as const),
    ...[...before].filter((cell) => !after.has(cell)).map((cell) => [`counts.${storedCell(cell)}`, _.inc(-1)] as const),
  ]);

/** Brings the months up to date that the steps changed anything in; one write per month, usually one in all. */
export async function countFigures(
  steps: readonly Step<Complaint>[],
  rules: FigureRules,
  platform: Platform,
): Promise<void> {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return;
  const before = first.before === null ? new Map<string, Set<string>>() : cellsOf(first.before, rules);
  const changed = new Set<string>();
  let sofar = before;
  for (const { subject } of steps) {
    const cells = cellsOf(subject, rules);
    // What comes and goes again is written too: a slower function may have seen only the first half of it.
    for (const month of new Set([...sofar.keys(), ...cells.keys()]))
      if (!same(sofar.get(month) ?? NOWHERE, cells.get(month) ?? NOWHERE)) changed.add(month);
    sofar = cells;
  }
  for (const month of changed) await countMonth(month, first.before?.events.length ?? 0, last.subject, rules, platform);
}

const ROUNDS = 10;

/** @param known with how many events it was counted at most, as far as the steps tell */
async function countMonth(
  month: string,
  known: number,
  complaint: Complaint,
  rules: FigureRules,
  { database }: Platform,
): Promise<void> {
  const { estateId, filedAt } = complaint;
  const _id = `${estateId}:${month}:${localDate(epoch(filedAt), rules.zone).slice(8)}`;
  const counted = `counted.${complaint.id}`;
  const upTo = complaint.events.length;
  const cellsWith = (events: number): Cells => {
    const then = events === upTo ? complaint : withFirst(complaint, events);
    return then === null ? NOWHERE : (cellsOf(then, rules).get(month) ?? NOWHERE);
  };
  const after = cellsWith(upTo);
  // Whatever it was counted with up to `known`, it counted the same: events that change nothing aren't written.
  const sinceKnown = known === 0 ? 0 : await countFrom(known, { [counted]: _.lte(known) });
  if (sinceKnown === 1) return;
  for (let round = 0; round < ROUNDS; round += 1) {
    if ((await countFrom(0, { [counted]: _.exists(false) })) === 1) return;
    const document = await database.get<FiguresDocument>('figures', _id, [counted]);
    if (document === null) {
      const counts = Object.fromEntries([...after].map((cell) => [storedCell(cell), 1]));
      const fresh: FiguresDocument = { _id, estateId, counts, counted: { [complaint.id]: upTo } };
      if ((await database.insert('figures', fresh)) === 'inserted') return;
      continue;
    }
    const from = document.counted?.[complaint.id];
    if (from === undefined) continue;
    if (from >= upTo || (await countFrom(from, { [counted]: from })) === 1) return;
  }
  throw new Refusal('unavailable');

  function countFrom(events: number, where: Changes): Promise<number> {
    return database.updateIf(
      'figures',
      { _id, ...where },
      { ...difference(cellsWith(events), after), [counted]: upTo },
    );
  }
}
