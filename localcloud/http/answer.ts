import type { IncomingMessage, ServerResponse } from 'node:http';

/** Largest body of a request, as of an event on the platform. */
export const BODY_BYTES = 6 * 1024 * 1024;

export class TooLarge extends Error {}

/** Reads a whole body. @throws TooLarge beyond `limit` bytes; the rest is read and thrown away. */
export async function readBody(request: IncomingMessage, limit: number = BODY_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= limit) chunks.push(bytes);
  }
  if (size > limit) throw new TooLarge(`the body has ${size} bytes, the limit is ${limit}`);
  return Buffer.concat(chunks);
}

export function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string | Buffer,
): void {
  response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers });
  response.end(body);
}

export const sendJson = (response: ServerResponse, status: number, body: unknown): void =>
  send(
    response,
    status,
    { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    JSON.stringify(body),
  );

export const sendError = (response: ServerResponse, status: number, code: string, message: string): void =>
  sendJson(response, status, { ok: false, error: { code, message } });

export const redirect = (response: ServerResponse, to: string): void =>
  send(response, 302, { location: to, 'cache-control': 'no-store' }, '');
