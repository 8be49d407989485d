import { SignJWT } from 'jose';
import { issueToken, readToken } from './session-token';

const SECRET = 'a secret of at least thirty-two characters';
const now = new Date('2026-11-21T08:00:00Z');

test('a token gives back the identity for seven days, not longer', async () => {
  const { token, expiresAt } = await issueToken(['oa:1', 'u:2'], SECRET, now);
  expect(expiresAt).toBe('2026-11-28T08:00:00.000Z');
  expect(await readToken(token, SECRET, new Date('2026-11-28T07:59:59Z'))).toEqual(['oa:1', 'u:2']);
  expect(await readToken(token, SECRET, new Date('2026-11-28T08:00:01Z'))).toBeNull();
});

test('a token of another secret, purpose or algorithm proves nobody', async () => {
  const sign = (claims: Record<string, unknown>, audience: string, alg = 'HS256', secret = SECRET) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg })
      .setSubject('oa:1')
      .setAudience(audience)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret));
  const at = new Date();
  expect(await readToken(await sign({ keys: ['oa:1'] }, 'huiyin'), SECRET, at)).toEqual(['oa:1']);
  expect(
    await readToken(
      await sign({ keys: ['oa:1'] }, 'huiyin', 'HS256', 'another secret of thirty-two characters'),
      SECRET,
      at,
    ),
  ).toBeNull();
  expect(await readToken(await sign({ keys: ['oa:1'] }, 'elsewhere'), SECRET, at)).toBeNull();
  expect(await readToken(await sign({ keys: ['oa:1'] }, 'huiyin', 'HS512'), SECRET, at)).toBeNull();
  expect(await readToken(await sign({ keys: [] }, 'huiyin'), SECRET, at)).toBeNull();
  expect(await readToken('', SECRET, at)).toBeNull();
});
