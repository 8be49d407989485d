import { aLocalCloud, type Running, refusal } from './a-local-cloud';

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'));
const writing = {
  source: `
    const tcb = require(${SDK});
    exports.main = async (event) => {
      const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
      for (const _id of event.ids) await db.collection('plain').add({ _id });
      return 'all written';
    };`,
};

let running: Running;
beforeAll(async () => {
  running = await aLocalCloud({ durable: false, functions: { writing } });
});
afterAll(() => running.stop());
afterEach(() => running.cloud.faults.reset());

const plain = () => running.db.collection('plain');
const exists = async (id: string) => (await plain().doc(id).get()).data.length === 1;

test('a lost answer: the write is committed, the caller sees a broken connection', async () => {
  running.cloud.faults.set({ dropAnswers: 1, dropAnswersOf: 'plain' });
  await running.db.collection('complaints').add({ _id: 'answered', number: 'answered' });
  expect((await refusal(plain().add({ _id: 'unanswered' }))).message).toMatch(/socket hang up|ECONNRESET/);
  expect(await exists('unanswered')).toBe(true);
  await plain().add({ _id: 'answered-again' });
});

test('a transaction conflict, so many times', async () => {
  running.cloud.faults.set({ conflicts: 2 });
  let attempts = 0;
  await running.db.runTransaction(async (transaction: { collection(name: string): ReturnType<typeof plain> }) => {
    attempts += 1;
    await transaction.collection('plain').doc('through').set({ n: 1 });
  });
  expect(attempts).toBe(3);
  expect(await exists('through')).toBe(true);
});

test('a function killed after its second write: two are there, the third is not, the next call works', async () => {
  running.cloud.faults.set({ killAfterWrites: 2, killFunction: 'writing' });
  expect((await refusal(running.cloud.invoke('writing', { ids: ['k1', 'k2', 'k3'] }))).message).toContain('killed');
  expect([await exists('k1'), await exists('k2'), await exists('k3')]).toEqual([true, true, false]);
  expect(await running.cloud.invoke('writing', { ids: ['k4'] })).toBe('all written');
});

test('latency', async () => {
  running.cloud.faults.set({ latencyMs: 80 });
  const began = performance.now();
  await exists('k1');
  expect(performance.now() - began).toBeGreaterThanOrEqual(79);
});

test('latency of the writes to one collection', async () => {
  running.cloud.faults.set({ latencyMs: 80, latencyOf: 'plain' });
  const began = performance.now();
  await plain().add({ _id: 'slowly' });
  expect(performance.now() - began).toBeGreaterThanOrEqual(79);
});

test('faults are called up and taken back by HTTP; unknown ones are refused', async () => {
  const post = (body: object) =>
    fetch(`${running.cloud.url}/local/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect(await (await post({ conflicts: 3, timersStopped: true })).json()).toMatchObject({
    data: { conflicts: 3, timersStopped: true },
  });
  expect(running.cloud.faults.current().conflicts).toBe(3);
  expect((await post({ earthquake: 1 })).status).toBe(400);
  expect((await post({ conflicts: 'many' })).status).toBe(400);
  await post({ reset: true });
  expect(running.cloud.faults.current()).toMatchObject({ conflicts: 0, timersStopped: false });
});

test('calls are counted per action', async () => {
  running.cloud.counters.reset();
  await exists('k1');
  await plain().add({});
  await plain().add({});
  expect(running.cloud.counters.byAction()).toEqual({ 'database.getDocument': 1, 'database.insertDocument': 2 });
  expect(running.cloud.counters.total()).toBe(3);
});
