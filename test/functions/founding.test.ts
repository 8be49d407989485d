import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { foundEstate } from '../../cloudfunctions/features/estate/found-estate';
import { sealWith } from '../../cloudfunctions/platform/seal';
import { refusalOf } from '../support/refusal';
import { DATA_KEY, PLAN, startTestCloud, type TestCloud } from '../support/estate';

const root = resolve(__dirname, '../..');
let world: TestCloud;
beforeAll(async () => {
  world = await startTestCloud();
}, 240_000);
afterAll(() => world?.close());

const found = (plan: unknown) =>
  foundEstate(plan, { database: world.database, seal: sealWith(DATA_KEY), now: new Date().toISOString() });
const [cuihu, bihai] = PLAN.estates;

test('founding again changes nothing, gives the same codes, and used ones stay used', async () => {
  await world.staff('receptionist');
  const [homes, invitations] = [world.cloud.engine.count('homes'), world.cloud.engine.count('invitations')];
  const again = await found(PLAN);
  expect([world.cloud.engine.count('homes'), world.cloud.engine.count('invitations')]).toEqual([homes, invitations]);
  expect(again.invitations.find(({ for: whom }) => whom === '翠湖花园 3栋1单元101')?.code).toBe(
    world.homeCode('翠湖花园 3栋1单元101'),
  );
  const li = await world.resident('li');
  expect((await refusalOf(li.as('joinStaff', { code: 'RECEPTIONIST' }))).code).toBe('invitationInvalid');
});

test('a changed plan takes over names and numbers and adds what is new', async () => {
  await found({
    ...PLAN,
    company: { name: '翠湖物业集团' },
    estates: [
      { ...cuihu, servicePhone: '0755-26009999', homes: [...(cuihu?.homes ?? []), { building: '6', rooms: ['101'] }] },
      bihai,
    ],
  });
  expect(await world.database.get('estates', 'cuihu')).toMatchObject({
    servicePhone: '0755-26009999',
    buildings: ['3', '5', '6'],
  });
  expect(await world.database.get('companies', 'company')).toMatchObject({ name: '翠湖物业集团' });
});

test('a wrong plan is refused with every place that is wrong, in Chinese, and writes nothing', async () => {
  const estates = world.cloud.engine.count('estates');
  const { code, fields } = await refusalOf(
    found({
      company: {},
      estates: [
        { ...cuihu, id: 'Neu', departments: [{ id: 'x', name: 'X', trade: 'nothing' }] },
        { ...cuihu, id: 'two', code: 'TW', homes: [{ building: '1', floors: 3 }], typo: 1 },
      ],
      staff: [],
    }),
  );
  expect(code).toBe('badInput');
  expect(fields).toMatchObject({
    'company.name': '请填写公司名称',
    'estates.0.id': expect.stringContaining('小写字母'),
    'estates.0.departments.0.trade': expect.stringContaining('serviceDesk'),
    'estates.1.homes.0': expect.stringContaining('二者选一'),
    'estates.1.typo': '没有这一项',
  });
  expect(world.cloud.engine.count('estates')).toBe(estates);
});

test('what does not fit together is refused as well', async () => {
  const staff = (posts: object[]) => ({ name: '某人', posts });
  const { fields } = await refusalOf(
    found({
      ...PLAN,
      estates: [
        { ...cuihu, departments: [{ id: 'eng', name: '工程部', trade: 'engineering' }], routing: { lift: 'nowhere' } },
      ],
      staff: [
        staff([{ role: 'handler', estate: 'cuihu' }]),
        staff([{ role: 'manager', estate: 'unknown' }]),
        staff([{ role: 'departmentHead', estate: 'cuihu', department: 'desk' }]),
      ],
    }),
  );
  expect(fields).toEqual({
    'estates.0.departments': '缺少住户服务中心（trade: serviceDesk）',
    'estates.0.routing.lift': '没有部门 nowhere（电梯）',
    'staff.0.posts.0': '部门负责人和处理人要写明小区和部门',
    'staff.1.posts.0.estate': '没有小区 unknown',
    'staff.2.posts.0.department': '没有部门 desk',
  });
});

describe('npm run found', () => {
  const run = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'config/found-estate.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...env },
    });

  test('says what it needs', () => {
    const { status, stderr } = run([]);
    expect(status).toBe(2);
    expect(stderr).toContain('CLOUDBASE_ENV_ID');
  });

  test('the example founds an environment', async () => {
    const other = await startTestCloud({ functionsDir: join(root, 'docs') });
    try {
      const { spawn } = await import('node:child_process');
      const child = spawn(process.execPath, ['--import', 'tsx', 'config/found-estate.ts', 'docs/estate.example.json'], {
        cwd: root,
        env: {
          PATH: process.env.PATH ?? '',
          TENCENTCLOUD_RUNENV: 'SCF',
          TENCENTCLOUD_REGION: 'ap-shanghai',
          SCF_NAMESPACE: 'local',
          CLOUDBASE_ENV_ID: 'local',
          TENCENTCLOUD_SECRETID: 'AKIDlocalcloud',
          TENCENTCLOUD_SECRETKEY: 'local-cloud-secret-key',
          CLOUDBASE_SERVICE_URL: `${other.cloud.url}/admin`,
          DATA_KEY,
        },
      });
      let said = '';
      child.stdout.on('data', (part) => {
        said += part;
      });
      child.stderr.on('data', (part) => {
        said += part;
      });
      const status = await new Promise((done) => child.on('close', done));
      const example = JSON.parse(readFileSync(join(root, 'docs/estate.example.json'), 'utf8')) as { staff: unknown[] };
      expect([status, said.match(/^员工,/gm)?.length]).toEqual([0, example.staff.length]);
      expect(said).toMatch(/住户,翠湖花园 听涛阁101,[A-Z0-9]{8}\n/);
      expect(await other.database.count('homes', { estateId: 'cuihu', building: '1' })).toBe(72);
    } finally {
      await other.close();
    }
  }, 240_000);
});
