import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { Failure, reasonOf } from '../failure';
import type { FaultBoard, Faults } from '../faults';
import type { FunctionHost } from '../host/function-host';
import type { Accounts, WeChatAccount } from '../wechat/account';
import { login } from '../wechat/login';
import type { InvitationPool } from '../wechat/invitation-pool';
import type { OpenApi } from '../wechat/open-api';
import type { SubscribeLedger } from '../wechat/subscribe-ledger';
import { readBody, redirect, send, sendError, sendJson } from './answer';
import { enterPage } from './pages/enter-page';
import { indexPage } from './pages/index-page';
import { newcomerPage } from './pages/newcomer-page';
import { peoplePage } from './pages/people-page';
import { phonePage } from './pages/phone-page';
import { SEARCH_SCRIPT } from './pages/search';
import { STYLE } from './pages/style';

export interface LocalParts {
  origin: string;
  accounts: Accounts;
  invitations: InvitationPool;
  ledger: SubscribeLedger;
  openApi: OpenApi;
  host: FunctionHost;
  clock: Clock;
  faults: FaultBoard;
  runTimers: () => Promise<void>;
}

/** Fields of a posted JSON or form body. */
async function fieldsOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = (await readBody(request)).toString('utf8');
  if (text === '') return {};
  if ((request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Told below, together with JSON that is no object.
  }
  throw new Failure('BAD_BODY', 'the body must be a JSON object');
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const sendHtml = (response: ServerResponse, text: string): void =>
  send(response, 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, text);

/** Whose phone this browser is. */
const PERSON = 'local_person';
/** Who has just been chosen, so that the login right after does not ask again. */
const CHOSEN = 'local_chosen';

const cookie = (name: string, value: string): string =>
  `${name}=${encodeURIComponent(value)}; Path=/; SameSite=Lax; HttpOnly${name === PERSON ? '; Max-Age=31536000' : ''}`;

const cookiesOf = (request: IncomingMessage): Map<string, string> =>
  new Map(
    (request.headers.cookie ?? '').split(';').flatMap((part): [string, string][] => {
      const [name = '', value] = part.trim().split('=');
      return value === undefined ? [] : [[name, decodeURIComponent(value)]];
    }),
  );

/** Adds WeChat's `code` and `state` to the query, before any #fragment, as WeChat does. */
export function withCode(redirectUri: string, code: string, state: string): string {
  const [address = '', ...fragment] = redirectUri.split('#');
  const query = `code=${encodeURIComponent(code)}&state=${encodeURIComponent(state)}`;
  return `${address}${address.includes('?') ? '&' : '?'}${query}${fragment.length ? `#${fragment.join('#')}` : ''}`;
}

/** `/local/*`: WeChat's side and the switches of the local cloud. None of it exists in production. */
export class LocalRoutes {
  private readonly parts: LocalParts;

  constructor(parts: LocalParts) {
    this.parts = parts;
  }

  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { accounts, ledger, openApi, host, clock, faults, origin } = this.parts;
    const html = (text: string) => sendHtml(response, text);
    try {
      switch (`${request.method === 'HEAD' ? 'GET' : request.method} ${url.pathname}`) {
        case 'GET /local':
        case 'GET /local/':
          return html(
            indexPage({
              origin,
              now: clock.now(),
              moved: clock.moved,
              faults: faults.current(),
              functions: host.names,
              people: accounts.all().length,
            }),
          );
        case 'GET /local/style.css':
          return send(response, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }, STYLE);
        case 'GET /local/search.js':
          return send(
            response,
            200,
            { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
            SEARCH_SCRIPT,
          );
        case 'GET /local/people':
          return this.people(request, response, url);
        case 'GET /local/enter': {
          const account = this.person(url.searchParams.get('person'));
          if (!account) throw new Failure('UNKNOWN_PERSON', 'person is required');
          return this.enter(request, response, account, url.searchParams.get('to') ?? '/');
        }
        case 'POST /local/people':
          return this.choose(request, response, await fieldsOf(request));
        case 'GET /local/phone':
          return html(phonePage(accounts.all(), this.person(url.searchParams.get('person')), ledger, clock.now()));
        case 'POST /local/login':
          return await this.login(response, await fieldsOf(request));
        case 'POST /local/call':
          return await this.call(response, await fieldsOf(request));
        case 'POST /local/clock':
          return await this.moveClock(request, response, await fieldsOf(request));
        case 'POST /local/timers':
          await this.parts.runTimers();
          return this.done(request, response, { now: new Date(clock.now()).toISOString() });
        case 'GET /local/faults':
          return sendJson(response, 200, { ok: true, data: faults.current() });
        case 'POST /local/faults':
          return this.setFaults(request, response, await fieldsOf(request));
        case 'GET /local/wechat/sns/oauth2/access_token':
          return sendJson(response, 200, openApi.oauthAccessToken(url.searchParams));
        case 'POST /local/wechat/cgi-bin/stable_token':
          return sendJson(response, 200, openApi.stableToken(await fieldsOf(request)));
        case 'POST /local/wechat/cgi-bin/message/subscribe/send':
          return sendJson(
            response,
            200,
            openApi.sendWithToken(url.searchParams.get('access_token') ?? '', await fieldsOf(request)),
          );
        case 'POST /local/wechat/grant':
          return this.grant(request, response, await fieldsOf(request));
        default:
          return sendError(response, 404, 'NOT_FOUND', `没有这个地址：${url.pathname}`);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      request.resume();
      sendError(response, error.code === 'UNKNOWN_PERSON' ? 404 : 400, error.code, reasonOf(error));
    }
  }

  private person(key: string | null): WeChatAccount | undefined {
    if (key === null || key === '') return undefined;
    const account = this.parts.accounts.byKey(key);
    if (account) return account;
    const keys = this.parts.accounts.all().map((known) => known.key);
    throw new Failure('UNKNOWN_PERSON', `没有这个人：${key}。可以是：${keys.join('、') || '（还没有人）'}`);
  }

  /** Plays open.weixin.qq.com: the person agreed, so send them back with a code; or, asked by nobody, let them in. */
  private choose(request: IncomingMessage, response: ServerResponse, fields: Record<string, unknown>): void {
    const { accounts, invitations } = this.parts;
    const isNew = fields.person === '' || fields.person === undefined;
    const account = isNew ? accounts.addStranger() : this.person(textOf(fields.person));
    if (!account) return;
    const redirectUri = textOf(fields.redirect_uri);
    if (isNew && invitations.offered) {
      const invitation = invitations.take(account.key);
      if (invitation) accounts.add({ ...account, hint: `邀请码 ${invitation.code}，可绑定 ${invitation.for}` });
      return sendHtml(response, newcomerPage(account, invitation, redirectUri, textOf(fields.state)));
    }
    if (redirectUri === '') return this.enter(request, response, account, '/');
    this.giveCode(response, account, redirectUri, textOf(fields.state), [cookie(PERSON, account.key)]);
  }

  private giveCode(
    response: ServerResponse,
    account: WeChatAccount,
    redirectUri: string,
    state: string,
    cookies: string[],
  ): void {
    const { origin, openApi } = this.parts;
    const { hostname } = new URL(redirectUri, origin);
    // Like WeChat, only to the domain on file: this machine.
    if (hostname !== 'localhost' && hostname !== '127.0.0.1') {
      throw new Failure('BAD_REDIRECT', 'redirect_uri 只能指向本机');
    }
    response.setHeader('set-cookie', cookies);
    redirect(response, withCode(redirectUri, openApi.authorize(account), state));
  }

  /** Opens the product as this person; the login that follows does not ask again who one is. */
  private enter(request: IncomingMessage, response: ServerResponse, account: WeChatAccount, to: string): void {
    if (!/^\/(?![/\\])/.test(to)) throw new Failure('BAD_ADDRESS', '只能打开本机的页面');
    const before = cookiesOf(request).get(PERSON);
    response.setHeader('set-cookie', [cookie(PERSON, account.key), `${cookie(CHOSEN, account.key)}; Max-Age=30`]);
    sendHtml(response, enterPage(before, account.key, to));
  }

  private people(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const { accounts } = this.parts;
    const redirectUri = url.searchParams.get('redirect_uri');
    const state = url.searchParams.get('state') ?? '';
    const chosen = accounts.byKey(cookiesOf(request).get(CHOSEN) ?? '');
    if (chosen && redirectUri !== null) {
      this.giveCode(response, chosen, redirectUri, state, [`${CHOSEN}=; Path=/; Max-Age=0`]);
    } else sendHtml(response, peoplePage(accounts.all(), redirectUri, state));
  }

  private async login(response: ServerResponse, fields: Record<string, unknown>): Promise<void> {
    const { host, origin, accounts, openApi } = this.parts;
    sendJson(response, 200, { token: await login(host, origin, accounts, openApi, textOf(fields.person)) });
  }

  /** A call of the mini program's client: identity from WeChat, as `wx.cloud.callFunction` gives it. */
  private async call(response: ServerResponse, fields: Record<string, unknown>): Promise<void> {
    const openid = textOf(fields.openid);
    const unionid = this.parts.accounts.byMpOpenid(openid)?.unionid;
    const result: unknown = JSON.parse(
      await this.parts.host.invoke(textOf(fields.function), JSON.stringify(fields.data ?? {}), {
        source: 'miniprogram',
        ...(openid ? { openid } : {}),
        ...(unionid ? { unionid } : {}),
      }),
    );
    sendJson(response, 200, { result });
  }

  private async moveClock(
    request: IncomingMessage,
    response: ServerResponse,
    fields: Record<string, unknown>,
  ): Promise<void> {
    const { clock, runTimers } = this.parts;
    if (fields.reset !== undefined) clock.move(null);
    else if (fields.advanceMinutes !== undefined) {
      const minutes = Number(fields.advanceMinutes);
      if (!Number.isFinite(minutes)) throw new Failure('BAD_TIME', 'advanceMinutes must be a number');
      clock.move(clock.now() + minutes * 60_000);
    } else {
      const at = typeof fields.at === 'number' ? fields.at : Date.parse(textOf(fields.at));
      if (!Number.isFinite(at))
        throw new Failure('BAD_TIME', 'at must be an ISO time or epoch ms; or use advanceMinutes or reset');
      clock.move(at);
    }
    await runTimers();
    this.done(request, response, { now: new Date(clock.now()).toISOString(), moved: clock.moved });
  }

  private setFaults(request: IncomingMessage, response: ServerResponse, fields: Record<string, unknown>): void {
    const { faults } = this.parts;
    if (fields.reset !== undefined) faults.reset();
    else {
      const known = new Map<string, unknown>(Object.entries(faults.current()));
      // Forms send text: read it as the type the fault has.
      const typed = Object.entries(fields).map(([name, value]) => {
        const type = typeof known.get(name);
        return [
          name,
          type === 'number'
            ? Number(value)
            : type === 'boolean'
              ? value === true || value === 'true' || value === 'on'
              : value,
        ] as const;
      });
      try {
        faults.set(Object.fromEntries(typed) as Partial<Faults>);
      } catch (error) {
        throw new Failure('BAD_FAULT', reasonOf(error));
      }
    }
    this.done(request, response, faults.current());
  }

  private grant(request: IncomingMessage, response: ServerResponse, fields: Record<string, unknown>): void {
    const account = this.person(textOf(fields.person));
    const count = Number(fields.count ?? 1);
    if (!account || !textOf(fields.templateId) || !Number.isInteger(count))
      throw new Failure('BAD_GRANT', 'person, templateId and count are required');
    this.parts.ledger.grant(account.mpOpenid, textOf(fields.templateId), count);
    this.done(request, response, { credits: this.parts.ledger.credits(account.mpOpenid) });
  }

  /** A form goes back to its page, everybody else gets JSON. */
  private done(request: IncomingMessage, response: ServerResponse, data: unknown): void {
    const form = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
    const { referer } = request.headers;
    if (form) {
      response.writeHead(303, { location: referer ? new URL(referer).pathname + new URL(referer).search : '/local/' });
      response.end();
    } else sendJson(response, 200, { ok: true, data });
  }
}
