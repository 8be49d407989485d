import { databaseFailed, Failure, reasonOf } from '../failure';
import type { Sqlite } from './sqlite';

interface Pending {
  work: () => unknown;
  done: (result: unknown) => void;
  failed: (error: unknown) => void;
}

type Outcome = { result: unknown } | { error: unknown };

/**
 * Group commit: the writes that wait together share one SQL transaction, so that one flush to disk pays for all of
 * them. Each stands in a savepoint of its own, so none is harmed by another's failure, and nobody is told of success
 * before the commit.
 */
export class WriteQueue {
  private readonly sql: Sqlite;
  private pending: Pending[] = [];
  private scheduled = false;

  constructor(sql: Sqlite) {
    this.sql = sql;
  }

  submit<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let value: T;
      this.pending.push({
        work: () => {
          value = work();
        },
        done: () => resolve(value),
        failed: reject,
      });
      if (!this.scheduled) {
        this.scheduled = true;
        setImmediate(() => this.flush());
      }
    });
  }

  /** Commits everything that waits. */
  flush(): void {
    this.scheduled = false;
    const group = this.pending;
    this.pending = [];
    if (group.length === 0) return;
    const outcomes =
      this.together(group) ??
      group.map((item) => this.together([item])?.[0] ?? { error: databaseFailed('the write was rolled back') });
    for (const [at, item] of group.entries()) {
      const outcome = outcomes[at];
      if (outcome && 'result' in outcome) item.done(outcome.result);
      else item.failed(outcome?.error);
    }
  }

  /** @returns undefined when the whole group has been rolled back (e.g. the disk is full) and should be tried one by one. */
  private together(group: readonly Pending[]): Outcome[] | undefined {
    const alone = group.length === 1;
    try {
      this.sql.exec('BEGIN IMMEDIATE');
      const outcomes = alone ? this.withoutSavepoint(group) : group.map((item): Outcome => this.inSavepoint(item));
      if (!this.sql.inTransaction) return alone ? outcomes : undefined;
      this.sql.exec('COMMIT');
      return outcomes;
    } catch (error) {
      if (this.sql.inTransaction) this.sql.exec('ROLLBACK');
      return alone ? [{ error: asFailure(error) }] : undefined;
    }
  }

  /** One that commits by itself: when it fails, all of the transaction goes. */
  private withoutSavepoint(group: readonly Pending[]): Outcome[] {
    return group.map(({ work }) => ({ result: work() }));
  }

  private inSavepoint(item: Pending): Outcome {
    // After a full disk SQLite has rolled everything back: running on would commit the rest piecemeal.
    if (!this.sql.inTransaction) return { error: databaseFailed('the write was rolled back') };
    this.sql.exec('SAVEPOINT one');
    try {
      const result = item.work();
      this.sql.exec('RELEASE one');
      return { result };
    } catch (error) {
      if (this.sql.inTransaction) this.sql.exec('ROLLBACK TO one; RELEASE one');
      return { error: asFailure(error) };
    }
  }
}

/** What SQLite refuses (disk full, I/O) reaches the writer as a failed request; bugs stay bugs. */
const asFailure = (error: unknown): unknown => {
  if (error instanceof Failure) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') ? databaseFailed(`${code}: ${reasonOf(error)}`) : error;
};
