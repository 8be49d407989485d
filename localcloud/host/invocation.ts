/** Who or what makes a function run; WeChat's open APIs are allowed by it. */
export type Source = 'timer' | 'http' | 'miniprogram' | 'server';

export interface Caller {
  source: Source;
  openid?: string;
  unionid?: string;
  /** Epoch ms the function takes for now; the local cloud's clock when absent. */
  at?: number;
}

/** A running invocation. Its id is the session token of its temporary credentials, which every SDK call carries. */
export interface Invocation {
  id: string;
  functionName: string;
  caller: Caller;
  /** What is added to the real time inside the function, in ms. */
  offset: number;
  /** Database writes committed for it so far. */
  writes: number;
}

/** Environment id of the local cloud. */
export const ENV_ID = 'local';

/** The credentials the SDK signs with; the wire refuses all others. */
export const CREDENTIAL = { secretId: 'AKIDlocalcloud', secretKey: 'local-cloud-secret-key' } as const;

const WX_KEYS = ['WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'WX_API_TOKEN'];
const TCB_KEYS = ['TCB_ENV', 'SCF_NAMESPACE', 'TCB_SOURCE', 'LOGINTYPE', 'TRIGGER_SRC'];

/** What is the same for every invocation of every function, as on the platform. */
export function platformEnvironment(adminUrl: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: CREDENTIAL.secretId,
    TENCENTCLOUD_SECRETKEY: CREDENTIAL.secretKey,
    SCF_NAMESPACE: ENV_ID,
    TCB_ENV: ENV_ID,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TCB_CONTEXT_KEYS: TCB_KEYS.join(','),
    WX_CONTEXT_KEYS: WX_KEYS.join(','),
  };
}

/** What is special to one invocation. Nothing of it may be seen by the next one. */
export function callerEnvironment(invocation: Invocation, appId: string): Record<string, string> {
  const { source, openid, unionid } = invocation.caller;
  const base = { TENCENTCLOUD_SESSIONTOKEN: invocation.id, TCB_SOURCE: source };
  switch (source) {
    case 'miniprogram':
      return {
        ...base,
        LOGINTYPE: 'WECHAT-OPENID',
        WX_APPID: appId,
        WX_API_TOKEN: `mp-${invocation.id}`,
        ...(openid === undefined ? {} : { WX_OPENID: openid }),
        ...(unionid === undefined ? {} : { WX_UNIONID: unionid }),
      };
    case 'timer':
      return { ...base, TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: `timer-${invocation.id}` };
    case 'http':
    case 'server':
      return base;
  }
}

/** Second argument of `main`. */
export const functionContext = (invocation: Invocation, timeoutMs: number, env: Record<string, string>) => ({
  memory_limit_in_mb: 256,
  time_limit_in_ms: timeoutMs,
  request_id: invocation.id,
  function_version: '$LATEST',
  function_name: invocation.functionName,
  namespace: ENV_ID,
  environment: JSON.stringify(env),
});
