/** WeChat's HTTPS interface, for what needs an app's secret. */
import * as z from 'zod/mini';
import { Refusal } from '../../types/errors';
import type { SendResult, SubscribeMessage, Wechat } from './wechat';
import { errcodeOf, resultOfThrown, sendResultOf } from './wechat-answer';

interface App {
  appId: string;
  secret: string;
}

const TIMEOUT_MS = 5000;
/** Renewed this long before it expires. */
const TOKEN_MARGIN_MS = 300_000;

const askJson = async (url: string, body?: unknown): Promise<unknown> => {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`WeChat answered ${answer.status}`);
  // WeChat says text/plain for JSON at times.
  return JSON.parse(await answer.text());
};

const Token = z.object({ access_token: z.string(), expires_in: z.number() });
let token: { appId: string; value: string; until: number } | null = null;

const accessToken = async (base: string, app: App): Promise<string> => {
  if (token !== null && token.appId === app.appId && token.until > Date.now()) return token.value;
  const answer = await askJson(`${base}/cgi-bin/stable_token`, {
    grant_type: 'client_credential',
    appid: app.appId,
    secret: app.secret,
  });
  const parsed = Token.safeParse(answer);
  if (!parsed.success) throw new Error(`no access token: ${JSON.stringify(errcodeOf(answer))}`);
  token = {
    appId: app.appId,
    value: parsed.data.access_token,
    until: Date.now() + parsed.data.expires_in * 1000 - TOKEN_MARGIN_MS,
  };
  return token.value;
};

/** Sends with the mini program's stable access token; works whatever caused the invocation. */
export const sendByHttps =
  (base: string, app: App, miniProgramState: string) =>
  async ({ openId, templateId, page, data }: SubscribeMessage): Promise<SendResult> => {
    let access: string;
    try {
      access = await accessToken(base, app);
    } catch (thrown) {
      return { outcome: 'tryAgain', why: thrown instanceof Error ? thrown.message.slice(0, 200) : String(thrown) };
    }
    try {
      const answer = await askJson(
        `${base}/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(access)}`,
        {
          touser: openId,
          template_id: templateId,
          page,
          miniprogram_state: miniProgramState,
          lang: 'zh_CN',
          data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
        },
      );
      const code = errcodeOf(answer);
      if (code === null) return { outcome: 'uncertain', why: 'an answer without a code' };
      if (code.errcode === 40001 || code.errcode === 42001) token = null;
      return sendResultOf(code.errcode, code.message);
    } catch (thrown) {
      return resultOfThrown(thrown);
    }
  };

const Recognised = z.object({ openid: z.string().check(z.minLength(1)), unionid: z.optional(z.string()) });

/** Exchanges the code of the official account's login page; a code works once and for five minutes. */
export const recogniseVisitor =
  (base: string, officialAccount: App | null): Wechat['recognise'] =>
  async (code) => {
    if (officialAccount === null) throw new Error('WECHAT_OA_APP_ID and WECHAT_OA_SECRET are not configured');
    const query = new URLSearchParams({
      appid: officialAccount.appId,
      secret: officialAccount.secret,
      code,
      grant_type: 'authorization_code',
    });
    let answer: unknown;
    try {
      answer = await askJson(`${base}/sns/oauth2/access_token?${query}`);
    } catch (thrown) {
      const refusal = new Refusal('unavailable');
      // The address carries the secret, so only the kind of failure is kept.
      refusal.cause = new Error(`sns/oauth2/access_token: ${thrown instanceof Error ? thrown.name : 'failed'}`);
      throw refusal;
    }
    const parsed = Recognised.safeParse(answer);
    if (parsed.success) return { openId: parsed.data.openid, unionId: parsed.data.unionid ?? null };
    const error = errcodeOf(answer);
    // 40029 invalid, 40163 used, 42003 expired: the page asks for a new one. Anything else is our configuration.
    if (error !== null && [40029, 40163, 42003].includes(error.errcode)) return null;
    throw new Error(`sns/oauth2/access_token: ${JSON.stringify(error)}`);
  };
