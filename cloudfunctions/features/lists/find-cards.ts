/** One page of complaints as list rows; the condition must be served by a declared index. */
import type { PersonId } from '../../../types/ids';
import type { ComplaintCard } from '../../../types/views';
import type { Actor } from '../../../domain/people/actor';
import type { Where } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import { CARD_FIELDS, type CardFields } from '../complaint/complaint-document';
import { presentCard } from '../complaint/present-card';
import { loadEstates } from '../estate/load-estate';
import { cursorAt, following } from '../page-cursor';

export interface CardQuery {
  where: Where;
  sortedBy: 'filedAt' | 'dutyDueAt';
  direction: 1 | -1;
  cursor: string | undefined;
  limit: number;
}

export async function findCards(
  { where, sortedBy, direction, cursor, limit }: CardQuery,
  actor: Actor & { id: PersonId },
  platform: Platform,
): Promise<{ items: ComplaintCard[]; cursor: string | null }> {
  const found = await platform.database.find<CardFields>('complaints', {
    where: { ...where, ...following(sortedBy, direction, cursor) },
    orderBy: [
      [sortedBy, direction],
      ['_id', direction],
    ],
    limit: limit + 1,
    fields: CARD_FIELDS,
  });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await presentCards(shown, actor, platform),
    cursor: found.length > limit && last !== undefined ? cursorAt({ value: last[sortedBy] ?? '', id: last._id }) : null,
  };
}

/** The rows as this person may see them, with the names of their estates. */
export async function presentCards(
  cards: readonly CardFields[],
  actor: Actor & { id: PersonId },
  platform: Platform,
): Promise<ComplaintCard[]> {
  const estates = await loadEstates(
    cards.map((c) => c.estateId),
    platform.database,
  );
  const nameOf = (id: CardFields['estateId']) => estates.find((e) => e.estate.id === id)?.estate.name ?? '';
  return cards.map((card) => presentCard(card, nameOf(card.estateId), actor));
}
