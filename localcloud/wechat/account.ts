import { randomBytes } from 'node:crypto';
import type { Row, Sqlite } from '../engine/sqlite';

/** A person with WeChat on the phone, as WeChat knows them. */
export interface WeChatAccount {
  key: string;
  nickname: string;
  /** Who this is and what they do, for the page where one chooses who to be. */
  title: string;
  group: '住户' | '员工';
  /** Smaller heading under which one finds them, e.g. 巡楼组. */
  section?: string;
  mpOpenid: string;
  oaOpenid: string;
  unionid: string;
  hint?: string;
}

const newOpenid = (): string => `o${randomBytes(20).toString('base64url').slice(0, 27)}`;

/** WeChat's side of the people: kept apart from the product's collections. */
export class Accounts {
  private readonly sql: Sqlite;

  constructor(sql: Sqlite) {
    this.sql = sql;
    sql.exec(
      'CREATE TABLE IF NOT EXISTS local_accounts (key TEXT PRIMARY KEY, nickname TEXT, title TEXT, people TEXT, mp_openid TEXT UNIQUE, oa_openid TEXT UNIQUE, unionid TEXT, hint TEXT, place INTEGER, section TEXT)',
    );
    // A folder of an earlier version has no sections.
    if (sql.number("SELECT count(*) FROM pragma_table_info('local_accounts') WHERE name = 'section'") === 0)
      sql.exec('ALTER TABLE local_accounts ADD COLUMN section TEXT');
  }

  add(account: WeChatAccount): void {
    const { key, nickname, title, group, mpOpenid, oaOpenid, unionid, hint, section } = account;
    const place = this.sql.number(
      'SELECT coalesce((SELECT place FROM local_accounts WHERE key = ?), (SELECT count(*) FROM local_accounts))',
      [key],
    );
    this.sql.run('INSERT OR REPLACE INTO local_accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      key,
      nickname,
      title,
      group,
      mpOpenid,
      oaOpenid,
      unionid,
      hint ?? null,
      place,
      section ?? null,
    ]);
  }

  /** Somebody who opens the product for the first time. */
  addStranger(): WeChatAccount {
    const number = this.sql.number("SELECT count(*) FROM local_accounts WHERE key LIKE 'guest-%'") + 1;
    const account: WeChatAccount = {
      key: `guest-${number}`,
      nickname: `新住户${number}`,
      title: '第一次打开回音，还没有登记',
      group: '住户',
      mpOpenid: newOpenid(),
      oaOpenid: newOpenid(),
      unionid: newOpenid(),
    };
    this.add(account);
    return account;
  }

  all(): WeChatAccount[] {
    return this.sql.all(`${SELECT} ORDER BY place`).map(accountOf);
  }

  byKey(key: string): WeChatAccount | undefined {
    return this.sql.all(`${SELECT} WHERE key = ?`, [key]).map(accountOf)[0];
  }

  byMpOpenid(openid: string): WeChatAccount | undefined {
    return this.sql.all(`${SELECT} WHERE mp_openid = ?`, [openid]).map(accountOf)[0];
  }
}

const SELECT = 'SELECT key, nickname, title, people, mp_openid, oa_openid, unionid, hint, section FROM local_accounts';

const accountOf = (row: Row): WeChatAccount => {
  const [key, nickname, title, group, mpOpenid, oaOpenid, unionid, hint, section] = row.map((value) =>
    value === null ? '' : String(value),
  );
  return {
    key: key ?? '',
    nickname: nickname ?? '',
    title: title ?? '',
    group: group === '员工' ? '员工' : '住户',
    mpOpenid: mpOpenid ?? '',
    oaOpenid: oaOpenid ?? '',
    unionid: unionid ?? '',
    ...(hint ? { hint } : {}),
    ...(section ? { section } : {}),
  };
};
