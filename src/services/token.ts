/** The H5 session's token on this phone. The mini program has none: WeChat says who calls. */
import { serverNow } from './server-clock';
import { forget, readStored, store } from './storage';

const KEY = 'token';

interface Kept {
  token: string;
  expiresAt: string;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'token' in value &&
  typeof value.token === 'string' &&
  'expiresAt' in value &&
  typeof value.expiresAt === 'string';

/** The token, while it counts. */
export function readToken(): string | undefined {
  const kept = readStored(KEY);
  if (!isKept(kept)) return undefined;
  return Date.parse(kept.expiresAt) > Date.parse(serverNow()) ? kept.token : undefined;
}

export const keepToken = (kept: Kept): void => void store(KEY, kept);
export const dropToken = (): void => forget(KEY);
