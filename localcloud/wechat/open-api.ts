import { randomBytes } from 'node:crypto';
import type { Invocation } from '../host/invocation';
import type { Accounts, WeChatAccount } from './account';
import type { SubscribeLedger, SubscribeMessage } from './subscribe-ledger';

/** The two WeChat apps of the product as WeChat has them on file. */
export interface AppCredentials {
  oaAppId: string;
  oaSecret: string;
  mpAppId: string;
  mpSecret: string;
}

export interface WeChatAnswer {
  [field: string]: unknown;
  errcode?: number;
}

const CODE_MS = 5 * 60 * 1000;
const TOKEN_MS = 2 * 60 * 60 * 1000;

const fieldsOf = (raw: unknown): Record<string, unknown> => (typeof raw === 'object' && raw !== null ? { ...raw } : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** @param names how the caller spells them: the HTTPS interface says `touser`/`template_id`, the cloud call `touser`/`templateId`. */
function messageOf(raw: unknown): SubscribeMessage {
  const fields = fieldsOf(raw);
  const data = Object.entries(fieldsOf(fields.data)).map(([field, value]) => {
    const inner = fieldsOf(value).value;
    return [field, typeof inner === 'number' ? String(inner) : text(inner)] as const;
  });
  return {
    openid: text(fields.touser),
    templateId: text(fields.template_id) || text(fields.templateId),
    page: text(fields.page),
    data: Object.fromEntries(data),
  };
}

/** api.weixin.qq.com as far as the product uses it: OAuth of the official account, tokens, subscribe messages. */
export class OpenApi {
  private readonly apps: AppCredentials;
  private readonly accounts: Accounts;
  private readonly ledger: SubscribeLedger;
  private readonly now: () => number;
  private readonly codes = new Map<string, { key: string; until: number; used: boolean }>();
  private readonly tokens = new Map<string, { appId: string; until: number }>();

  constructor(apps: AppCredentials, accounts: Accounts, ledger: SubscribeLedger, now: () => number) {
    this.apps = apps;
    this.accounts = accounts;
    this.ledger = ledger;
    this.now = now;
  }

  /** The code WeChat puts on the redirect after the person agreed: good once, for 5 minutes. */
  authorize(account: WeChatAccount): string {
    const now = this.now();
    for (const [code, { until }] of this.codes) if (until < now - CODE_MS) this.codes.delete(code);
    const code = randomBytes(16).toString('hex');
    this.codes.set(code, { key: account.key, until: now + CODE_MS, used: false });
    return code;
  }

  /** GET sns/oauth2/access_token */
  oauthAccessToken(query: URLSearchParams): WeChatAnswer {
    const refusal = this.checkApp(query.get('appid'), query.get('secret'), 'oa');
    if (refusal) return refusal;
    const entry = this.codes.get(query.get('code') ?? '');
    if (entry?.used) return { errcode: 40163, errmsg: 'code been used' };
    if (!entry || entry.until < this.now()) return { errcode: 40029, errmsg: 'invalid code' };
    entry.used = true;
    const account = this.accounts.byKey(entry.key);
    if (!account) return { errcode: 40029, errmsg: 'invalid code' };
    return {
      access_token: randomBytes(24).toString('base64url'),
      expires_in: TOKEN_MS / 1000,
      refresh_token: randomBytes(24).toString('base64url'),
      openid: account.oaOpenid,
      scope: 'snsapi_base',
      unionid: account.unionid,
    };
  }

  /** POST cgi-bin/stable_token */
  stableToken(raw: unknown): WeChatAnswer {
    const { appid, secret, grant_type: grantType } = fieldsOf(raw);
    if (grantType !== 'client_credential') return { errcode: 40002, errmsg: 'invalid grant_type' };
    const kind = appid === this.apps.oaAppId ? 'oa' : 'mp';
    const refusal = this.checkApp(text(appid), text(secret), kind);
    if (refusal) return refusal;
    const token = randomBytes(32).toString('base64url');
    this.tokens.set(token, { appId: text(appid), until: this.now() + TOKEN_MS });
    return { access_token: token, expires_in: TOKEN_MS / 1000 };
  }

  /** POST cgi-bin/message/subscribe/send */
  sendWithToken(token: string, raw: unknown): WeChatAnswer {
    const known = this.tokens.get(token);
    if (!known || known.appId !== this.apps.mpAppId)
      return { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' };
    if (known.until < this.now()) return { errcode: 42001, errmsg: 'access_token expired' };
    return this.ledger.send(messageOf(raw));
  }

  /** Cloud call (`wx.api`): allowed by what made the function run, not by a secret. */
  cloudCall(apiName: string, requestData: string | undefined, invocation: Invocation | undefined): WeChatAnswer {
    if (apiName !== 'subscribeMessage.send') return cloudAnswer(-604100, `API not found: ${apiName}`);
    const source = invocation?.caller.source;
    if (source !== 'miniprogram' && source !== 'timer') {
      return cloudAnswer(-604104, 'illegal source of invocation: only a mini program or a timer may make a cloud call');
    }
    const { errcode, errmsg } = this.ledger.send(messageOf(JSON.parse(requestData ?? '{}')));
    return cloudAnswer(errcode, errcode === 0 ? 'openapi.subscribeMessage.send:ok' : errmsg);
  }

  private checkApp(appId: string | null, secret: string | null, kind: 'oa' | 'mp'): WeChatAnswer | undefined {
    const [id, key] = kind === 'oa' ? [this.apps.oaAppId, this.apps.oaSecret] : [this.apps.mpAppId, this.apps.mpSecret];
    if (appId !== id) return { errcode: 40013, errmsg: 'invalid appid' };
    if (secret !== key) return { errcode: 40125, errmsg: 'invalid appsecret' };
    return undefined;
  }
}

/** A cloud call answers in camel case; both spellings are given since the platform's are not documented to agree. */
const cloudAnswer = (errcode: number, errmsg: string): WeChatAnswer => ({
  errCode: errcode,
  errMsg: errmsg,
  errcode,
  errmsg,
});
