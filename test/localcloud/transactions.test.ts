import { aLocalCloud, type Running, refusal } from './a-local-cloud';

let running: Running;
beforeAll(async () => {
  running = await aLocalCloud({ durable: false });
});
afterAll(() => running.stop());
beforeEach(async () => {
  await running.db.collection('plain').doc('a').set({ n: 1 });
  await running.db.collection('plain').doc('b').set({ n: 1 });
});

const plain = () => running.db.collection('plain');
const numberIn = async (id: string): Promise<unknown> => (await plain().doc(id).get()).data[0]?.n;
const inc = () => ({ n: running.db.command.inc(1) });

describe('transactions', () => {
  test('commit makes every write visible at once; until then only the transaction sees them', async () => {
    const transaction = await running.db.startTransaction();
    const inside = transaction.collection('plain');
    await inside.doc('a').update(inc());
    await inside.add({ _id: 'added-inside', n: 5 });
    await inside.doc('b').remove();
    await inside.doc('a').update(inc());
    expect((await inside.doc('a').get()).data).toMatchObject({ n: 3 });
    expect((await inside.doc('b').get()).data).toBeNull();
    expect([await numberIn('a'), await numberIn('b'), await numberIn('added-inside')]).toEqual([1, 1, undefined]);
    await transaction.commit();
    expect([await numberIn('a'), await numberIn('b'), await numberIn('added-inside')]).toEqual([3, undefined, 5]);
  });

  test('rollback leaves nothing', async () => {
    const transaction = await running.db.startTransaction();
    await transaction.collection('plain').doc('a').set({ n: 9 });
    await transaction.rollback(undefined);
    expect(await numberIn('a')).toBe(1);
    await plain().doc('a').update(inc());
    expect(await numberIn('a')).toBe(2);
  });

  test('reads stay at the moment of the start', async () => {
    const transaction = await running.db.startTransaction();
    await plain().doc('a').update(inc());
    await plain().add({ _id: 'added-outside', n: 1 });
    const inside = transaction.collection('plain');
    expect((await inside.doc('a').get()).data).toMatchObject({ n: 1 });
    expect((await inside.doc('added-outside').get()).data).toBeNull();
    expect((await refusal(inside.doc('a').update(inc()))).code).toBe('DATABASE_TRANSACTION_CONFLICT');
    await transaction.rollback(undefined);
  });

  test('the first writer holds the document: other transactions and other writes are refused at once', async () => {
    const first = await running.db.startTransaction();
    await first.collection('plain').doc('a').update(inc());
    const second = await running.db.startTransaction();
    expect((await refusal(second.collection('plain').doc('a').update(inc()))).code).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    );
    expect((await refusal(plain().where({ _id: 'a' }).update(inc()))).message).toContain('locked');
    await second.rollback(undefined);
    await first.commit();
    expect(await numberIn('a')).toBe(2);
  });

  test('runTransaction repeats after a conflict, so that no increment is lost', async () => {
    const add = () =>
      running.db.runTransaction(async (transaction: { collection(name: string): ReturnType<typeof plain> }) => {
        const { data } = await transaction.collection('plain').doc('a').get();
        const { n } = data as unknown as { n: number };
        await transaction
          .collection('plain')
          .doc('a')
          .update({ n: n + 1 });
      }, 50);
    await Promise.all([add(), add(), add()]);
    expect(await numberIn('a')).toBe(4);
  });

  test('where() inside a transaction is refused instead of silently running outside', async () => {
    const transaction = await running.db.startTransaction();
    const inside = transaction.collection('plain');
    expect((await refusal(inside.where({ _id: 'a' }).get())).code).toBe('INVALID_PARAM');
    // The SDK forgets the transaction here; after a write of the transaction's own the lock tells.
    await inside.doc('a').update(inc());
    expect((await refusal(inside.where({ _id: 'a' }).update(inc()))).message).toContain('use doc() inside it');
    await transaction.rollback(undefined);
  });

  test('a duplicate inside is refused when it is added, and the rest may still be committed', async () => {
    const transaction = await running.db.startTransaction();
    const inside = transaction.collection('complaints');
    await running.db.collection('complaints').add({ _id: 'taken', number: 'TAKEN' });
    await inside.add({ _id: 'first', number: 'FIRST' });
    expect((await refusal(inside.add({ _id: 'second', number: 'FIRST' }))).message).toContain('E11000');
    expect((await refusal(inside.add({ _id: 'first', number: 'OTHER' }))).message).toContain('E11000');
    await transaction.commit();
    expect((await running.db.collection('complaints').doc('first').get()).data).toHaveLength(1);
    expect((await running.db.collection('complaints').doc('second').get()).data).toHaveLength(0);
  });

  test('at most 100 operations', async () => {
    const transaction = await running.db.startTransaction();
    for (let at = 0; at < 100; at += 1) await transaction.collection('plain').doc('a').get();
    expect((await refusal(transaction.collection('plain').doc('a').get())).message).toContain('100');
  });

  test('one that stays open for more than 10 s is aborted and its locks are free', async () => {
    const transaction = await running.db.startTransaction();
    await transaction.collection('plain').doc('a').update(inc());
    const began = performance.now();
    const now = jest.spyOn(performance, 'now').mockImplementation(() => began + 11_000);
    try {
      await plain().doc('a').update(inc());
      expect(await numberIn('a')).toBe(2);
      expect((await refusal(transaction.commit())).message).toContain('10 s');
    } finally {
      now.mockRestore();
    }
  });
});
