import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Signer } from '@cloudbase/signature-nodejs';
import { Failure } from '../failure';

const refused = (why: string) => new Failure('SIGN_PARAM_INVALID', `the signature was refused: ${why}`);

const LAST_EXPIRY_SECONDS = 600;

/**
 * Checks the TC3 signature the SDK puts on every request, as the platform does.
 * @param now epoch ms of the local cloud's clock.
 * @throws SIGN_PARAM_INVALID when it is missing, forged or older than 600 s.
 */
export function verifySignature(
  request: { headers: IncomingHttpHeaders; url: string; body: Record<string, unknown> },
  credential: { secretId: string; secretKey: string },
  now: number,
): void {
  const authorization = request.headers.authorization ?? '';
  const parts =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/\S+ (?:SignedParams=([^,]*), )?SignedHeaders=([^,]*), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (!parts) throw refused('no TC3 authorization');
  const [, secretId, signedParams, signedHeaders, signature] = parts;
  if (secretId !== credential.secretId) throw refused('unknown secret id');
  const timestamp = Number(request.headers['x-timestamp']);
  const expires = Math.min(Number(request.headers['x-signature-expires']) || LAST_EXPIRY_SECONDS, LAST_EXPIRY_SECONDS);
  if (!Number.isInteger(timestamp) || Math.abs(now / 1000 - timestamp) > expires)
    throw refused(`expired, it is valid for ${expires} s`);

  const headers: Record<string, string> = {};
  for (const name of (signedHeaders ?? '').split(';')) headers[name] = String(request.headers[name] ?? '');
  const params: Record<string, unknown> = {};
  const wanted = new Set((signedParams ?? '').split(';'));
  for (const [name, value] of Object.entries(request.body)) {
    if (wanted.has(name.toLowerCase())) params[name] = value;
    // What a signature does not cover could have been added by anybody; the SDK leaves out only what is empty.
    else if (value) throw refused(`${name} is not covered by it`);
  }
  const url = `http://${request.headers.host ?? ''}${request.url}`;
  const signer = new Signer(credential, 'tcb');
  const expected = String(
    signer.tc3sign('post', url, headers, params, timestamp, { withSignedParams: true }).signature,
  );
  const given = Buffer.from(signature ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, Buffer.from(expected)))
    throw refused('it does not fit the request');
}
