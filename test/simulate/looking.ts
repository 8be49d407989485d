/** Looking at the database of the simulated year from outside: what it costs isn't the product's. */
import type { CollectionName } from '../../cloudfunctions/platform/schema';
import type { LocalCloud } from '../../localcloud/cloud';

/** One document by id. @throws Error when it isn't there */
export const documentOf = <T>({ engine }: LocalCloud, collection: CollectionName, id: string): T => {
  const [found] = engine.find(collection, { filter: { _id: id }, limit: 1 });
  if (found === undefined) throw new Error(`${collection} ${id} is not on file`);
  return found as T;
};

/** The document that comes first by a field with a text in it; null when none has one. */
export const earliestBy = <T>({ engine }: LocalCloud, collection: CollectionName, field: string): T | null => {
  const [found] = engine.find(collection, {
    filter: { [field]: { $gt: '' } },
    sort: [
      [field, 1],
      ['_id', 1],
    ],
    limit: 1,
  });
  return (found as T | undefined) ?? null;
};

/** The message that is due first. */
export const earliestMessage = <T>({ engine }: LocalCloud): T | null => {
  const [found] = engine.find('messages', {
    filter: { 'send.state': { $in: ['waiting', 'claimed', 'telling'] }, 'send.nextTryAt': { $gt: '' } },
    sort: [
      ['send.nextTryAt', 1],
      ['_id', 1],
    ],
    limit: 1,
  });
  return (found as T | undefined) ?? null;
};
