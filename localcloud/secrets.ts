import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Secrets of one data folder, made once: sessions and encrypted fields outlive a restart. */
export interface Secrets {
  SESSION_SECRET: string;
  DATA_KEY: string;
  WECHAT_OA_APP_ID: string;
  WECHAT_OA_SECRET: string;
  WECHAT_MP_APP_ID: string;
  WECHAT_MP_SECRET: string;
  STORAGE_SECRET: string;
}

const fresh = (): Secrets => ({
  SESSION_SECRET: randomBytes(32).toString('base64'),
  DATA_KEY: randomBytes(32).toString('base64'),
  WECHAT_OA_APP_ID: `wx${randomBytes(8).toString('hex')}`,
  WECHAT_OA_SECRET: randomBytes(16).toString('hex'),
  WECHAT_MP_APP_ID: `wx${randomBytes(8).toString('hex')}`,
  WECHAT_MP_SECRET: randomBytes(16).toString('hex'),
  STORAGE_SECRET: randomBytes(32).toString('hex'),
});

export function loadSecrets(file: string): Secrets {
  const secrets = fresh();
  if (existsSync(file)) {
    const known: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const entries = new Map(Object.entries(typeof known === 'object' && known !== null ? known : {}));
    const name = (key: keyof Secrets): string => {
      const value: unknown = entries.get(key);
      return typeof value === 'string' ? value : secrets[key];
    };
    return {
      SESSION_SECRET: name('SESSION_SECRET'),
      DATA_KEY: name('DATA_KEY'),
      WECHAT_OA_APP_ID: name('WECHAT_OA_APP_ID'),
      WECHAT_OA_SECRET: name('WECHAT_OA_SECRET'),
      WECHAT_MP_APP_ID: name('WECHAT_MP_APP_ID'),
      WECHAT_MP_SECRET: name('WECHAT_MP_SECRET'),
      STORAGE_SECRET: name('STORAGE_SECRET'),
    };
  }
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
