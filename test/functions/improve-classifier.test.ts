// A company improves the classifier with its own corrections, command by command as docs/CLASSIFICATION.md says (RG-03).
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keepModel } from '../../cloudfunctions/features/classification/keep-model';
import { classify } from '../../domain/classify/classify';
import { BUCKET_BITS } from '../../domain/classify/features';
import { type ModelFile, openModel } from '../../domain/classify/model';
import type { CommandId } from '../../types/ids';
import type { ComplaintView } from '../../types/views';
import type { Category } from '../../types/vocabulary';
import { departmentNamed } from '../support/path-people';
import { DATA_KEY, homeOf, newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';
import { repository } from '../support/files';

const cmd = () => newCommandId() as CommandId;
let world: TestCloud;
let wang: TestPerson;
let receptionist: TestPerson;
let admin: TestPerson;
let folder: string;
beforeAll(async () => {
  world = await startTestCloud();
  wang = await world.resident('wang');
  receptionist = await world.staff('receptionist');
  admin = await world.staff('admin');
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'improve-'));
}, 240_000);
afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  await world?.close();
});

const file = (name: string): string => path.join(folder, name);
/** The local cloud lives in this process, so the command must not block it. */
const run = (script: string, ...args: string[]): Promise<{ status: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', path.join('config/classifier', script), ...args], {
      cwd: repository,
      env: { ...process.env, DATA_KEY },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
    child.on('close', (status) => resolve({ status, said }));
  });

const corrected = async (description: string, category: Category, more: object = {}): Promise<ComplaintView> => {
  const { id } = await wang.as('fileComplaint', {
    commandId: cmd(),
    kind: 'complaint',
    description,
    homeId: homeOf(wang),
    place: {},
    ...more,
  });
  const view = await receptionist.as('getComplaint', { id });
  expect(view.state).toBe('registered');
  return receptionist.as('dispatch', {
    complaintId: id,
    commandId: cmd(),
    version: view.version,
    kind: 'complaint',
    category,
    responsibility: 'own',
    departmentId: departmentNamed(view, '工程维修部'),
  });
};

test('[RG-03] corrections are exported as rows to train from, without names and numbers; what was withdrawn is left out', async () => {
  await corrected(
    '大堂里的那个大摆件，看着实在别扭，进进出出都要绕着走。王小明，13800138000，李桂芳，刘铁柱',
    'committee',
    {
      onBehalfOf: '李桂芳',
      about: '保安刘铁柱、客服',
    },
  );
  const gone = await corrected('二号厅那块旧的牌牌歪着，瞧着别扭得很，弄一下吧', 'committee');
  await wang.as('withdraw', { complaintId: gone.id, commandId: cmd(), version: gone.version, reason: '不用了，谢谢' });
  const { status, said } = await run('export-corrections.ts', file('corrections.jsonl'), '--local', world.cloud.url);
  expect(said).toContain('1 条更正');
  expect(status).toBe(0);
  const rows = fs.readFileSync(file('corrections.jsonl'), 'utf8').trim().split('\n');
  expect(rows.map((row) => JSON.parse(row) as object)).toEqual([
    {
      id: expect.any(String),
      text: '大堂里的那个大摆件，看着实在别扭，进进出出都要绕着走。某某，138******00，某某，某某',
      category: 'committee',
      kind: 'complaint',
      responsibility: 'own',
    },
  ]);
});

test('[RG-03] trained on from the program’s model, released, live at once, and on the page', async () => {
  const own = 'domain/classify/model.json';
  const trained = await run(
    'train.ts',
    '--from',
    own,
    '--data',
    file('corrections.jsonl'),
    '--to',
    file('better.json'),
  );
  expect(trained).toMatchObject({ status: 0, said: expect.stringContaining('条训练') });
  const why = ['--why', '用本公司十一月的更正训练', '--local', world.cloud.url];
  const released = await run('release-model.ts', file('better.json'), ...why);
  expect(released).toMatchObject({ status: 0, said: expect.stringContaining('已发布') });
  const view = await admin.as('classifier', {});
  expect(view.live).toMatchObject({ version: expect.stringMatching(/^m-/), why: '用本公司十一月的更正训练' });
  expect(view.models).toHaveLength(1);
  // Again is no other release.
  expect(await run('release-model.ts', file('better.json'), ...why)).toMatchObject({
    status: 0,
    said: expect.stringContaining('已经在用'),
  });
});

test('[RG-03] a model that does worse on the gold messages isn’t released; the figures are said', async () => {
  const better = JSON.parse(fs.readFileSync(file('better.json'), 'utf8')) as ModelFile;
  const { category } = better.questions;
  const worse = { ...category, noticed: category.noticed.map((weight) => -weight) };
  fs.writeFileSync(
    file('worse.json'),
    JSON.stringify({ ...better, questions: { ...better.questions, category: worse } }),
  );
  const before = await admin.as('classifier', {});
  const { status, said } = await run(
    'release-model.ts',
    file('worse.json'),
    ...['--why', '试一试这个模型', '--local', world.cloud.url],
  );
  expect(said).toMatch(/没有发布。金标准上比现用的模型差：类别（对） 0\.\d+ → 0\.\d+/);
  expect(status).toBe(1);
  expect((await admin.as('classifier', {})).live).toEqual(before.live);
});

test('[RG-02] a model that is always sure isn’t released, though it answers as well', async () => {
  const better = JSON.parse(fs.readFileSync(file('better.json'), 'utf8')) as ModelFile;
  const category = { ...better.questions.category, calibration: [[0, 1]] };
  fs.writeFileSync(file('sure.json'), JSON.stringify({ ...better, questions: { ...better.questions, category } }));
  const { status, said } = await run(
    'release-model.ts',
    file('sure.json'),
    ...['--why', '试一试这个模型', '--local', world.cloud.url],
  );
  expect(said).toContain('没有发布。金标准上把握不可信（自动派单的把握不低于 0.8）：类别：有把握的 2');
  expect(status).toBe(1);
});

test('[RG-03] beside a worse one that is live, the program’s own model is still what a release must not fall below', async () => {
  const { live } = await admin.as('classifier', {});
  const worse = JSON.parse(fs.readFileSync(file('worse.json'), 'utf8')) as ModelFile;
  const now = '2026-11-24T00:00:00.000Z';
  const version = await keepModel(worse, { note: '差一些的', gold: {}, now }, world.database);
  const choose = (to: string | null, seen: string | null) =>
    admin.as('chooseModel', { commandId: cmd(), version: to, seen, why: '看看差的会怎样' });
  await choose(version, live?.version ?? null);
  fs.writeFileSync(file('as-bad.json'), JSON.stringify({ ...worse, gold: { ...worse.gold, again: 1 } }));
  const { status, said } = await run(
    'release-model.ts',
    file('as-bad.json'),
    ...['--why', '不比现用的差', '--local', world.cloud.url],
  );
  expect(said).toContain('没有发布。金标准上比随程序附带的模型差：类别（对）');
  expect(said).not.toContain('比现用的模型差');
  expect(status).toBe(1);
  await choose(live?.version ?? null, version);
});

test('[RG-03] the released model answers by itself', async () => {
  const better = openModel(JSON.parse(fs.readFileSync(file('better.json'), 'utf8')) as ModelFile, 2 ** BUCKET_BITS);
  const text = '三栋的电梯又停了，按了半天没有反应';
  const { category } = await receptionist.as('suggestClassification', { text });
  expect(category).toEqual(classify(text, { model: better }).category);
});

test('[RG-03] a live model that no longer fits the program doesn’t block the next release', async () => {
  const better = JSON.parse(fs.readFileSync(file('better.json'), 'utf8')) as ModelFile;
  const live = (await admin.as('classifier', {})).live?.version ?? '';
  const first = await world.database.get<{ text: string }>('models', `${live}:0`);
  await world.database.update('models', `${live}:0`, {
    text: (first?.text ?? '').replace(/"buckets":\d+/, '"buckets":8'),
  });
  const noted = { ...better, gold: { ...better.gold, again: 1 } };
  fs.writeFileSync(file('again.json'), JSON.stringify(noted));
  const released = await run(
    'release-model.ts',
    file('again.json'),
    '--why',
    '原来的不能用了',
    '--local',
    world.cloud.url,
  );
  expect(released.said).toContain('现用的模型不能用了，与随程序附带的模型比较');
  expect(released).toMatchObject({ status: 0, said: expect.stringContaining('已发布') });
});

test('the commands say how they are used', async () => {
  for (const script of ['export-corrections.ts', 'release-model.ts'])
    expect(await run(script)).toMatchObject({ status: 2, said: expect.stringContaining('用法：npm run') });
});
