/** The draw's lottery: the first 52 bits of a text's SHA-256 as a fraction, so that an auditor can recompute it with any tool. */
import { createHash } from 'node:crypto';
import type { Lottery } from '../../domain/callback/draw';

export const lottery: Lottery = (text) => {
  const digest = createHash('sha256').update(text).digest();
  return (digest.readUIntBE(0, 6) * 16 + (digest.readUInt8(6) >>> 4)) / 2 ** 52;
};
