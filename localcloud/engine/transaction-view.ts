import { databaseFailed } from '../failure';
import { projectedTexts } from './match';
import { idOf, newDoc } from './new-doc';
import type { Sqlite } from './sqlite';
import type { Table } from './table';
import type { Transaction, Transactions } from './transactions';
import { applyUpdate } from './update';
import { decodeDoc, encode, type Fields, refuseReservedNames } from './value';
import type { WriteQueue } from './write-queue';

/** Reads and writes of one transaction: single documents only, by their `_id`. Nothing reaches the tables before commit. */
export class TransactionView {
  private readonly transaction: Transaction;
  private readonly transactions: Transactions;
  private readonly sql: Sqlite;
  private readonly queue: WriteQueue;
  private readonly table: (collection: string) => Table;

  constructor(
    transaction: Transaction,
    transactions: Transactions,
    sql: Sqlite,
    queue: WriteQueue,
    table: (collection: string) => Table,
  ) {
    this.transaction = transaction;
    this.transactions = transactions;
    this.sql = sql;
    this.queue = queue;
    this.table = table;
  }

  find(collection: string, filter: Fields, projection?: Fields): string[] {
    const text = this.seen(collection, idOf(filter));
    if (text === null) return [];
    return projection ? projectedTexts([{ text }], projection) : [text];
  }

  insert(collection: string, docs: readonly Fields[]): string[] {
    return docs.map((fields) => {
      const doc = newDoc(fields);
      if (this.seen(collection, doc._id) !== null) {
        throw databaseFailed(
          `E11000 duplicate key error collection: local.${collection} index: _id_ dup key: { _id: "${doc._id}" }`,
        );
      }
      this.write(collection, doc._id, encode(doc));
      return doc._id;
    });
  }

  update(collection: string, filter: Fields, update: Fields): number {
    const text = this.seen(collection, idOf(filter));
    if (text === null) return 0;
    const doc = applyUpdate(decodeDoc(text), update);
    refuseReservedNames(doc);
    const changed = encode(doc);
    this.write(collection, doc._id, changed);
    return changed === text ? 0 : 1;
  }

  set(collection: string, filter: Fields, fields: Fields): { updated: number; upsertId?: string } {
    const doc = newDoc({ ...fields, _id: idOf(filter) });
    const existed = this.seen(collection, doc._id) !== null;
    this.write(collection, doc._id, encode(doc));
    return existed ? { updated: 1 } : { updated: 0, upsertId: doc._id };
  }

  remove(collection: string, filter: Fields): number {
    const id = idOf(filter);
    if (this.seen(collection, id) === null) return 0;
    this.write(collection, id, null);
    return 1;
  }

  commit(): Promise<void> {
    const { transaction, transactions } = this;
    return this.queue
      .submit(() => {
        for (const { collection, id } of transaction.written.values()) {
          transactions.changing(collection, id, this.table(collection).text(id) ?? null, transaction);
        }
        this.apply();
      })
      .finally(() => transactions.end(transaction.id));
  }

  private seen(collection: string, id: string): string | null {
    const table = this.table(collection);
    return this.transactions.see(this.transaction, collection, id, () => table.text(id) ?? null);
  }

  /** Tries all writes on the tables and takes them back, so that a refusal comes with the operation that earns it. */
  private write(collection: string, id: string, text: string | null): void {
    const { written } = this.transaction;
    const earlier = new Map(written);
    this.transactions.write(this.transaction, collection, id, text);
    this.sql.exec('BEGIN IMMEDIATE');
    try {
      this.apply();
    } catch (error) {
      written.clear();
      for (const [key, write] of earlier) written.set(key, write);
      throw error;
    } finally {
      if (this.sql.inTransaction) this.sql.exec('ROLLBACK');
    }
  }

  private apply(): void {
    for (const { collection, id, text } of this.transaction.written.values()) {
      const table = this.table(collection);
      const current = table.text(id);
      if (text === null) {
        if (current !== undefined) table.remove(decodeDoc(current));
      } else if (current === undefined) table.insert(decodeDoc(text));
      else table.replace(decodeDoc(current), decodeDoc(text));
    }
  }
}
