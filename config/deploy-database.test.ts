import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { COLLECTIONS, STORAGE_RULE } from '../cloudfunctions/platform/schema';
import { type ActualCollection, planDatabase, planStorage } from './database-plan';
import { authorization } from './tencent-cloud';

// Each run is a process of its own, perhaps on a busy machine.
jest.setTimeout(60_000);

test('the signature is what Tencent’s own package computes', () => {
  const body = JSON.stringify({ EnvId: 'huiyin-1', CollectionName: '投诉' });
  expect(
    authorization(
      { secretId: 'AKIDexample', secretKey: 'secretexample' },
      { host: 'tcb.tencentcloudapi.com', body, timestamp: 1_795_000_000 },
    ),
  ).toBe(
    'TC3-HMAC-SHA256 Credential=AKIDexample/2026-11-18/tcb/tc3_request, SignedHeaders=content-type;host, Signature=741f2658d71762f40246c522b9f5b0a0f8b372e9514a25ec56f8426754cd32d3',
  );
});

describe('the plan', () => {
  const wanted = [
    {
      name: 'homes',
      indexes: [{ name: 'room', keys: [['estateId', 1] as const, ['room', -1] as const], unique: true as const }],
    },
  ];
  const room = {
    name: 'room',
    keys: [
      ['estateId', '1'],
      ['room', '-1'],
    ] as [string, string][],
    unique: true,
  };
  const id = { name: '_id_', keys: [['_id', '1']] as [string, string][], unique: true };
  const kinds = (actual: ActualCollection[]) => planDatabase(wanted, actual).changes.map((change) => change.do);

  test('an empty environment gets everything, the collection first', () => {
    expect(kinds([])).toEqual(['createCollection', 'setAccess', 'createIndex']);
  });

  test('what is right stays', () => {
    expect(kinds([{ name: 'homes', access: 'ADMINONLY', indexes: [id, room] }])).toEqual([]);
  });

  test('a collection that clients could read is closed', () => {
    expect(kinds([{ name: 'homes', access: 'READONLY', indexes: [room] }])).toEqual(['setAccess']);
  });

  test.each([
    ['order of fields', { ...room, keys: [...room.keys].reverse() }],
    [
      'direction',
      {
        ...room,
        keys: [
          ['estateId', '1'],
          ['room', '1'],
        ] as [string, string][],
      },
    ],
    ['uniqueness', { ...room, unique: false }],
    ['number of fields', { ...room, keys: room.keys.slice(0, 1) }],
  ])('an index with another %s is replaced', (_what, index) => {
    expect(kinds([{ name: 'homes', access: 'ADMINONLY', indexes: [index] }])).toEqual(['replaceIndex']);
  });

  test('what nobody declared is named and kept', () => {
    const extra = { name: 'old', keys: [['a', '1']] as [string, string][], unique: false };
    const actual = [
      { name: 'homes', access: 'ADMINONLY', indexes: [id, room, extra] },
      { name: 'stray', access: 'PRIVATE', indexes: [] },
    ];
    expect(planDatabase(wanted, actual)).toEqual({ changes: [], undeclared: ['索引 homes.old', '集合 stray'] });
  });
});

describe('the storage', () => {
  const rule = JSON.stringify(STORAGE_RULE);

  test('clients read nothing and write only their own files below raw/', () => {
    expect(STORAGE_RULE.read).toBe(false);
    // As the platform reads it: an expression over who asks and which file.
    const mayWrite = new Function('auth', 'resource', `return ${STORAGE_RULE.write}`);
    const [me, mine] = [{ openid: 'me' }, { openid: 'me', path: 'raw/ph_1' }];
    expect(mayWrite(me, mine)).toBe(true);
    expect(mayWrite(null, mine)).toBe(false);
    expect(mayWrite({ openid: 'other' }, mine)).toBe(false);
    for (const path of ['photos/ph_1', 'raw', 'rawer/ph_1', 'photos/raw/ph_1'])
      expect([path, mayWrite(me, { openid: 'me', path })]).toEqual([path, false]);
  });

  test('DEPLOY.md shows the same rule for setting it by hand', () => {
    const [, json = ''] =
      /```json\n(\{\n {2}"read"[^`]*)```/.exec(readFileSync(path.join(__dirname, '../docs/DEPLOY.md'), 'utf8')) ?? [];
    expect(JSON.parse(json)).toEqual(STORAGE_RULE);
  });

  test.each([
    ['the platform’s default', 'READONLY', null],
    ['closed to everybody, also to uploads', 'ADMINONLY', null],
    ['a rule that lets everybody read', 'CUSTOM', JSON.stringify({ ...STORAGE_RULE, read: true })],
    ['a rule that says more', 'CUSTOM', JSON.stringify({ ...STORAGE_RULE, delete: true })],
    ['a rule that is no JSON', 'CUSTOM', '{ "read": false, // closed\n }'],
  ])('%s is changed', (_what, access, actual) => {
    expect(planStorage({ bucket: 'b', access, rule: actual })).toEqual([
      { do: 'setStorageRule', bucket: 'b', was: access },
    ]);
  });

  test('what is right stays, however it is written', () => {
    expect(planStorage({ bucket: 'b', access: 'CUSTOM', rule })).toEqual([]);
    expect(planStorage({ bucket: 'b', access: 'CUSTOM', rule: JSON.stringify(STORAGE_RULE, null, 4) })).toEqual([]);
  });
});

describe('npm run deploy:database', () => {
  type Key = { Name: string; Direction: string };
  type Table = {
    access: string;
    indexes: Map<string, { keys: Key[]; unique: boolean }>;
  };
  let tables: Map<string, Table>;
  let storage: { access: string; rule: string | null };
  /** Actions that this account's plan refuses. */
  let denied: string[];
  let writes: string[];
  let notYet: number;
  let server: http.Server;
  let endpoint: string;

  type Parameters = {
    TableName: string;
    CollectionName: string;
    AclTag: string;
    Bucket: string;
    Rule: string;
    MgoOffset: number;
    MgoLimit: number;
    CreateIndexes?: { IndexName: string; MgoKeySchema: { MgoIndexKeys: Key[]; MgoIsUnique: boolean } }[];
    DropIndexes?: { IndexName: string }[];
  };

  /** Answers as tcb.tencentcloudapi.com does, as far as the script goes. */
  function perform(action: string, { TableName, CollectionName, ...rest }: Parameters): object {
    switch (action) {
      case 'DescribeEnvs':
        return {
          EnvList: [{ EnvId: 'huiyin-1', Databases: [{ InstanceId: 'tnt-1' }], Storages: [{ Bucket: 'bucket-1' }] }],
        };
      case 'ListTables': {
        const page = [...tables.keys()].slice(rest.MgoOffset, rest.MgoOffset + rest.MgoLimit);
        return { Tables: page.map((name) => ({ TableName: name })), Pager: { Total: tables.size } };
      }
      case 'DescribeTable': {
        const indexes = [...(tables.get(TableName)?.indexes ?? [])];
        return { Indexes: indexes.map(([Name, { keys, unique }]) => ({ Name, Keys: keys, Unique: unique })) };
      }
      case 'DescribeDatabaseACL':
        return { AclTag: tables.get(CollectionName)?.access };
      case 'CreateTable':
        tables.set(TableName, { access: 'PRIVATE', indexes: new Map() });
        return {};
      case 'ModifyDatabaseACL': {
        const table = tables.get(CollectionName);
        if (table) table.access = rest.AclTag;
        return {};
      }
      case 'DescribeStorageSafeRule':
        return { AclTag: storage.access, Rule: storage.rule };
      case 'ModifyStorageSafeRule':
        if (rest.Bucket === 'bucket-1') storage = { access: rest.AclTag, rule: rest.Rule };
        return {};
      case 'UpdateTable': {
        const indexes = tables.get(TableName)?.indexes;
        for (const { IndexName } of rest.DropIndexes ?? []) indexes?.delete(IndexName);
        for (const { IndexName, MgoKeySchema: schema } of rest.CreateIndexes ?? []) {
          indexes?.set(IndexName, { keys: schema.MgoIndexKeys, unique: schema.MgoIsUnique });
        }
        return {};
      }
      default:
        return { Error: { Code: 'InvalidAction', Message: action } };
    }
  }
  const isWrite = (action: string) => !/^(Describe|List)/.test(action);

  beforeAll(async () => {
    server = http.createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const action = String(request.headers['x-tc-action']);
      const timestamp = Number(request.headers['x-tc-timestamp']);
      const expected = authorization({ secretId: 'id', secretKey: 'right' }, { host: '127.0.0.1', body, timestamp });
      const answer = () => {
        if (request.headers.authorization !== expected)
          return { Error: { Code: 'AuthFailure.SignatureFailure', Message: '签名不对' } };
        if (denied.includes(action)) return { Error: { Code: 'OperationDenied.FreePackageDenied', Message: action } };
        if (isWrite(action)) writes.push(action);
        if (action === 'UpdateTable' && notYet-- > 0)
          return { Error: { Code: 'ResourceUnavailable', Message: '集合还没有准备好' } };
        return perform(action, JSON.parse(body));
      };
      response.end(JSON.stringify({ Response: { RequestId: '1', ...answer() } }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  beforeEach(() => {
    tables = new Map();
    storage = { access: 'READONLY', rule: null };
    denied = [];
    writes = [];
    notYet = 1;
  });

  function deploy(args: string[], env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
    const root = path.resolve(__dirname, '..');
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', 'config/deploy-database.ts', ...args],
        {
          cwd: root,
          env: {
            PATH: process.env.PATH,
            CLOUDBASE_ENV_ID: 'huiyin-1',
            TENCENTCLOUD_SECRETID: 'id',
            TENCENTCLOUD_SECRETKEY: 'right',
            TENCENTCLOUD_ENDPOINT: endpoint,
            ...env,
          },
        },
        (error, stdout, stderr) =>
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
      );
    });
  }

  test('a dry run says what it would do and touches nothing', async () => {
    const { code, output } = await deploy(['--dry-run']);
    expect({ code, writes }).toEqual({ code: 0, writes: [] });
    for (const { name } of COLLECTIONS) expect(output).toContain(`新建集合 ${name}`);
  });

  test('the first run makes everything, the second has nothing left to do, a foreign change is put right', async () => {
    const first = await deploy([]);
    expect(first).toMatchObject({ code: 0 });
    expect([...tables.keys()]).toEqual(COLLECTIONS.map(({ name }) => name));
    for (const { name, indexes } of COLLECTIONS) {
      expect(tables.get(name)?.access).toBe('ADMINONLY');
      expect([...(tables.get(name)?.indexes.keys() ?? [])]).toEqual(indexes.map((index) => index.name));
    }
    expect({ ...storage, rule: JSON.parse(storage.rule ?? '') }).toEqual({ access: 'CUSTOM', rule: STORAGE_RULE });

    writes = [];
    expect((await deploy([])).output).toContain('无需改动');
    expect(writes).toEqual([]);

    const index = tables.get('homes')?.indexes.get('room');
    if (index) index.unique = false;
    await deploy([]);
    expect(writes).toEqual(['UpdateTable', 'UpdateTable']);
    expect(tables.get('homes')?.indexes.get('room')?.unique).toBe(true);
  }, 120_000);

  test('where the storage’s rule may not be set, the database is done all the same and the rest is said', async () => {
    denied = ['DescribeStorageSafeRule', 'ModifyStorageSafeRule'];
    const { code, output } = await deploy([]);
    expect([code, tables.size]).toEqual([1, COLLECTIONS.length]);
    expect(output).toContain('自定义安全规则');
    expect(output).toContain(JSON.stringify(STORAGE_RULE, null, 2));
  });

  test('a refused key stops it and is said', async () => {
    const { code, output } = await deploy([], { TENCENTCLOUD_SECRETKEY: 'wrong' });
    expect(code).toBe(1);
    expect(output).toContain('AuthFailure.SignatureFailure');
  });

  test('another environment than the key can see stops it', async () => {
    const { code, output } = await deploy([], { CLOUDBASE_ENV_ID: 'elsewhere' });
    expect(code).toBe(1);
    expect(output).toContain('elsewhere');
  });

  test('without a key it explains itself, or lists for an empty environment', async () => {
    expect(await deploy([], { TENCENTCLOUD_SECRETKEY: '' })).toMatchObject({
      code: 2,
      output: expect.stringContaining('TENCENTCLOUD_SECRETKEY'),
    });
    expect(await deploy(['--dry-run'], { TENCENTCLOUD_SECRETKEY: '' })).toMatchObject({
      code: 0,
      output: expect.stringMatching(/空环境[\s\S]*云存储权限：默认 → 客户端不可读/),
    });
    expect(await deploy(['--dry'])).toMatchObject({ code: 2 });
  });
});
