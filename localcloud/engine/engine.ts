import { databaseFailed, Failure } from '../failure';
import { aggregate, matcher, projectedTexts } from './match';
import { idOf, newDoc } from './new-doc';
import type { Sort } from './plan';
import { type Found, Scan } from './scan';
import type { CollectionSchema } from './schema';
import { Sqlite } from './sqlite';
import { Table } from './table';
import { TransactionView } from './transaction-view';
import { type Transaction, Transactions } from './transactions';
import { applyUpdate } from './update';
import { type Doc, decodeDoc, encode, type Fields, isFields, refuseReservedNames, type Value } from './value';
import { WriteQueue } from './write-queue';

/** Platform limit of one answer. */
export const PAGE = 1000;

export interface Find {
  filter: Fields;
  sort?: Sort;
  offset?: number;
  /** At most PAGE. */
  limit?: number;
  projection?: Fields;
}

export interface EngineOptions {
  file: string;
  collections: readonly CollectionSchema[];
  /** false: no flush to disk per commit, for filling large amounts only. */
  durable: boolean;
}

/**
 * The document database: declared collections only, declared indexes only, every write one committed SQL transaction.
 * Reads see everything committed. All texts in and out are relaxed Extended JSON.
 */
export class Engine {
  readonly sql: Sqlite;
  readonly transactions = new Transactions();
  private readonly tables = new Map<string, Table>();
  private readonly scans = new Map<string, Scan>();
  private readonly queue: WriteQueue;

  constructor(options: EngineOptions) {
    this.sql = new Sqlite(options.file);
    // One process owns the file; a second one is refused instead of both going astray.
    this.sql.exec('PRAGMA locking_mode = EXCLUSIVE');
    this.sql.exec('PRAGMA journal_mode = WAL');
    this.sql.exec(`PRAGMA synchronous = ${options.durable ? 'FULL' : 'OFF'}`);
    this.sql.exec('PRAGMA cache_size = -65536');
    this.sql.exec('CREATE TABLE IF NOT EXISTS local_shapes (name TEXT PRIMARY KEY, shape TEXT NOT NULL)');
    this.queue = new WriteQueue(this.sql);
    for (const schema of options.collections) this.openTable(schema);
  }

  private openTable(schema: CollectionSchema): void {
    if (this.tables.has(schema.name)) throw new Error(`collection ${schema.name} is declared twice`);
    const table = new Table(this.sql, schema);
    const known = this.sql.all('SELECT shape FROM local_shapes WHERE name = ?', [schema.name])[0];
    if (known?.[0] !== table.shape) {
      this.sql.transaction(() => {
        if (known) table.rebuild();
        else table.create();
        this.sql.run('INSERT OR REPLACE INTO local_shapes VALUES (?, ?)', [schema.name, table.shape]);
      });
    }
    this.tables.set(schema.name, table);
    this.scans.set(schema.name, new Scan(this.sql, table));
  }

  /** @throws DATABASE_COLLECTION_NOT_EXIST: collections are declared, never made on the way. */
  table(name: string): Table {
    const table = this.tables.get(name);
    if (!table)
      throw new Failure(
        'DATABASE_COLLECTION_NOT_EXIST',
        `collection ${name} does not exist: it is not declared in the schema`,
      );
    return table;
  }

  private scan(name: string): Scan {
    this.table(name);
    const scan = this.scans.get(name);
    if (!scan) throw new Error(`no scan for ${name}`);
    return scan;
  }

  get rowsRead(): number {
    return this.sql.rowsRead;
  }

  find(collection: string, query: Find): string[] {
    const offset = query.offset ?? 0;
    const limit = Math.min(query.limit ?? 100, PAGE);
    const shown: Found[] = [];
    let skipped = 0;
    for (const found of this.scan(collection).find(
      query.filter,
      query.sort ?? [],
      offset + limit,
      matcher(query.filter),
    )) {
      if (skipped < offset) skipped += 1;
      else shown.push(found);
    }
    const { projection } = query;
    if (projection === undefined || Object.keys(projection).length === 0) return shown.map(({ text }) => text);
    return projectedTexts(shown, projection);
  }

  count(collection: string, filter: Fields): number {
    return this.scan(collection).count(filter, matcher(filter));
  }

  /**
   * In the given order, as MongoDB does: of several documents, those before a refused one are in.
   * @returns the ids, generated where a document brings none.
   */
  async insert(collection: string, docs: readonly Fields[]): Promise<string[]> {
    const table = this.table(collection);
    const ready = docs.map((fields) => newDoc(fields));
    const refused = await this.queue.submit((): unknown => {
      for (const [at, doc] of ready.entries()) {
        try {
          this.transactions.changing(collection, doc._id, null);
          table.insert(doc);
        } catch (error) {
          // The first one takes nothing with it: its savepoint is rolled back.
          if (at === 0 || !(error instanceof Failure)) throw error;
          return error;
        }
      }
      return undefined;
    });
    if (refused !== undefined) throw refused;
    return ready.map((doc) => doc._id);
  }

  /** Fills a collection in large commits, for seeding and benchmarks. */
  async insertMany(collection: string, docs: readonly Fields[]): Promise<void> {
    for (let at = 0; at < docs.length; at += 2000) await this.insert(collection, docs.slice(at, at + 2000));
  }

  /** @returns how many documents changed; one whose fields already had these values does not count, as in MongoDB. */
  update(collection: string, filter: Fields, update: Fields, multi: boolean): Promise<number> {
    return this.queue.submit(
      () => this.updateFound(collection, filter, update, multi).filter((change) => change.changed).length,
    );
  }

  /** @returns the first matching document after the update, or undefined. */
  updateAndReturn(collection: string, filter: Fields, update: Fields): Promise<string | undefined> {
    return this.queue.submit(() => this.updateFound(collection, filter, update, false)[0]?.text);
  }

  private updateFound(
    collection: string,
    filter: Fields,
    update: Fields,
    multi: boolean,
  ): { changed: boolean; text: string }[] {
    const table = this.table(collection);
    return this.toWrite(collection, filter, multi).map(({ text, doc: old }) => {
      const doc = applyUpdate(old, update);
      refuseReservedNames(doc);
      const changed = table.textOf(doc);
      if (changed === text) return { changed: false, text };
      this.transactions.changing(collection, old._id, text);
      table.replace(old, doc, changed);
      return { changed: true, text: changed };
    });
  }

  /** Replaces a document, or creates it. */
  set(collection: string, filter: Fields, fields: Fields): Promise<{ updated: number; upsertId?: string }> {
    const table = this.table(collection);
    const doc = newDoc({ ...fields, _id: idOf(filter) });
    return this.queue.submit(() => {
      const text = table.text(doc._id);
      this.transactions.changing(collection, doc._id, text ?? null);
      if (text === undefined) {
        table.insert(doc);
        return { updated: 0, upsertId: doc._id };
      }
      table.replace(decodeDoc(text), doc);
      return { updated: 1 };
    });
  }

  remove(collection: string, filter: Fields, multi: boolean): Promise<number> {
    const table = this.table(collection);
    return this.queue.submit(() => {
      const found = this.toWrite(collection, filter, multi);
      for (const { text, doc } of found) {
        this.transactions.changing(collection, doc._id, text);
        table.remove(doc);
      }
      return found.length;
    });
  }

  private toWrite(collection: string, filter: Fields, multi: boolean): { text: string; doc: Doc }[] {
    if (Object.keys(filter).length === 0) throw databaseFailed(`${collection}: a write needs a filter`);
    const found = this.scan(collection).find(filter, [], multi ? Number.MAX_SAFE_INTEGER : 1, matcher(filter));
    return [...found].map(({ text, doc }) => ({ text, doc: doc ?? decodeDoc(text) }));
  }

  /** The leading `$match`, `$sort` and `$limit` are answered by an index; the rest of the stages by mingo. */
  aggregate(collection: string, stages: readonly Fields[]): string[] {
    const rest = [...stages];
    const leading = (name: string): Value | undefined => {
      const value = rest[0]?.[name];
      if (value !== undefined) rest.shift();
      return value;
    };
    const match = leading('$match');
    const filter = isFields(match) ? match : {};
    const sortBy = leading('$sort');
    const limit = leading('$limit');
    const need = typeof limit === 'number' ? limit : Number.MAX_SAFE_INTEGER;
    if (match === undefined && typeof limit !== 'number')
      throw databaseFailed(`${collection}: an aggregation begins with $match that an index serves`);
    if (isFields(match) && Object.keys(match).length === 0 && typeof limit !== 'number') {
      throw databaseFailed(`${collection}: an empty $match would read the whole collection`);
    }
    if (stages.some((stage) => '$lookup' in stage)) throw databaseFailed('$lookup is not supported by the local cloud');
    const sort = isFields(sortBy) ? sortOf(sortBy) : [];
    const found = this.scan(collection).find(filter, sort, need, matcher(filter));
    const docs = [...found].map(({ text, doc }) => doc ?? decodeDoc(text));
    return aggregate(docs, rest).map(encode);
  }

  start(): string {
    return this.transactions.start().id;
  }

  /** The database as one transaction sees and changes it. */
  inside(transaction: Transaction): TransactionView {
    return new TransactionView(transaction, this.transactions, this.sql, this.queue, (name) => this.table(name));
  }

  /** Makes every further growth of the file fail as on a full disk, until called with false. */
  limitDisk(full: boolean): void {
    const pages = full ? this.sql.number('PRAGMA page_count') : 1073741823;
    this.sql.number(`PRAGMA max_page_count = ${pages}`);
  }

  /** Whether every commit is flushed to disk; switched off only while filling what can be filled again. */
  setDurable(durable: boolean): void {
    this.queue.flush();
    if (durable) this.checkpoint();
    this.sql.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}`);
    if (durable) this.checkpoint();
  }

  private checkpoint(): void {
    this.sql.number('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.queue.flush();
    this.checkpoint();
    // The driver lets go of the file only when its statements are collected: give up the lock before.
    this.sql.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL');
    this.sql.number('SELECT count(*) FROM sqlite_schema');
    this.sql.close();
  }
}

export const sortOf = (order: Fields): Sort =>
  Object.entries(order).map(([field, direction]) => [field, Number(direction) < 0 ? -1 : 1] as const);
