/** The event of CloudBase's HTTP access service, and the answer it takes. */
import * as z from 'zod/mini';
import { Refusal } from '../../types/errors';

const Event = z.object({
  path: z._default(z.string(), '/'),
  httpMethod: z._default(z.string(), 'GET'),
  headers: z._default(z.record(z.string(), z.unknown()), {}),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z.optional(z.boolean()),
});

export interface HttpRequest {
  method: string;
  /** Without the route's own `/api` and without slashes at its ends. */
  path: string;
  /** Of `Authorization: Bearer`, or null. */
  bearer: string | null;
  body: string;
}

export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  isBase64Encoded: false;
}

/** Above anything the product sends as JSON; photos go to the storage. */
const LARGEST_BODY = 262_144;

/** @throws Error when the event doesn't come from HTTP access */
export const requestOf = (event: unknown): HttpRequest => {
  const { path, httpMethod, headers, body, isBase64Encoded } = Event.parse(event);
  const authorization = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const bearer = /^Bearer\s+(\S+)$/i.exec(typeof authorization === 'string' ? authorization : '')?.[1] ?? null;
  return {
    method: httpMethod.toUpperCase(),
    path: path.replace(/^\/?api(?=\/|$)/, '').replace(/^\/+|\/+$/g, ''),
    bearer,
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''),
  };
};

/** The object in a body; an empty body is an empty object. @throws Refusal badJson */
export const jsonOf = (body: string): unknown => {
  if (body.length > LARGEST_BODY) throw new Refusal('badJson', { message: '提交的内容过长。' });
  if (body.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refusal('badJson');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('badJson');
  return value;
};

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000',
} as const;

/** Pages come from the same origin, so no other origin is ever named. */
export const jsonAnswer = (statusCode: number, value: unknown): HttpAnswer => ({
  statusCode,
  headers: { ...HEADERS },
  body: value === undefined ? '' : JSON.stringify(value),
  isBase64Encoded: false,
});
