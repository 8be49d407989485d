import { aLocalCloud, type Running, refusal } from './a-local-cloud';

let running: Running;
beforeAll(async () => {
  running = await aLocalCloud({ durable: false });
});
afterAll(() => running.stop());

const plain = () => running.db.collection('plain');
const command = () => running.db.command;

const stored = async (id: string): Promise<Record<string, unknown>> => {
  const { data } = await plain().doc(id).get();
  return data[0];
};

describe('documents', () => {
  test('are added, read, counted and removed', async () => {
    const at = new Date('2026-03-01T08:00:00Z');
    const { id } = await plain().add({
      n: 1,
      f: 1.5,
      text: '电梯异响',
      at,
      gone: null,
      list: [1, { a: '乙' }],
      flag: true,
      nested: { b: 2 },
    });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await stored(String(id))).toEqual({
      _id: id,
      n: 1,
      f: 1.5,
      text: '电梯异响',
      at,
      gone: null,
      list: [1, { a: '乙' }],
      flag: true,
      nested: { b: 2 },
    });
    expect((await plain().where({ _id: id }).count()).total).toBe(1);
    expect((await plain().doc(String(id)).remove()).deleted).toBe(1);
    expect((await plain().doc(String(id)).get()).data).toEqual([]);
    expect((await plain().doc(String(id)).remove()).deleted).toBe(0);
  });
});
