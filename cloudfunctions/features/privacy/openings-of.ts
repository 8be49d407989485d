import type { PersonId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { cursorAt, following } from '../page-cursor';
import type { OpeningDocument } from './note-openings';

/** One page of the log about a person, newest first; one read. */
export async function openingsOf(
  personId: PersonId,
  cursor: string | undefined,
  limit: number,
  database: Database,
): Promise<{ items: OpeningDocument[]; cursor: string | null }> {
  const found = await database.find<OpeningDocument>('openings', {
    where: { aboutIds: personId, ...following('at', -1, cursor) },
    orderBy: [
      ['at', -1],
      ['_id', -1],
    ],
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    cursor: found.length > limit && last !== undefined ? cursorAt({ value: last.at, id: last._id }) : null,
  };
}
