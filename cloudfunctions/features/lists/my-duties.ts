/**
 * A person's duties in the order of their own due times. The main duties come from the index page by page; the duties
 * beside them (notices to be opened …) are few and due soon, so the first of them are read whole and set among the others.
 */
import type { Actor } from '../../../domain/people/actor';
import { dutyKeysOf } from '../../../domain/people/person';
import type { Instant, PersonId } from '../../../types/ids';
import { _, type Where } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import { CARD_FIELDS, type CardFields } from '../complaint/complaint-document';
import { ownDuties } from '../complaint/present-card';
import { cursorAt, following, positionOf } from '../page-cursor';

/** Up to here is counted, and read of the duties beside the main one; nobody works off more in a day, and the cost stays bounded. */
export const MOST_COUNTED = 100;

export interface DutyRow {
  card: CardFields;
  dueAt: Instant;
}

/** The complaints with a duty of this person beside the main one, each with when their first own duty is due. */
export async function besideRows(
  actor: Actor & { id: PersonId },
  where: Where,
  { database }: Platform,
): Promise<DutyRow[]> {
  const cards = await database.find<CardFields>('complaints', {
    where: { ...where, besideKeys: _.in(dutyKeysOf(actor)) },
    orderBy: [
      ['besideDueAt', 1],
      ['_id', 1],
    ],
    limit: MOST_COUNTED,
    fields: CARD_FIELDS,
  });
  return cards.flatMap((card) => {
    const [first] = ownDuties(card, actor);
    return first === undefined ? [] : [{ card, dueAt: first.dueAt }];
  });
}

export interface DutyPage {
  /** Only what is due before. */
  before: Instant | null;
  cursor: string | undefined;
  limit: number;
}

/** @param where the estate, or nothing */
export async function dutyPage(
  { before, cursor, limit }: DutyPage,
  actor: Actor & { id: PersonId },
  where: Where,
  beside: readonly DutyRow[],
  { database }: Platform,
): Promise<{ cards: CardFields[]; cursor: string | null }> {
  const known = new Set(beside.map(({ card }) => card._id));
  const found = await database.find<CardFields>('complaints', {
    where: {
      ...where,
      dutyKeys: _.in(dutyKeysOf(actor)),
      ...(before === null ? {} : { dutyDueAt: _.lt(before) }),
      ...following('dutyDueAt', 1, cursor),
    },
    orderBy: [
      ['dutyDueAt', 1],
      ['_id', 1],
    ],
    // As many as may be dropped because they stand among the others already.
    limit: limit + 1 + beside.length,
    fields: CARD_FIELDS,
  });
  const main = found.flatMap((card) => (known.has(card._id) ? [] : [{ card, dueAt: card.dutyDueAt ?? '' }]));
  const from = cursor === undefined ? null : positionOf(cursor);
  const follows = ({ card, dueAt }: DutyRow): boolean =>
    from === null || dueAt > from.value || (dueAt === from.value && card._id > from.id);
  const rows = [...main, ...beside.filter((row) => follows(row) && (before === null || row.dueAt < before))].sort(
    (a, b) => (a.dueAt === b.dueAt ? (a.card._id < b.card._id ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    cards: shown.map(({ card }) => card),
    cursor: rows.length > limit && last !== undefined ? cursorAt({ value: last.dueAt, id: last.card._id }) : null,
  };
}
