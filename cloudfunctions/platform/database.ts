/**
 * The document database as the use cases see it. Every operation is one round trip and atomic for one document; nothing is
 * tried again here, because a use case can be repeated as a whole.
 */
import type { CloudBase } from '@cloudbase/node-sdk';
import { Refusal } from '../../types/errors';
import { changeOnWire, type Changes, filterOnWire, storable, type Where } from './operators';
import type { CollectionName } from './schema';

export type Document = object & { _id: string };

export interface FindOptions {
  where: Where;
  /** Must end in what an index is sorted by; needed for paging by cursor. */
  orderBy?: readonly (readonly [field: string, direction: 1 | -1])[];
  /** 1–1,000; 100 if left out. */
  limit?: number;
  /** Only these fields (and `_id`). */
  fields?: readonly string[];
}

/** Every operation refuses with `unavailable` when the database refuses or doesn't answer. */
export interface Database {
  /** One document by id, or null. `T` is what was stored there; documents are written by this code only. */
  get<T>(collection: CollectionName, id: string, fields?: readonly string[]): Promise<T | null>;
  /** `duplicate` when the `_id` or a unique key is taken. Of several documents, those before the duplicate are then in. */
  insert(collection: CollectionName, document: Document | readonly Document[]): Promise<'inserted' | 'duplicate'>;
  /**
   * Compare and set: changes every document that matches, returns how many are different now; one that had these values
   * already isn't counted, so a lasting change needs something that always differs (`_.inc`). With `_id` at most one.
   */
  updateIf(collection: CollectionName, where: Where, changes: Changes): Promise<number>;
  /** Changes one document by id; false when it doesn't exist, or had these values already. */
  update(collection: CollectionName, id: string, changes: Changes): Promise<boolean>;
  /** Compare and set of one document that also returns it as it is afterwards; null when nothing matched. */
  updateAndGet<T>(collection: CollectionName, where: Where, changes: Changes): Promise<T | null>;
  find<T>(collection: CollectionName, options: FindOptions): Promise<T[]>;
  count(collection: CollectionName, where: Where): Promise<number>;
  /** Removes one document by id; false when it didn't exist. */
  remove(collection: CollectionName, id: string): Promise<boolean>;
  /** Adds `by` (1 if left out) to a number of a document that is created with `otherwise` when missing; returns the new number. */
  incrementAndGet(
    collection: CollectionName,
    id: string,
    field: string,
    otherwise?: Changes,
    by?: number,
  ): Promise<number>;
}

const PAGE_LIMIT = 1000;

const reasonOf = (thrown: unknown): string => {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  return `${String(code ?? '')} ${String(message ?? '')}`.trim();
};

/** The server's words for a taken `_id` or unique key; CloudBase has no code of its own for it. */
const isDuplicate = (thrown: unknown): boolean => /E11000|duplicate key|_id.*重复|DUPLICATE/i.test(reasonOf(thrown));

const unavailable = (what: string, thrown: unknown): Refusal => {
  const refusal = new Refusal('unavailable');
  refusal.cause = new Error(`${what}: ${reasonOf(thrown)}`);
  return refusal;
};

type Db = ReturnType<CloudBase['database']>;

/** @param app the SDK, initialised for this environment */
export const databaseOf = (app: CloudBase): Database => {
  const db: Db = app.database();
  // `raw`: filters and changes are already in the form of the wire.
  const at = (collection: CollectionName) => db.collection(collection).options({ raw: true });

  const ask = async <A>(what: string, send: () => Promise<A>): Promise<A> => {
    try {
      return await send();
    } catch (thrown) {
      throw unavailable(what, thrown);
    }
  };
  const projection = (fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, true]));

  const database: Database = {
    async get<T>(collection: CollectionName, id: string, fields?: readonly string[]) {
      const reference = db.collection(collection).doc(id);
      const { data } = await ask(`get ${collection}`, () =>
        (fields ? reference.field(projection(fields)) : reference).get(),
      );
      return (data[0] as T | undefined) ?? null;
    },
    async insert(collection, document) {
      const documents = Array.isArray(document) ? document : [document];
      if (documents.length === 0) return 'inserted';
      try {
        await db.collection(collection).add(documents.map(storable));
        return 'inserted';
      } catch (thrown) {
        if (isDuplicate(thrown)) return 'duplicate';
        throw unavailable(`insert ${collection}`, thrown);
      }
    },
    async updateIf(collection, where, changes) {
      const { updated } = await ask(`update ${collection}`, () =>
        at(collection).where(filterOnWire(where)).update(changeOnWire(changes)),
      );
      return updated ?? 0;
    },
    async update(collection, id, changes) {
      return (await database.updateIf(collection, { _id: id }, changes)) > 0;
    },
    async updateAndGet<T>(collection: CollectionName, where: Where, changes: Changes) {
      // This one call of the SDK knows no `raw`; operators of the wire at the top pass through its serializer unchanged.
      const answer = await ask(`update ${collection}`, () =>
        at(collection).where(filterOnWire(where)).updateAndReturn(changeOnWire(changes)),
      );
      return (answer.doc ?? null) as T | null;
    },
    async find<T>(collection: CollectionName, { where, orderBy = [], limit = 100, fields }: FindOptions) {
      if (limit < 1 || limit > PAGE_LIMIT) throw new RangeError(`a page has 1–${PAGE_LIMIT} documents, not ${limit}`);
      let query = at(collection).where(filterOnWire(where));
      for (const [field, direction] of orderBy) query = query.orderBy(field, direction === 1 ? 'asc' : 'desc');
      if (fields) query = query.field(projection(fields));
      const { data } = await ask(`find ${collection}`, () => query.limit(limit).get());
      return data as T[];
    },
    async count(collection, where) {
      const { total } = await ask(`count ${collection}`, () => at(collection).where(filterOnWire(where)).count());
      return total ?? 0;
    },
    async remove(collection, id) {
      const { deleted } = await ask(`remove ${collection}`, () => db.collection(collection).doc(id).remove());
      return Number(deleted) > 0;
    },
    async incrementAndGet(collection, id, field, otherwise = {}, by = 1) {
      for (let round = 0; round < 3; round += 1) {
        const { doc } = await ask(`increment ${collection}`, () =>
          db
            .collection(collection)
            .where({ _id: id })
            .updateAndReturn({ [field]: db.command.inc(by) }),
        );
        const value: unknown = doc?.[field];
        if (typeof value === 'number') return value;
        if ((await database.insert(collection, { ...otherwise, _id: id, [field]: by })) === 'inserted') return by;
      }
      throw unavailable(`increment ${collection}`, new Error('neither found nor inserted'));
    },
  };
  return database;
};
