// A small estate in a local cloud with the product's real functions, and people of every role in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { foundEstate } from '../../cloudfunctions/features/estate/found-estate';
import type { FoundingPlanInput } from '../../cloudfunctions/features/estate/founding-plan';
import type { Database } from '../../cloudfunctions/platform/database';
import { COLLECTIONS } from '../../cloudfunctions/platform/schema';
import { sealWith } from '../../cloudfunctions/platform/seal';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud, type WeChatAccount } from '../../localcloud/cloud';
import { type Answer, Refusal } from '../../types/errors';
import type { EstateId, HomeId } from '../../types/ids';
import type { InputOf, OutputOf, ProcedureName } from '../../types/procedures';
import type { Me } from '../../types/views';

// Outside Tencent's network the SDK asks a metadata service per call unless it believes to be in a function.
process.env.TENCENTCLOUD_RUNENV = 'SCF';
process.env.TENCENTCLOUD_REGION = 'ap-shanghai';
process.env.SCF_NAMESPACE = 'local';

export const DATA_KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
export const SESSION_SECRET = 'a secret that only tests know, long enough';

/** `npm test` builds the functions before; while writing, point FUNCTIONS_DIR at a build of your own. */
const FUNCTIONS = resolve(__dirname, '../..', process.env.FUNCTIONS_DIR ?? 'dist/cloudfunctions');

export const PLAN = {
  company: { name: '翠湖物业' },
  estates: [
    {
      id: 'cuihu',
      code: 'CH',
      name: '翠湖花园',
      servicePhone: '0755-26001234',
      publicPlaces: ['地下车库', '中心花园'],
      departments: [
        { id: 'desk', name: '住户服务中心', trade: 'serviceDesk' },
        { id: 'service', name: '客户服务部', trade: 'service' },
        { id: 'engineering', name: '工程维修部', trade: 'engineering' },
        { id: 'environment', name: '物业管理部（环境）', trade: 'environment' },
        { id: 'order', name: '物业管理部（秩序）', trade: 'order' },
      ],
      homes: [
        { building: '3', units: ['1', '2'], floors: 5, perFloor: 2 },
        { building: '5', rooms: ['101', '102'] },
      ],
      keyHomes: ['3-1-502'],
    },
    {
      id: 'bihai',
      code: 'BH',
      name: '碧海名苑',
      servicePhone: '0755-26005678',
      departments: [
        { id: 'desk', name: '住户服务中心', trade: 'serviceDesk' },
        { id: 'engineering', name: '工程维修部', trade: 'engineering' },
      ],
      homes: [{ building: '1', rooms: ['101', '102'] }],
    },
  ],
  staff: [
    { name: '张丽', code: 'RECEPTIONIST', posts: [{ role: 'receptionist', estate: 'cuihu', department: 'desk' }] },
    { name: '周敏', code: 'SUPERVISOR', posts: [{ role: 'supervisor', estate: 'cuihu', department: 'desk' }] },
    { name: '刘强', code: 'HEAD', posts: [{ role: 'departmentHead', estate: 'cuihu', department: 'engineering' }] },
    { name: '陈涛', code: 'HANDLER', posts: [{ role: 'handler', estate: 'cuihu', department: 'engineering' }] },
    { name: '高明', code: 'HANDLER2', posts: [{ role: 'handler', estate: 'cuihu', department: 'engineering' }] },
    { name: '钱进', code: 'ORDERHEAD', posts: [{ role: 'departmentHead', estate: 'cuihu', department: 'order' }] },
    { name: '赵霞', code: 'PATROL', posts: [{ role: 'patrol', estate: 'cuihu' }] },
    { name: '吴刚', code: 'MANAGER', posts: [{ role: 'manager', estate: 'cuihu' }] },
    { name: '孙总', code: 'GENERALMANAGER', posts: [{ role: 'generalManager' }] },
    { name: '郑洁', code: 'QUALITY', posts: [{ role: 'quality' }] },
    { name: '何伟', code: 'ADMIN', posts: [{ role: 'admin' }] },
    { name: '林芳', code: 'OTHERDESK', posts: [{ role: 'receptionist', estate: 'bihai', department: 'desk' }] },
  ],
} satisfies FoundingPlanInput;

export const CUIHU = 'cuihu' as EstateId;
export const BIHAI = 'bihai' as EstateId;

/** Staff by what they are, with the code of their invitation. */
const STAFF = {
  receptionist: 'RECEPTIONIST',
  supervisor: 'SUPERVISOR',
  head: 'HEAD',
  handler: 'HANDLER',
  handler2: 'HANDLER2',
  orderHead: 'ORDERHEAD',
  patrol: 'PATROL',
  manager: 'MANAGER',
  generalManager: 'GENERALMANAGER',
  quality: 'QUALITY',
  admin: 'ADMIN',
  otherDesk: 'OTHERDESK',
} as const;

/** Residents with the home they bind, their name and phone. */
const RESIDENTS = {
  wang: { home: '翠湖花园 3栋1单元101', name: '王小明', phone: '13800138000' },
  /** Lives with 王小明. */
  wangWife: { home: '翠湖花园 3栋1单元101', name: '陈静', phone: '13800138001' },
  li: { home: '翠湖花园 3栋2单元302', name: '李娜', phone: '13900139000' },
  /** 重点客户 */
  zhao: { home: '翠湖花园 3栋1单元502', name: '赵敏', phone: '13700137000' },
  /** In the other estate. */
  chen: { home: '碧海名苑 1栋101', name: '陈刚', phone: '13600136000' },
} as const;

export type StaffKey = keyof typeof STAFF;
export type ResidentKey = keyof typeof RESIDENTS;

/** Somebody signed in. */
export interface TestPerson {
  key: string;
  token: string;
  account: WeChatAccount;
  /** As they were right after signing in. */
  me: Me;
  /** Calls over HTTP, signed in again when the moved clock ended the session. @throws Refusal with the code of the answer */
  as<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** The same from the mini program. @throws Refusal */
  inMiniProgram<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** Accepts messages of these templates: both in WeChat's ledger and in ours. */
  acceptsMessages(...templateIds: string[]): Promise<void>;
}

export interface TestCloud {
  cloud: LocalCloud;
  /** Around the functions, for looking and for preparing what takes too long by the API. */
  database: Database;
  /** Signed in, has agreed, joined their post. */
  staff(key: StaffKey): Promise<TestPerson>;
  /** Signed in, has agreed, bound their home, left name and phone. */
  resident(key: ResidentKey): Promise<TestPerson>;
  /** Signed in, and nothing else. */
  visitor(key: string): Promise<TestPerson>;
  /** The invitation code of a home, e.g. `翠湖花园 3栋1单元101`. */
  homeCode(home: string): string;
  /** One run of the timer at the cloud's time; what it did per part. */
  runClock(): Promise<unknown>;
  /** Moves the cloud's time to an instant, e.g. `2026-11-23T02:00:00Z`. */
  at(instant: string): void;
  close(): Promise<void>;
}

/** The data of an answer. @throws Refusal with its code, words and details */
export const dataOf = <T>(body: unknown): T => {
  const answer = body as Answer<T>;
  if (answer.ok) return answer.data;
  const { code, message, fields, details } = answer.error;
  throw new Refusal(code, { message, ...(fields ? { fields } : {}), ...(details ? { details } : {}) });
};

/** The SDK in this process signs with the real time, so a moved clock of the cloud is put right for the length of a call. */
const atRealTime = (database: Database, clock: LocalCloud['clock']): Database => {
  let running = 0;
  let moved = 0;
  return new Proxy(database, {
    get:
      (target, name: keyof Database) =>
      async (...args: never[]) => {
        if (running === 0) moved = clock.now() - Date.now();
        running += 1;
        if (Math.abs(moved) > 1000) clock.set(null);
        try {
          return await (target[name] as (...args: never[]) => Promise<unknown>)(...args);
        } finally {
          running -= 1;
          if (running === 0 && Math.abs(moved) > 1000) clock.set(Date.now() + moved);
        }
      },
  });
};

const accountFor = (key: string, group: WeChatAccount['group']): WeChatAccount => ({
  key,
  nickname: key,
  title: key,
  group,
  mpOpenid: `mp-${key}`,
  oaOpenid: `oa-${key}`,
  unionid: `union-${key}`,
});

let commands = 0;
/** A command id that no other call of this test file has. */
export const newCommandId = (): string => {
  commands += 1;
  return `test-command-${commands}`;
};

export const startTestCloud = async (options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiyin-test-'));
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: FUNCTIONS,
    collections: COLLECTIONS,
    timers: false,
    durable: false,
    ...options,
    env: { DATA_KEY, SESSION_SECRET, HUIYIN_CHECK_OUTPUT: '1', ...options.env },
  });
  // The SDK reads its environment when it is loaded, so it comes after the lines above.
  const { databaseFor } =
    require('../../cloudfunctions/platform/administration') as typeof import('../../cloudfunctions/platform/administration');
  const database = atRealTime(
    databaseFor({
      envId: 'local',
      secretId: 'AKIDlocalcloud',
      secretKey: 'local-cloud-secret-key',
      serviceUrl: `${cloud.url}/admin`,
    }),
    cloud.clock,
  );
  const founded = await foundEstate(PLAN, {
    database,
    seal: sealWith(DATA_KEY),
    now: new Date(cloud.clock.now()).toISOString(),
  });
  const homeCode = (home: string): string => {
    const invitation = founded.invitations.find((candidate) => candidate.kind === 'home' && candidate.for === home);
    if (invitation === undefined) throw new Error(`no home ${home}`);
    return invitation.code;
  };

  const signIn = async (key: string, group: WeChatAccount['group']): Promise<TestPerson> => {
    const account = accountFor(key, group);
    cloud.wechat.addAccount(account);
    const token = await cloud.login(key);
    let session = token;
    const as: TestPerson['as'] = async (procedure, input) => {
      const { status, body } = await cloud.callApi(procedure, input, session);
      if (status !== 401) return dataOf(body);
      // The test has moved the clock past the session: sign in again, as the page would.
      session = await cloud.login(key);
      return dataOf((await cloud.callApi(procedure, input, session)).body);
    };
    const inMiniProgram: TestPerson['as'] = async (procedure, input) =>
      dataOf(
        await cloud.invoke(
          'api',
          { procedure, input },
          { source: 'miniprogram', openid: account.mpOpenid, unionid: account.unionid },
        ),
      );
    return {
      key,
      token,
      account,
      as,
      inMiniProgram,
      me: await inMiniProgram('whoAmI', {}),
      acceptsMessages: async (...templateIds) => {
        for (const templateId of templateIds) cloud.wechat.grant(account.mpOpenid, templateId, 1);
        await as('recordSubscribeConsent', {
          commandId: newCommandId(),
          answers: templateIds.map((templateId) => ({ templateId, accepted: true })),
        });
      },
    };
  };

  const agree = async (person: TestPerson): Promise<void> => {
    const { version } = await person.as('privacyNotice', {});
    // From the mini program: so both openids of the person are known.
    await person.inMiniProgram('agreeToPrivacyNotice', { version });
  };

  const signedIn = new Map<string, Promise<TestPerson>>();
  const once = (key: string, arrive: () => Promise<TestPerson>): Promise<TestPerson> => {
    const known = signedIn.get(key) ?? arrive();
    signedIn.set(key, known);
    return known;
  };

  return {
    cloud,
    database,
    homeCode,
    visitor: (key) => once(key, () => signIn(key, '住户')),
    staff: (key) =>
      once(key, async () => {
        const person = await signIn(key, '员工');
        await agree(person);
        return { ...person, me: await person.as('joinStaff', { code: STAFF[key] }) };
      }),
    resident: (key) =>
      once(key, async () => {
        const { home, name, phone } = RESIDENTS[key];
        const person = await signIn(key, '住户');
        await agree(person);
        await person.as('bindHome', { code: homeCode(home) });
        return { ...person, me: await person.as('saveContact', { name, phone }) };
      }),
    runClock: () => cloud.invoke('clock', {}, { source: 'timer' }),
    at: (instant) => cloud.clock.set(Date.parse(instant)),
    close: async () => {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** The home of somebody who bound exactly one. */
export const homeOf = (person: TestPerson): HomeId => {
  const [home] = person.me.homes;
  if (home === undefined) throw new Error(`${person.key} has no home`);
  return home.id;
};
