import { Failure } from '../failure';
import type { FunctionHost } from '../host/function-host';
import { integrationAnswer, integrationEvent } from '../http/integration';
import type { Accounts } from './account';
import type { OpenApi } from './open-api';

export interface ApiAnswer {
  status: number;
  body: unknown;
}

/** Calls a procedure of the product through function `web`, as the H5 pages do. */
export async function callProcedure(
  host: FunctionHost,
  origin: string,
  procedure: string,
  input: unknown,
  token?: string,
): Promise<ApiAnswer> {
  const event = integrationEvent({
    url: new URL(`${origin}/api/${procedure}`),
    method: 'POST',
    headers: {
      host: new URL(origin).host,
      origin,
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: Buffer.from(JSON.stringify(input ?? {})),
    sourceIp: '127.0.0.1',
  });
  const result: unknown = JSON.parse(await host.invoke('web', JSON.stringify(event), { source: 'http' }));
  const { status, body } = integrationAnswer(result);
  const text = body.toString('utf8');
  return { status, body: text === '' ? null : jsonOr(text) };
}

const jsonOr = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Signs an account in by the same door as the official account: a code, exchanged by the product itself. */
export async function login(
  host: FunctionHost,
  origin: string,
  accounts: Accounts,
  openApi: OpenApi,
  key: string,
): Promise<string> {
  const account = accounts.byKey(key);
  if (!account) {
    const keys = accounts.all().map((known) => known.key);
    throw new Failure('UNKNOWN_PERSON', `没有这个人：${key}。可以是：${keys.join('、') || '（还没有人）'}`);
  }
  const { status, body } = await callProcedure(host, origin, 'loginOfficialAccount', {
    code: openApi.authorize(account),
    state: 'local',
  });
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : body;
  if (status === 200 && typeof data === 'object' && data !== null && 'token' in data && typeof data.token === 'string')
    return data.token;
  throw new Failure('LOGIN_FAILED', `loginOfficialAccount answered ${status}: ${JSON.stringify(body)}`);
}
