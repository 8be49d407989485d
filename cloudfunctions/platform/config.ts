/** What a deployment sets by environment variables; read once per warm instance, refused loudly when it makes no sense. */
import * as z from 'zod/mini';

const Environment = z.object({
  /** `id:base64` of 32 bytes; several separated by commas, the one in use first (see seal.ts). */
  DATA_KEY: z.string({ error: 'DATA_KEY is missing: 32 random bytes as base64 (openssl rand -base64 32)' }),
  /** At least 32 characters; whoever has it can sign in as anybody. */
  SESSION_SECRET: z
    .string({ error: 'SESSION_SECRET is missing' })
    .check(z.minLength(32, { error: 'SESSION_SECRET needs at least 32 characters' })),
  WECHAT_OA_APP_ID: z.optional(z.string()),
  WECHAT_OA_SECRET: z.optional(z.string()),
  WECHAT_MP_APP_ID: z.optional(z.string()),
  WECHAT_MP_SECRET: z.optional(z.string()),
  WECHAT_OAUTH_URL: z._default(z.string(), 'https://open.weixin.qq.com/connect/oauth2/authorize'),
  WECHAT_API_BASE: z._default(z.string(), 'https://api.weixin.qq.com'),
  WECHAT_SEND_BY: z._default(z.enum(['cloud', 'https']), 'cloud'),
  /** `developer`, `trial` or `formal`: which version of the mini program a message opens. */
  WECHAT_MP_STATE: z._default(z.enum(['developer', 'trial', 'formal']), 'formal'),
  /** JSON: template code → template id of the account. */
  SUBSCRIBE_TEMPLATES: z._default(z.string(), '{}'),
  /** Origins, separated by commas, to which a login may return; all if empty (WeChat itself accepts only the account's domains). */
  WEB_ORIGINS: z._default(z.string(), ''),
  /** Multiplies how often a person may do something in an hour; for load tests. */
  RATE_FACTOR: z._default(z.string().check(z.regex(/^\d+$/, { error: 'RATE_FACTOR is a whole number' })), '1'),
  /** `1` in tests: answers are checked against the contract. */
  HUIYIN_CHECK_OUTPUT: z._default(z.string(), ''),
});

export interface Config {
  dataKeys: string;
  sessionSecret: string;
  /** The official account by which H5 visitors are recognised. */
  officialAccount: { appId: string; secret: string } | null;
  /** Needed only for sending over HTTPS. */
  miniProgram: { appId: string; secret: string } | null;
  oauthUrl: string;
  wechatApiBase: string;
  sendBy: 'cloud' | 'https';
  miniProgramState: 'developer' | 'trial' | 'formal';
  /** Template code → template id; a code without one has its code as id (local cloud, tests). */
  templateIds: Readonly<Record<string, string>>;
  webOrigins: readonly string[];
  rateFactor: number;
  checkOutput: boolean;
}

const account = (appId: string | undefined, secret: string | undefined) => (appId && secret ? { appId, secret } : null);

const TemplateIds = z.record(z.string(), z.string());

/** @param environment `process.env`. Error naming every variable that is missing or wrong. */
export const configOf = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success)
    throw new Error(
      `environment variables: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    );
  const env = parsed.data;
  return {
    dataKeys: env.DATA_KEY,
    sessionSecret: env.SESSION_SECRET,
    officialAccount: account(env.WECHAT_OA_APP_ID, env.WECHAT_OA_SECRET),
    miniProgram: account(env.WECHAT_MP_APP_ID, env.WECHAT_MP_SECRET),
    oauthUrl: env.WECHAT_OAUTH_URL,
    wechatApiBase: env.WECHAT_API_BASE,
    sendBy: env.WECHAT_SEND_BY,
    miniProgramState: env.WECHAT_MP_STATE,
    templateIds: TemplateIds.parse(JSON.parse(env.SUBSCRIBE_TEMPLATES || '{}')),
    webOrigins: env.WEB_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
    rateFactor: Number(env.RATE_FACTOR),
    checkOutput: env.HUIYIN_CHECK_OUTPUT === '1',
  };
};
