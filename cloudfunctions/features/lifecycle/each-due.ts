import type { Instant } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { CollectionName } from '../../platform/schema';
import type { Scene } from '../clock-part';

const PAGE = 50;

export interface Due {
  collection: CollectionName;
  /** An indexed instant, null when nothing is due. */
  field: string;
  until: Instant;
}

/**
 * Visits what has come due, page by page until nothing is left or `mayGoOn` says stop; the cost grows with what is due, not
 * with what exists (CK-08, CK-09). One that fails as a bug doesn't keep the others waiting.
 * @param visit whether something was done
 * @returns for how many it was
 */
export async function eachDue<Id extends string>(
  { collection, field, until }: Due,
  visit: (id: Id) => Promise<boolean>,
  { platform }: Scene,
  mayGoOn: () => boolean,
): Promise<number> {
  let done = 0;
  let after: { at: Instant; id: Id } | null = null;
  while (mayGoOn()) {
    const where: Parameters<typeof platform.database.find>[1]['where'] =
      after === null
        ? { [field]: _.gt('').and(_.lte(until)) }
        : _.or([{ [field]: _.gt(after.at).and(_.lte(until)) }, { [field]: after.at, _id: _.gt(after.id) }]);
    const found: ({ _id: Id } & Record<string, unknown>)[] = await platform.database.find(collection, {
      where,
      orderBy: [
        [field, 1],
        ['_id', 1],
      ],
      limit: PAGE,
      fields: [field],
    });
    for (const document of found) {
      const at = document[field];
      after = { at: typeof at === 'string' ? at : until, id: document._id };
      try {
        if (await visit(document._id)) done += 1;
      } catch (error) {
        platform.log.error(`${field} could not be seen to`, error, { [collection]: document._id });
      }
    }
    if (found.length < PAGE) break;
  }
  return done;
}
