// IN-07, SV-22: what reads alike, measured on messages that nothing was ever fitted with, and the command that answers files.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { ALIKE_FROM, alikeness, WEIGHTS } from '../../../domain/incident/alike';
import { entryKeys, questionKeys } from '../../../domain/incident/alike-index';
import { answersTo } from './answer';
import { chanceOf, fitAlike } from './fit';
import { type Clustered, GOLD_ALIKE, matterOfRow, measured, OWN_ALIKE, pairsFrom, UNNAMED_ALIKE } from './pairs';

const gold = pairsFrom(GOLD_ALIKE);
const scored = gold.pairs.map((pair) => ({ ...pair, score: pair.apart ? 0 : chanceOf(pair.evidence, WEIGHTS) }));

test('[IN-07] [SV-22] of the gold messages at least 9 of 10 that are shown are alike, and 8 of 10 alike ones are shown', () => {
  const { precision, recall } = measured(scored, ALIKE_FROM);
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});

test('[IN-07] the same words about another place, and another matter at the same place, are not alike', () => {
  const hard = scored.filter(({ later, earlier }) =>
    [later, earlier].some(({ cluster }) => cluster.startsWith('hard_negative:')),
  );
  expect(hard.length).toBeGreaterThan(60);
  const shown = hard.filter(({ score }) => score >= ALIKE_FROM);
  expect(shown.map(({ later, earlier }) => [later.text, earlier.text])).toEqual([]);
});

test('[IN-07] who names no building is not taken for who names one: another matter, another place, or nobody knows which', () => {
  const { rows, pairs } = pairsFrom(UNNAMED_ALIKE);
  expect(rows).toHaveLength(40);
  const named = (row: Clustered) => matterOfRow(row).building !== null;
  const oneNamed = pairs.filter(({ later, earlier }) => named(later) !== named(earlier));
  expect(oneNamed.length).toBeGreaterThan(350);
  const shown = oneNamed.filter(({ apart, evidence }) => !apart && chanceOf(evidence, WEIGHTS) >= ALIKE_FROM);
  // A lamp indoors and the lamps of a road: all that is still taken for one.
  expect(shown.map(({ later, earlier }) => [later.text, earlier.text])).toEqual([
    ['3栋楼道灯不亮', '路灯整条路都不亮，走夜路摔跤'],
  ]);
});

test('[IN-07] beside a building and at a place outdoors that it stands by is one place still', () => {
  const score = (a: string, b: string) => alikeness(matterOfRow({ id: 1, text: a }), matterOfRow({ id: 2, text: b }));
  expect(score('8号楼后面的充电棚插座没电，充不进去', '充电棚的插座没电，车充不进去')).toBeGreaterThan(ALIKE_FROM);
  expect(score('8号楼的插座没电，充不进去', '充电棚的插座没电，车充不进去')).toBe(0);
});

test('[IN-07] everything that is alike is found by the keys of the index, nothing has to be looked through', () => {
  const matters = new Map(gold.rows.map((row) => [row, matterOfRow(row)]));
  const missed = scored.filter(({ later, earlier, score }) => {
    const [asking, kept] = [matters.get(later), matters.get(earlier)];
    if (score < ALIKE_FROM || asking === undefined || kept === undefined) return false;
    const keys = new Set(entryKeys(kept));
    return !questionKeys(asking).some((key) => keys.has(key));
  });
  expect(missed.map(({ later, earlier }) => [later.text, earlier.text])).toEqual([]);
});

test('the gold messages are frozen: none of them is among those that the weights are fitted with', () => {
  const fitted = new Set(pairsFrom(OWN_ALIKE).rows.map(({ text }) => text));
  expect(gold.rows.filter(({ text }) => fitted.has(text))).toEqual([]);
  expect(new Set(gold.rows.map(({ cluster }) => cluster).filter((cluster) => !cluster.includes(':'))).size).toBe(27);
});

test('the same pairs give the same weights', () => {
  const own = [pairsFrom(OWN_ALIKE)];
  expect(fitAlike(own, () => true)).toEqual(fitAlike(own, () => true));
});

test('it is answered in the order of the rows, only with earlier ones, the most alike first, never across estates', () => {
  const answers = answersTo([
    { id: 'a', text: '3栋2单元电梯停在九楼不动', estate: '甲' },
    { id: 'b', text: '三栋二单元电梯卡在9楼没反应', estate: '甲' },
    { id: 'c', text: '3栋2单元电梯停在九楼不动', estate: '乙' },
    { id: 'd', text: '3栋2单元电梯停在九楼不动了', estate: '甲' },
    { id: 'e', text: '电梯停在九楼不动', estate: '甲', building: '5' },
  ]);
  expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(answers.map(({ alike }) => alike.map(({ id }) => id))).toEqual([[], ['a'], [], ['a', 'b'], []]);
  for (const { alike } of answers)
    for (const { score } of alike) expect(score).toBeGreaterThanOrEqual(Math.floor(ALIKE_FROM * 100) / 100);
});

test('a building stated beside the text counts, but not for what stands outside the buildings', () => {
  const score = (a: string, b: string, text = '东门道闸杆抬不起来了') =>
    alikeness(matterOfRow({ id: 1, text, building: a }), matterOfRow({ id: 2, text, building: b }));
  expect(score('3', '5')).toBeGreaterThan(ALIKE_FROM);
  expect(score('3', '5', '电梯又停了')).toBe(0);
  expect(score('3栋', '3', '电梯又停了')).toBeGreaterThan(ALIKE_FROM);
});

test('a row that cannot be read is told with its line and ends in exit code 1; the others are answered', () => {
  const input = ['{"id":1,"text":"1号楼停水了"}', '不是 JSON', '{"id":3}', '{"id":4,"text":"一号楼没水"}'].join('\n');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'config/classifier/alike/alike.ts'],
    { input, encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/第 2 行[\s\S]*第 3 行/);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(answers).toEqual([
    { id: 1, alike: [] },
    { id: 4, alike: [{ id: 1, score: expect.any(Number) as number }] },
  ]);
});

test('a long answer arrives whole through a pipe whose reader is slow', () => {
  const rows = Array.from({ length: 150 }, (_, id) => JSON.stringify({ id, text: '3号楼电梯又停了，门打不开' }));
  const command = `"${process.execPath}" --import tsx config/classifier/alike/alike.ts | (sleep 2; cat)`;
  const answer = execFileSync('sh', ['-c', command], { input: rows.join('\n'), encoding: 'utf8' });
  expect(answer.length).toBeGreaterThan(200_000);
  expect(answer.trim().split('\n')).toHaveLength(150);
});

test('an empty file has an empty answer', () => {
  const run = ['--import', 'tsx', 'config/classifier/alike/alike.ts'];
  expect(execFileSync(process.execPath, run, { input: '' }).toString()).toBe('');
  expect(fs.existsSync(GOLD_ALIKE)).toBe(true);
});
