/**
 * CloudBase on one machine, for development and demos: the SDK's wire protocol over an embedded database, the
 * product's cloud functions unchanged in worker threads, timers, storage, and WeChat's side of it all.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Clock } from './clock';
import { Engine, type Find } from './engine/engine';
import type { CollectionSchema } from './engine/schema';
import { decode, decodeDoc, isFields } from './engine/value';
import { reasonOf } from './failure';
import { FaultBoard, type FaultControl } from './faults';
import { functionsIn } from './host/function-config';
import { FunctionHost } from './host/function-host';
import { inlineInstances } from './host/inline-instance';
import { type Caller, platformEnvironment } from './host/invocation';
import { startWorker } from './host/worker-instance';
import { LocalRoutes } from './http/local-routes';
import { HttpServer } from './http/server';
import { StaticSite } from './http/static-site';
import { Admin } from './protocol/admin';
import { Counters } from './protocol/counters';
import { loadSecrets } from './secrets';
import { FileStore } from './storage/file-store';
import { Scheduler } from './timers/scheduler';
import { Accounts, type WeChatAccount } from './wechat/account';
import { type Invitation, InvitationPool } from './wechat/invitation-pool';
import { type ApiAnswer, callProcedure, login } from './wechat/login';
import { OpenApi } from './wechat/open-api';
import { type SentMessage, SubscribeLedger, type Template } from './wechat/subscribe-ledger';

export type { CollectionSchema, FaultControl, SentMessage, Template, WeChatAccount };

export interface LocalCloudOptions {
  /** 0 for any. */
  port?: number;
  dataDir: string;
  functionsDir: string;
  h5Dir?: string;
  collections: readonly CollectionSchema[];
  /** Extra environment of the functions. */
  env?: Record<string, string>;
  /** Default true: timers run by the wall clock. */
  timers?: boolean;
  /** Default true: every acknowledged write is flushed to disk. false only for filling large amounts. */
  durable?: boolean;
  workersPerFunction?: number;
  /**
   * Where the functions run. Default `threads`: each isolated, speaking to the local cloud over HTTP. `inline`: in this
   * thread, without sockets, several times cheaper; for simulations.
   */
  instances?: 'threads' | 'inline';
  /**
   * Default true: an invocation that takes longer than its function's `timeout` is ended. false is for `inline` alone:
   * there one thread does everybody's work, and how long an invocation takes says nothing about the function. For the
   * function time stands still then: its clock at what it was called for, its stopwatch at nothing.
   */
  timeLimits?: boolean;
  log?: (line: string) => void;
}

export interface LocalCloud {
  url: string;
  port: number;
  /** The key of sealed fields (`DATA_KEY` of the functions), from which founding computes the invitation codes. */
  dataKey: string;
  invoke(fn: string, event: unknown, how?: Caller): Promise<unknown>;
  callApi(procedure: string, input: unknown, token?: string): Promise<ApiAnswer>;
  /** Signs a demo person in; @returns the session token. */
  login(accountKey: string): Promise<string>;
  wechat: {
    addAccount(account: WeChatAccount): void;
    accounts(): WeChatAccount[];
    /** Unused invitations of homes: a newcomer is given the next one. */
    offerInvitations(invitations: readonly Invitation[]): void;
    grant(openid: string, templateId: string, count: number): void;
    /** Delivered and refused, newest first. */
    sent(openid?: string): SentMessage[];
    /** Names of templates and fields for the phone; once there are any, unknown template ids are refused. */
    registerTemplates(templates: readonly Template[]): void;
  };
  /** `moved` by hand on the pages, also before the last start; `set` lasts until the end of the process. */
  clock: { now(): number; set(at: number | null): void; readonly moved: boolean };
  /** Lets the wall clock fire the timers from now on, when it was started with `timers: false`. */
  startTimers(): void;
  /** Fires the timer functions once, at clock.now(), and waits for them. */
  runTimers(): Promise<void>;
  engine: {
    insertMany(collection: string, docs: readonly unknown[]): Promise<void>;
    count(collection: string): number;
    /** Documents and index rows fetched since the start. */
    rowsRead(): number;
    /** The first documents that a query finds, without the wire: for looking from outside. */
    find(collection: string, query: Find): Record<string, unknown>[];
    /** false while filling what can be filled again: commits are then not flushed to disk. */
    setDurable(durable: boolean): void;
  };
  counters: { total(): number; byAction(): Record<string, number>; reset(): void };
  faults: FaultControl;
  close(): Promise<void>;
}

/** Another local cloud has the folder open; two would spoil it. */
export class DataFolderInUse extends Error {
  constructor(dataDir: string) {
    super(`数据文件夹 ${dataDir} 正被另一个本地云使用`);
  }
}

const DEFAULT_WORKERS = 2;

/**
 * @throws EADDRINUSE when the port is taken, and Error when time limits are off for threads; nothing has been opened then.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  if (options.timeLimits === false && options.instances !== 'inline')
    throw new Error('only inline instances may do without time limits');
  const log = options.log ?? (() => undefined);
  // Functions run at UTC on the platform, and a worker's zone is that of the process.
  process.env.TZ = 'UTC';
  const server = new HttpServer();
  await server.listen(options.port ?? 0);
  const origin = `http://127.0.0.1:${server.port}`;

  mkdirSync(options.dataDir, { recursive: true });
  const secrets = loadSecrets(join(options.dataDir, 'secrets.json'));
  const clock = new Clock(join(options.dataDir, 'clock.json'));
  const now = () => clock.now();
  const engine = openEngine(server, options);
  const faults = new FaultBoard((full) => engine.limitDisk(full));
  const accounts = new Accounts(engine.sql);
  const invitations = new InvitationPool(engine.sql);
  const ledger = new SubscribeLedger(engine.sql, accounts, faults, now);
  const openApi = new OpenApi(
    {
      oaAppId: secrets.WECHAT_OA_APP_ID,
      oaSecret: secrets.WECHAT_OA_SECRET,
      mpAppId: secrets.WECHAT_MP_APP_ID,
      mpSecret: secrets.WECHAT_MP_SECRET,
    },
    accounts,
    ledger,
    now,
  );
  const files = new FileStore({
    folder: join(options.dataDir, 'storage'),
    sql: engine.sql,
    secret: secrets.STORAGE_SECRET,
    baseUrl: origin,
    now,
  });
  const functions = functionsIn(options.functionsDir);
  const { STORAGE_SECRET: _, ...functionSecrets } = secrets;
  const host: FunctionHost = new FunctionHost({
    functions,
    env: {
      ...platformEnvironment(`${origin}/admin`),
      ...functionSecrets,
      WECHAT_API_BASE: `${origin}/local/wechat`,
      WECHAT_OAUTH_URL: `${origin}/local/people`,
      PUBLIC_URL: origin,
      ...options.env,
    },
    appId: secrets.WECHAT_MP_APP_ID,
    workersPerFunction: options.workersPerFunction ?? DEFAULT_WORKERS,
    timeLimits: options.timeLimits !== false,
    now,
    log,
    startInstance:
      options.instances === 'inline'
        ? inlineInstances(
            { adminUrl: `${origin}/admin`, answer: (body) => admin.answerOwn(body) },
            { stands: options.timeLimits === false },
          )
        : startWorker,
  });
  const counters = new Counters();
  const scheduler = new Scheduler(functions, host, clock, faults, log);
  const runTimers = () => scheduler.runAll();
  const local = new LocalRoutes({
    origin,
    accounts,
    invitations,
    ledger,
    openApi,
    host,
    clock,
    faults,
    runTimers: async () => {
      if (!faults.current().timersStopped) await runTimers();
    },
  });
  const admin: Admin = new Admin({ engine, host, files, openApi, faults, counters, now, log });
  server.serve({
    admin,
    host,
    files,
    local,
    site: options.h5Dir === undefined ? undefined : new StaticSite(options.h5Dir),
    log,
  });
  host.warm();
  if (options.timers !== false) scheduler.start();

  let closing: Promise<void> | undefined;
  return {
    url: origin,
    port: server.port,
    dataKey: secrets.DATA_KEY,
    invoke: async (fn, event, how = { source: 'server' }) => {
      const result: unknown = JSON.parse(await host.invoke(fn, JSON.stringify(event ?? {}), how));
      return result;
    },
    callApi: (procedure, input, token) => callProcedure(host, origin, procedure, input, token),
    login: (accountKey) => login(host, origin, accounts, openApi, accountKey),
    wechat: {
      addAccount: (account) => accounts.add(account),
      accounts: () => accounts.all(),
      offerInvitations: (unused) => invitations.offer(unused),
      grant: (openid, templateId, count) => ledger.grant(openid, templateId, count),
      sent: (openid) => ledger.sent(openid),
      registerTemplates: (templates) => ledger.register(templates),
    },
    clock: {
      now,
      set: (at) => clock.set(at),
      get moved() {
        return clock.moved;
      },
    },
    startTimers: () => scheduler.start(),
    runTimers,
    engine: {
      insertMany: (collection, docs) =>
        engine.insertMany(
          collection,
          docs.map((doc) => {
            const fields = isFields(doc) ? doc : decode(doc);
            if (!isFields(fields)) throw new Error('insertMany takes documents');
            return fields;
          }),
        ),
      count: (collection) => engine.count(collection, {}),
      rowsRead: () => engine.rowsRead,
      find: (collection, query) => engine.find(collection, query).map((text) => decodeDoc(text)),
      setDurable: (durable) => engine.setDurable(durable),
    },
    counters: { total: () => counters.total(), byAction: () => counters.byAction(), reset: () => counters.reset() },
    faults,
    close: () => {
      closing ??= (async () => {
        scheduler.stop();
        await host.close();
        await server.close();
        engine.close();
      })();
      return closing;
    },
  };
}

function openEngine(server: HttpServer, options: LocalCloudOptions): Engine {
  try {
    return new Engine({
      file: join(options.dataDir, 'cloud.db'),
      collections: options.collections,
      durable: options.durable !== false,
    });
  } catch (error) {
    void server.close();
    if (/locked|busy/i.test(reasonOf(error))) throw new DataFolderInUse(options.dataDir);
    throw error;
  }
}
