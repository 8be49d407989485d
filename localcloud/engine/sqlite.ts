import Database from 'libsql';

/** libsql aborts the process when a boolean is bound: the type keeps them out. */
export type SqlValue = string | number | null | Buffer;
export type Row = readonly SqlValue[];

const CACHED_STATEMENTS = 600;

/** The whole surface of the driver that the local cloud uses: array binds and raw rows only. */
export class Sqlite {
  private readonly db: Database.Database;
  private readonly cache = new Map<string, Database.Statement>();
  rowsRead = 0;

  constructor(file: string) {
    this.db = new Database(file);
  }

  exec(sql: string): void {
    this.db.exec(sql);
  }

  all(sql: string, binds: readonly SqlValue[] = []): Row[] {
    const rows = this.statement(sql, true).all([...binds]) as Row[];
    this.rowsRead += rows.length;
    return rows;
  }

  /** @returns the number of rows changed. */
  run(sql: string, binds: readonly SqlValue[] = []): number {
    return this.statement(sql, false).run([...binds]).changes;
  }

  number(sql: string, binds: readonly SqlValue[] = []): number {
    return Number(
      this.statement(sql, true)
        .all([...binds])
        .map((row) => (row as Row)[0])[0] ?? 0,
    );
  }

  get inTransaction(): boolean {
    return this.db.inTransaction;
  }

  /** Runs `work` in one transaction of its own; nothing of it stays when it throws. */
  transaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has already rolled back by itself.
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.cache.clear();
    this.db.close();
  }

  private statement(sql: string, reader: boolean): Database.Statement {
    const known = this.cache.get(sql);
    if (known) return known;
    const made = this.db.prepare(sql);
    if (reader) made.raw();
    if (this.cache.size >= CACHED_STATEMENTS) {
      const oldest = this.cache.keys().next();
      if (!oldest.done) this.cache.delete(oldest.value);
    }
    this.cache.set(sql, made);
    return made;
  }
}
