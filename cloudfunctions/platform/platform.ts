/** Everything outside the rules that a use case may touch, as ports; built per invocation. */
import type { Config } from './config';
import type { Database } from './database';
import type { Log } from './log';
import type { Seal } from './seal';
import type { Storage } from './storage';
import type { Wechat } from './wechat';

export interface Platform {
  readonly database: Database;
  readonly storage: Storage;
  readonly wechat: Wechat;
  readonly seal: Seal;
  readonly log: Log;
  readonly config: Config;
}
