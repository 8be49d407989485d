import type { Row, Sqlite } from '../engine/sqlite';
import type { FaultBoard } from '../faults';
import type { Accounts } from './account';
import { fieldProblem } from './subscribe-fields';

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Page of the mini program the card opens. */
  page: string;
  /** Field to value, e.g. `{ thing1: '电梯异响' }`. */
  data: Record<string, string>;
}

/** A message WeChat was asked to send: delivered when `errcode` is 0, refused otherwise. */
export interface SentMessage extends SubscribeMessage {
  id: number;
  /** Epoch ms. */
  at: number;
  errcode: number;
  errmsg: string;
}

/** How the phone names a template and its fields. */
export interface Template {
  id: string;
  title: string;
  fields: Record<string, string>;
}

/** WeChat's own book: one acceptance allows one message, and nobody can ask it what is left. */
export class SubscribeLedger {
  private readonly sql: Sqlite;
  private readonly accounts: Accounts;
  private readonly faults: FaultBoard;
  private readonly now: () => number;

  constructor(sql: Sqlite, accounts: Accounts, faults: FaultBoard, now: () => number) {
    this.sql = sql;
    this.accounts = accounts;
    this.faults = faults;
    this.now = now;
    sql.exec(
      'CREATE TABLE IF NOT EXISTS local_credits (openid TEXT, template TEXT, credits INTEGER, PRIMARY KEY (openid, template))',
    );
    sql.exec(
      'CREATE TABLE IF NOT EXISTS local_messages (id INTEGER PRIMARY KEY, at REAL, openid TEXT, template TEXT, page TEXT, data TEXT, errcode INTEGER, errmsg TEXT)',
    );
    sql.exec('CREATE TABLE IF NOT EXISTS local_templates (id TEXT PRIMARY KEY, title TEXT, fields TEXT)');
    sql.exec('CREATE INDEX IF NOT EXISTS local_messages_of ON local_messages (openid, id)');
  }

  /** From the first registration on, other template ids are refused with 40037. */
  register(templates: readonly Template[]): void {
    for (const { id, title, fields } of templates) {
      this.sql.run('INSERT OR REPLACE INTO local_templates VALUES (?, ?, ?)', [id, title, JSON.stringify(fields)]);
    }
  }

  template(id: string): Template | undefined {
    const row = this.sql.all('SELECT title, fields FROM local_templates WHERE id = ?', [id])[0];
    return row && { id, title: String(row[0]), fields: textsOf(String(row[1])) };
  }

  private knows(templateId: string): boolean {
    const any = this.sql.number('SELECT count(*) FROM local_templates') > 0;
    return !any || this.template(templateId) !== undefined;
  }

  grant(openid: string, templateId: string, count: number): void {
    this.sql.run(
      'INSERT INTO local_credits VALUES (?, ?, ?) ON CONFLICT (openid, template) DO UPDATE SET credits = credits + excluded.credits',
      [openid, templateId, count],
    );
  }

  credits(openid: string): { templateId: string; count: number }[] {
    return this.sql
      .all('SELECT template, credits FROM local_credits WHERE openid = ? ORDER BY template', [openid])
      .map(([template, count]) => ({ templateId: String(template), count: Number(count) }));
  }

  /** Sends or refuses, and keeps both. */
  send(message: SubscribeMessage): { errcode: number; errmsg: string } {
    return this.sql.transaction(() => {
      const answer = this.decide(message);
      const { openid, templateId, page, data } = message;
      if (answer.errcode === 0) {
        this.sql.run('UPDATE local_credits SET credits = credits - 1 WHERE openid = ? AND template = ?', [
          openid,
          templateId,
        ]);
      }
      this.sql.run(
        'INSERT INTO local_messages (at, openid, template, page, data, errcode, errmsg) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [this.now(), openid, templateId, page, JSON.stringify(data), answer.errcode, answer.errmsg],
      );
      return answer;
    });
  }

  private decide(message: SubscribeMessage): { errcode: number; errmsg: string } {
    if (this.faults.take('sendErrors')) {
      const errcode = this.faults.current().sendErrorCode;
      return { errcode, errmsg: `${MEANING[errcode]} (injected)` };
    }
    if (!this.accounts.byMpOpenid(message.openid)) return { errcode: 40003, errmsg: 'invalid openid' };
    if (!this.knows(message.templateId)) return { errcode: 40037, errmsg: 'invalid template_id' };
    const problem = fieldProblem(message.data);
    if (problem) return { errcode: 47003, errmsg: problem };
    const left = this.sql.number('SELECT credits FROM local_credits WHERE openid = ? AND template = ?', [
      message.openid,
      message.templateId,
    ]);
    if (left <= 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
    return { errcode: 0, errmsg: 'ok' };
  }

  /** Newest first. */
  sent(openid?: string, limit = 10_000): SentMessage[] {
    const rows =
      openid === undefined
        ? this.sql.all(`${SELECT} ORDER BY id DESC LIMIT ?`, [limit])
        : this.sql.all(`${SELECT} WHERE openid = ? ORDER BY id DESC LIMIT ?`, [openid, limit]);
    return rows.map(messageOf);
  }
}

const MEANING = {
  43101: 'user refuse to accept the msg',
  47003: 'argument invalid!',
  45009: 'reach max api daily quota limit',
  40003: 'invalid openid',
} as const;

const SELECT = 'SELECT id, at, openid, template, page, data, errcode, errmsg FROM local_messages';

const textsOf = (json: string): Record<string, string> => {
  const fields: unknown = JSON.parse(json);
  return Object.fromEntries(Object.entries(fields ?? {}).map(([field, value]) => [field, String(value)]));
};

const messageOf = (row: Row): SentMessage => {
  const [id, at, openid, templateId, page, data, errcode, errmsg] = row;
  return {
    id: Number(id),
    at: Number(at),
    openid: String(openid),
    templateId: String(templateId),
    page: String(page ?? ''),
    data: textsOf(String(data)),
    errcode: Number(errcode),
    errmsg: String(errmsg),
  };
};
