import { randomUUID } from 'node:crypto';
import { ENV_ID } from '../host/invocation';

/** What the HTTP access service passes to an event function. */
export interface IntegrationEvent {
  path: string;
  httpMethod: string;
  headers: Record<string, string>;
  queryStringParameters: Record<string, string>;
  requestContext: { requestId: string; envId: string; sourceIp: string };
  body: string;
  isBase64Encoded: boolean;
}

export interface IntegrationAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const isText = (type: string): boolean =>
  type === '' || /^(text\/|application\/(json|xml|x-www-form-urlencoded|javascript))|\+json|\+xml/.test(type);

export function integrationEvent(request: {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: Buffer;
  sourceIp: string;
}): IntegrationEvent {
  const text = isText(request.headers['content-type'] ?? '');
  return {
    path: decodeURI(request.url.pathname),
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: Object.fromEntries(request.url.searchParams),
    requestContext: { requestId: randomUUID(), envId: ENV_ID, sourceIp: request.sourceIp },
    body: request.body.toString(text ? 'utf8' : 'base64'),
    isBase64Encoded: !text,
  };
}

/** A function may answer `{statusCode, headers, body, isBase64Encoded}`; anything else is sent as JSON. */
export function integrationAnswer(result: unknown): IntegrationAnswer {
  if (typeof result === 'object' && result !== null && 'statusCode' in result) {
    const fields: Record<string, unknown> = { ...result };
    const headers = typeof fields.headers === 'object' && fields.headers !== null ? Object.entries(fields.headers) : [];
    const body =
      typeof fields.body === 'string' ? fields.body : fields.body === undefined ? '' : JSON.stringify(fields.body);
    return {
      status: Number(fields.statusCode),
      headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), String(value)])),
      body: Buffer.from(body, fields.isBase64Encoded === true ? 'base64' : 'utf8'),
    };
  }
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify(result ?? null)),
  };
}
