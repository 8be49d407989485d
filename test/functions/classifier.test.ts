// The classifier's own record over the real functions (RG-03): looked at once a night, its fall reported, a model chosen and taken back.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EvaluationDocument } from '../../cloudfunctions/features/classification/evaluation-document';
import { keepModel } from '../../cloudfunctions/features/classification/keep-model';
import type { CorrectionDocument } from '../../cloudfunctions/features/classification/stored-correction';
import { correctionKeys } from '../../domain/classify/correction';
import { hashedGramsOf } from '../../domain/classify/hashed-grams';
import { textOfWeights } from '../../domain/classify/model';
import modelFile from '../../domain/classify/model.json';
import type { CommandId, CompanyId, ComplaintId, EstateId } from '../../types/ids';
import type { EvaluationView } from '../../types/api/classifier';
import { refusalOf as refusal } from '../support/refusal';
import { newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

const cmd = () => newCommandId() as CommandId;
/** Shanghai, 21 November, the evening before the first night. */
const EVENING = '2026-11-21T12:00:00.000Z';
const FIRST_NIGHT = '2026-11-21T19:01:00.000Z';
const SECOND_NIGHT = '2026-11-23T19:01:00.000Z';

let world: TestCloud;
let quality: TestPerson;
let admin: TestPerson;
let receptionist: TestPerson;
beforeAll(async () => {
  world = await startTestCloud({ workersPerFunction: 1 });
  world.at(EVENING);
  quality = await world.staff('quality');
  admin = await world.staff('admin');
  receptionist = await world.staff('receptionist');
}, 240_000);
afterAll(() => world?.close());

const nights = async (): Promise<EvaluationView[]> => (await quality.as('classifierNights', {})).items;
const newsOf = async (person: TestPerson) =>
  (await person.as('inbox', {})).items.filter(({ lines }) => lines.some(({ value }) => value === '自动分类变差了'));

test('[RG-03] nothing is evaluated before the night, and then once, however often the clock runs', async () => {
  await world.runClock();
  await world.runClock();
  expect(await nights()).toEqual([]);
  world.at(FIRST_NIGHT);
  await world.runClock();
  await world.runClock();
  await world.runClock();
  const [night, ...others] = await nights();
  expect(others).toEqual([]);
  const gold = readFileSync(path.resolve(__dirname, '../../config/classifier/messages/gold.jsonl'), 'utf8');
  expect(night).toMatchObject({
    day: '2026-11-22',
    model: null,
    messages: gold.trim().split('\n').length,
    followed: 0,
    filed: 0,
    corrected: 0,
    share: null,
    falls: [],
    muchCorrected: false,
  });
  // Over the whole message as people send it; the model alone was measured at its release.
  expect(night?.figures.category.right).toBeGreaterThan(modelFile.gold.category - 0.03);
  expect(await newsOf(quality)).toEqual([]);
});

test('[RG-03] a run that was cut off is gone on with by the next, without counting anything twice', async () => {
  const done = await world.database.get<EvaluationDocument>('evaluations', 'company:2026-11-22');
  const half = done?.answers.slice(0, 25) ?? [];
  await world.database.update('evaluations', 'company:2026-11-22', { answered: 25, answers: half, report: null });
  await world.database.update('companies', 'company', { nextEvaluationAt: '2026-11-21T19:00:00.000Z' });
  // Another instance, which doesn't remember that it may rest.
  world.at('2026-11-22T19:00:10.000Z');
  await world.runClock();
  const again = await world.database.get<EvaluationDocument>('evaluations', 'company:2026-11-22');
  expect(again?.answers).toEqual(done?.answers);
  expect(again?.report?.figures).toEqual(done?.report?.figures);
});

test('[RG-03] when wrong corrections make it worse, quality and the administrators hear of it, each once', async () => {
  const gold = readFileSync(path.resolve(__dirname, '../../config/classifier/messages/gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string })
    .filter(({ text }) => hashedGramsOf(text).length >= 12)
    .slice(0, 12);
  for (const [at, { text }] of gold.entries()) {
    const grams = hashedGramsOf(text);
    const wrong: CorrectionDocument = {
      _id: `wrong-${at}` as ComplaintId,
      companyId: 'company' as CompanyId,
      estateId: 'cuihu' as EstateId,
      version: 3,
      at: '2026-11-22T02:00:00.000Z',
      corrected: { category: 'pets' },
      decided: { kind: 'complaint', category: 'pets', responsibility: 'own' },
      proposed: { kind: 'complaint', category: 'lift', responsibility: 'own' },
      keys: correctionKeys(grams).map((gram) => `company:${gram}`),
      grams,
      followedUntil: '2027-11-22T02:00:00.000Z',
    };
    await world.database.insert('corrections', wrong);
  }
  world.at(SECOND_NIGHT);
  await world.runClock();
  await world.runClock();
  const [night] = await nights();
  expect(night).toMatchObject({ day: '2026-11-24', followed: 12, corrected: 12 });
  expect(night?.falls).toContainEqual(expect.objectContaining({ question: 'category', figure: 'right' }));
  expect(night?.confusions[0]).toEqual({ question: 'category', proposed: '电梯', decided: '宠物', count: 12 });
  expect(await newsOf(quality)).toHaveLength(1);
  expect(await newsOf(admin)).toHaveLength(1);
  expect(await newsOf(receptionist)).toEqual([]);
});

test('[RG-03] it stays bad without being reported every night', async () => {
  world.at('2026-11-24T19:01:00.000Z');
  await world.runClock();
  expect((await nights())[0]).toMatchObject({ day: '2026-11-25', falls: [] });
  expect(await newsOf(quality)).toHaveLength(1);
});

test('[RG-03] only quality and the administrators read it', async () => {
  for (const name of ['classifier', 'classifierNights'] as const)
    expect((await refusal(receptionist.as(name, {}))).code).toBe('notAllowed');
});

describe('which model is live', () => {
  /** Answers “other” to everything. */
  const dull = () => {
    const category = modelFile.questions.category;
    const none = textOfWeights(Array.from(category.grams, () => 0));
    const noticed = category.noticed.map((_weight, i) =>
      i === category.labels.indexOf('other') ? 50 : i < category.labels.length ? -50 : 0,
    );
    return { ...modelFile, questions: { ...modelFile.questions, category: { ...category, grams: none, noticed } } };
  };
  const said = async () =>
    (await receptionist.as('suggestClassification', { text: '三栋电梯困人了，电梯故障' })).category.value;
  /** What an instance remembers of the company is over. */
  const later = () => world.at(new Date(world.cloud.clock.now() + 60_000).toISOString());
  let version: string;

  test('[RG-03] a released model is live from the choice on, and can be taken back', async () => {
    expect(await said()).toBe('lift');
    version = await keepModel(
      dull(),
      { note: '试一试', gold: { category: 0.1 }, now: '2026-11-24T00:00:00.000Z' },
      world.database,
    );
    const before = await quality.as('classifier', {});
    expect(before).toMatchObject({ live: { version: null }, mayChoose: false, models: [{ version, note: '试一试' }] });
    const sent = { commandId: cmd(), version, seen: null, why: '用本公司的更正训练' };
    expect(await admin.as('chooseModel', sent)).toMatchObject({ live: { version, by: '何伟' }, problem: false });
    later();
    expect(await said()).toBe('other');
    // Sent again it is the same choice; with another model it is refused.
    expect((await admin.as('chooseModel', sent)).earlier).toEqual([]);
    expect((await refusal(admin.as('chooseModel', { ...sent, version: null }))).code).toBe('alreadyDone');

    const back = await admin.as('chooseModel', { commandId: cmd(), version: null, seen: version, why: '太差，换回' });
    expect(back).toMatchObject({ live: { version: null, why: '太差，换回' }, earlier: [{ version }] });
    later();
    expect(await said()).toBe('lift');
  });

  test('[RG-03] who looked at something older is told what was chosen meanwhile', async () => {
    const late = admin.as('chooseModel', { commandId: cmd(), version, seen: version, why: '不知道已经换回' });
    expect(await refusal(late)).toMatchObject({ code: 'changedMeanwhile' });
  });

  test('[RG-03] quality looks on; unknown models are not found', async () => {
    const choice = { commandId: cmd(), version, seen: null, why: '我想换一个' };
    expect((await refusal(quality.as('chooseModel', choice))).code).toBe('notAllowed');
    const unknown = { commandId: cmd(), version: 'm-unknown', seen: null, why: '没有这个模型' };
    expect((await refusal(admin.as('chooseModel', unknown))).code).toBe('notFound');
  });

  test('[RG-03] one that doesn’t fit the program is not used: the program’s own answers, and the page says so', async () => {
    const broken = await keepModel(
      { ...dull(), gold: {} },
      { note: '另一个程序的', gold: {}, now: '2026-11-24T00:00:00.000Z' },
      world.database,
    );
    await world.database.remove('models', `${broken}:1`);
    await admin.as('chooseModel', { commandId: cmd(), version: broken, seen: null, why: '再试一次看看' });
    later();
    expect(await said()).toBe('lift');
    expect(await admin.as('classifier', {})).toMatchObject({ live: { version: broken }, problem: true });
    const unusable = async (person: TestPerson) =>
      (await person.as('inbox', {})).items.filter(({ lines }) =>
        lines.some(({ value }) => value === '选定的分类模型不能用'),
      );
    for (const night of ['2026-11-25T19:01:00.000Z', '2026-11-26T19:01:00.000Z']) {
      world.at(night);
      await world.runClock();
      expect((await nights())[0]).toMatchObject({ modelProblem: true });
      // Told on the night on which it began, not on each.
      for (const person of [quality, admin]) expect(await unusable(person)).toHaveLength(1);
    }
  });
});
