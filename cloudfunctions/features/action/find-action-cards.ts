/** Actions as list rows; the condition must be served by a declared index. */
import type { Actor } from '../../../domain/people/actor';
import type { ActionCard } from '../../../types/api/action';
import type { PersonId } from '../../../types/ids';
import type { Where } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import { loadEstates } from '../estate/load-estate';
import { cursorAt, following } from '../page-cursor';
import { ACTION_CARD_FIELDS, type ActionCardFields } from './action-document';
import { presentActionCard } from './present-action';

export interface ActionCardQuery {
  where: Where;
  sortedBy: 'openedAt' | 'dutyDueAt';
  direction: 1 | -1;
  cursor: string | undefined;
  limit: number;
}

export async function findActionCards(
  { where, sortedBy, direction, cursor, limit }: ActionCardQuery,
  actor: Actor & { id: PersonId },
  platform: Platform,
): Promise<{ items: ActionCard[]; fields: readonly ActionCardFields[]; cursor: string | null }> {
  const found = await platform.database.find<ActionCardFields>('actions', {
    where: { ...where, ...following(sortedBy, direction, cursor) },
    orderBy: [
      [sortedBy, direction],
      ['_id', direction],
    ],
    limit: limit + 1,
    fields: ACTION_CARD_FIELDS,
  });
  const shown = found.slice(0, limit);
  const estates = await loadEstates(
    shown.map((card) => card.estateId),
    platform.database,
  );
  const nameOf = (id: ActionCardFields['estateId']) => estates.find((e) => e.estate.id === id)?.estate.name ?? '';
  const last = shown.at(-1);
  return {
    items: shown.map((card) => presentActionCard(card, nameOf(card.estateId), actor)),
    fields: shown,
    cursor: found.length > limit && last !== undefined ? cursorAt({ value: last[sortedBy] ?? '', id: last._id }) : null,
  };
}
