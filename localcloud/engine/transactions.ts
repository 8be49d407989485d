import { randomUUID } from 'node:crypto';
import { conflict, Failure } from '../failure';

/** Our own budget: the platform documents neither (MongoDB's default lifetime is 60 s). */
export const TRANSACTION_MS = 10_000;
export const TRANSACTION_OPERATIONS = 100;

const keyOf = (collection: string, id: string): string => `${collection}\0${id}`;

/** What a transaction sees and what it has written so far; null stands for "no such document". */
export interface Transaction {
  id: string;
  startedAt: number;
  operations: number;
  /** Documents as they were when the transaction began, kept once others change them. */
  before: Map<string, string | null>;
  written: Map<string, { collection: string; id: string; text: string | null }>;
}

/**
 * Snapshot isolation over single documents: a transaction reads what was committed when it began, plus its own
 * writes. The first to write a document holds its lock; everybody else is refused at once.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly locks = new Map<string, string>();

  start(): Transaction {
    this.expire();
    const transaction: Transaction = {
      id: randomUUID(),
      startedAt: performance.now(),
      operations: 0,
      before: new Map(),
      written: new Map(),
    };
    this.open.set(transaction.id, transaction);
    return transaction;
  }

  /** @throws when it does not exist (any more) or has used up its operations. */
  use(id: string): Transaction {
    this.expire();
    const transaction = this.open.get(id);
    if (!transaction)
      throw new Failure(
        'DATABASE_TRANSACTION_FAIL',
        `transaction ${id} does not exist, or was open for more than ${TRANSACTION_MS / 1000} s and has been aborted`,
      );
    transaction.operations += 1;
    if (transaction.operations > TRANSACTION_OPERATIONS) {
      this.end(id);
      throw new Failure(
        'DATABASE_TRANSACTION_FAIL',
        `transaction ${id} has used more than ${TRANSACTION_OPERATIONS} operations and has been aborted`,
      );
    }
    return transaction;
  }

  /** What the transaction sees of a document; `current` is what is committed now. */
  see(transaction: Transaction, collection: string, id: string, current: () => string | null): string | null {
    const key = keyOf(collection, id);
    const written = transaction.written.get(key);
    if (written) return written.text;
    const before = transaction.before.get(key);
    return before === undefined ? current() : before;
  }

  /** @throws DATABASE_TRANSACTION_CONFLICT when another transaction holds the document or it changed since the start. */
  write(transaction: Transaction, collection: string, id: string, text: string | null): void {
    const key = keyOf(collection, id);
    const holder = this.locks.get(key);
    if (holder !== undefined && holder !== transaction.id) {
      throw conflict(`${collection}/${id} is being written by another transaction`);
    }
    if (transaction.before.has(key)) throw conflict(`${collection}/${id} was changed after this transaction began`);
    this.locks.set(key, transaction.id);
    transaction.written.set(key, { collection, id, text });
  }

  /** Called before a document changes outside `by`; keeps what open transactions still have to see. */
  changing(collection: string, id: string, before: string | null, by?: Transaction): void {
    if (this.open.size === 0) return;
    this.expire();
    const key = keyOf(collection, id);
    const holder = this.locks.get(key);
    if (holder !== undefined && holder !== by?.id) {
      throw conflict(
        `${collection}/${id} is locked by an open transaction; a write outside it would wait on the real platform. ` +
          'where().update() and where().remove() never belong to a transaction: use doc() inside it.',
      );
    }
    for (const other of this.open.values()) if (other !== by && !other.before.has(key)) other.before.set(key, before);
  }

  end(id: string): void {
    this.open.delete(id);
    for (const [key, holder] of this.locks) if (holder === id) this.locks.delete(key);
  }

  private expire(): void {
    for (const transaction of this.open.values()) {
      if (performance.now() - transaction.startedAt > TRANSACTION_MS) this.end(transaction.id);
    }
  }
}
