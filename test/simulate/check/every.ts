/** A whole collection, page by page, for the checks; the product never does this. */
import type { Database } from '../../../cloudfunctions/platform/database';
import { _ } from '../../../cloudfunctions/platform/operators';
import type { CollectionName } from '../../../cloudfunctions/platform/schema';

export async function* every<T extends { _id: string }>(
  collection: CollectionName,
  limit: number,
  database: Database,
  fields?: readonly string[],
): AsyncGenerator<T> {
  for (let after = ''; ; ) {
    const page: T[] = await database.find<T>(collection, {
      where: { _id: _.gt(after) },
      orderBy: [['_id', 1]],
      limit,
      ...(fields === undefined ? {} : { fields }),
    });
    yield* page;
    const last = page.at(-1);
    if (page.length < limit || last === undefined) return;
    after = last._id;
  }
}
