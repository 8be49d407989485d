/** The token of an H5 session: a signed statement of the identity that WeChat vouched for at login. Nothing is stored. */
import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod/mini';

const ALGORITHM = 'HS256';
const AUDIENCE = 'huiyin';
export const SESSION_DAYS = 7;

const Payload = z.object({ keys: z.tuple([z.string().check(z.minLength(1))], z.string().check(z.minLength(1))) });
export type IdentityKeys = readonly [string, ...string[]];

/**
 * @param keys identity keys, the most specific first
 * @returns the token and the instant (ISO) from which it is refused
 */
export const issueToken = async (
  keys: IdentityKeys,
  secret: string,
  now: Date,
): Promise<{ token: string; expiresAt: string }> => {
  const issued = Math.floor(now.getTime() / 1000);
  const expires = issued + SESSION_DAYS * 86_400;
  const token = await new SignJWT({ keys: [...keys] })
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(keys[0])
    .setAudience(AUDIENCE)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));
  return { token, expiresAt: new Date(expires * 1000).toISOString() };
};

/** The identity keys in a token, or null when it is forged, expired, or no token at all. */
export const readToken = async (token: string, secret: string, now: Date): Promise<IdentityKeys | null> => {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      currentDate: now,
      requiredClaims: ['exp', 'sub'],
    });
    return Payload.parse(payload).keys;
  } catch {
    // Whatever is wrong with it, it proves nobody.
    return null;
  }
};
