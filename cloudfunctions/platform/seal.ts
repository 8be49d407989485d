/**
 * PV-04: residents' names and phones are encrypted at rest (AES-256-GCM) with a key that is not in the database, and found
 * again only by keyed hashes: of the whole value, or of what may be typed to find a name (ADR 0015).
 *
 * `DATA_KEY` is `id:base64` or a list of them. The first key seals; all of them open, by the id at the front of what was
 * sealed. Hashes use the last (oldest) key, so that adding a new one in front breaks no look-up.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  /** `id.base64url` of nonce, tag and ciphertext; `context` (e.g. `people:phone`) must be the same for opening. */
  seal(text: string, context: string): string;
  /** Error when the key is unknown, or when the text was altered or moved to another context. */
  open(sealed: string, context: string): string;
  /** The same text always has the same hash; without the key it can't be guessed from. 43 characters. */
  keyedHash(purpose: string, text: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keysOf = (dataKeys: string): [id: string, key: Buffer][] =>
  dataKeys.split(',').map((part) => {
    const [first = '', second] = part.trim().split(':');
    const [id, encoded] = second === undefined ? ['k1', first] : [first, second];
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== 32 || !/^\w+$/.test(id))
      throw new Error('DATA_KEY: expected id:base64 of 32 bytes, separated by commas');
    return [id, key];
  });

const derived = (key: Buffer, use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `huiyin ${use}`, 32));

/** @param dataKeys the value of DATA_KEY. Error when a key isn't 32 bytes. */
export const sealWith = (dataKeys: string): Seal => {
  const keys = keysOf(dataKeys);
  const [current] = keys;
  const oldest = keys[keys.length - 1];
  if (current === undefined || oldest === undefined) throw new Error('DATA_KEY is empty');
  const sealing = new Map(keys.map(([id, key]) => [id, derived(key, 'seal')]));
  const currentKey = derived(current[1], 'seal');
  const hashing = derived(oldest[1], 'hash');
  return {
    seal(text, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', currentKey, nonce);
      cipher.setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${current[0]}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, context) {
      const [id = '', encoded = ''] = sealed.split('.');
      const key = sealing.get(id);
      if (key === undefined) throw new Error(`sealed with the unknown key ${id}`);
      const bytes = Buffer.from(encoded, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      );
    },
    keyedHash: (purpose, text) => createHmac('sha256', hashing).update(`${purpose}\0${text}`).digest('base64url'),
  };
};
