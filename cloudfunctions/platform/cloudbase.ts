/** The SDK, and what the platform says about an invocation. The only file that reads `process.env` and the context. */
import cloudbase, { type CloudBase } from '@cloudbase/node-sdk';
import { type Config, configOf } from './config';
import { databaseOf } from './database';
import { logOf } from './log';
import type { Platform } from './platform';
import { type Seal, sealWith } from './seal';
import { storageOf } from './storage';
import { sendByCloudCall } from './wechat-cloud-call';
import { recogniseVisitor, sendByHttps } from './wechat-https';

/** The second argument of a cloud function's `main`. */
export type InvocationContext = Parameters<typeof cloudbase.getCloudbaseContext>[0];

/** Who and what made this function run, as the platform vouches for it. */
export interface Invocation {
  requestId: string;
  /** The mini program's openid; absent for HTTP access and timers. */
  openId: string | null;
  unionId: string | null;
  /** Whether WeChat accepts a cloud call from this invocation. */
  mayCloudCall: boolean;
}

export const invocationOf = (context: InvocationContext): Invocation => {
  const known = cloudbase.getCloudbaseContext(context);
  const timer = known.TRIGGER_SRC === 'timer';
  return {
    requestId: context?.request_id ?? crypto.randomUUID(),
    openId: known.WX_OPENID || null,
    unionId: known.WX_OPENID ? known.WX_UNIONID || null : null,
    mayCloudCall: Boolean(known.WX_API_TOKEN || (timer && known.WX_TRIGGER_API_TOKEN_V0)),
  };
};

/** Below the function's own time, so that a slow database is answered as `unavailable`. */
const SDK_TIMEOUT_MS = 8000;

let warm: { app: CloudBase; config: Config; seal: Seal } | null = null;

/** @throws Error when an environment variable is missing or makes no sense */
export const platformFor = (invocation: Invocation): Platform => {
  if (warm === null) {
    const config = configOf(process.env);
    // Its credentials are read from the environment at every request; they change while an instance is warm.
    const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, timeout: SDK_TIMEOUT_MS, keepalive: false });
    warm = { app, config, seal: sealWith(config.dataKeys) };
  }
  const { app, config, seal } = warm;
  const https =
    config.sendBy === 'https' && config.miniProgram !== null
      ? sendByHttps(config.wechatApiBase, config.miniProgram, config.miniProgramState)
      : null;
  return {
    database: databaseOf(app),
    storage: storageOf(app),
    wechat: {
      canSend: https !== null || invocation.mayCloudCall,
      send: https ?? sendByCloudCall(app, config.miniProgramState),
      recognise: recogniseVisitor(config.wechatApiBase, config.officialAccount),
    },
    seal,
    log: logOf(invocation.requestId),
    config,
  };
};
