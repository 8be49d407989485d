import type { Sqlite } from '../engine/sqlite';

/** An invitation of the management that nobody has used yet. */
export interface Invitation {
  /** 春和苑 6栋1单元902 */
  for: string;
  code: string;
}

/** What the management would hand over with the keys: whoever is new to the demo takes the next invitation. */
export class InvitationPool {
  private readonly sql: Sqlite;

  constructor(sql: Sqlite) {
    this.sql = sql;
    sql.exec(
      'CREATE TABLE IF NOT EXISTS local_invitations (id INTEGER PRIMARY KEY, home TEXT, code TEXT UNIQUE, taken_by TEXT UNIQUE)',
    );
  }

  offer(invitations: readonly Invitation[]): void {
    for (const { for: home, code } of invitations)
      this.sql.run('INSERT OR IGNORE INTO local_invitations (home, code) VALUES (?, ?)', [home, code]);
  }

  /** Without it newcomers bring their own code. */
  get offered(): boolean {
    return this.sql.number('SELECT count(*) FROM local_invitations') > 0;
  }

  /** @returns undefined when all are taken. */
  take(key: string): Invitation | undefined {
    this.sql.run(
      'UPDATE local_invitations SET taken_by = ? WHERE id = (SELECT min(id) FROM local_invitations WHERE taken_by IS NULL)',
      [key],
    );
    const row = this.sql.all('SELECT home, code FROM local_invitations WHERE taken_by = ?', [key])[0];
    return row && { for: String(row[0]), code: String(row[1]) };
  }
}
