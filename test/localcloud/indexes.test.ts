// Queries are served by declared indexes, in order, reading little more than they return; others are refused.
import type { Doc } from '../../localcloud/engine/value';
import { aLocalCloud, type Running, refusal } from './a-local-cloud';

const ESTATES = ['north', 'south'];
const STATUSES = ['received', 'handling', 'closed'];
const WORDS = ['电梯', '漏水', '噪音', '停车', '垃圾'];

/** Deterministic documents: every 50th says 电梯 and 漏水. */
const document = (at: number): Doc => ({
  _id: `c${String(at).padStart(5, '0')}`,
  number: `TS-${at}`,
  estateId: ESTATES[at % 2] ?? '',
  status: STATUSES[at % 3] ?? '',
  createdAt: new Date(1_700_000_000_000 + at * 60_000).toISOString(),
  nextDueAt: at % 10 === 0 ? at : null,
  people: [`p${at % 40}`, `p${(at + 7) % 40}`, 'everybody'],
  words: at % 50 === 0 ? ['电梯', '漏水'] : [WORDS[at % 5] ?? ''],
});
const COUNT = 5000;
const ALL = Array.from({ length: COUNT }, (_, at) => document(at));

let running: Running;
beforeAll(async () => {
  running = await aLocalCloud({ durable: false });
  await running.cloud.engine.insertMany('complaints', ALL);
});
afterAll(() => running.stop());

const complaints = () => running.db.collection('complaints');

/** Ids of an answer, and how many rows were read for it. */
const read = async (query: {
  get(): Promise<{ data: { _id: string }[] }>;
}): Promise<{ ids: string[]; rows: number }> => {
  const before = running.cloud.engine.rowsRead();
  const { data } = await query.get();
  return { ids: data.map(({ _id }) => _id), rows: running.cloud.engine.rowsRead() - before };
};
const byNewest = (a: Doc, b: Doc) => (String(a.createdAt) < String(b.createdAt) ? 1 : -1);
const expected = (fits: (doc: Doc) => boolean, count: number): string[] =>
  ALL.filter(fits)
    .sort(byNewest)
    .slice(0, count)
    .map(({ _id }) => _id);

describe('pages in the order of an index', () => {
  test('the first page reads as many rows as it shows', async () => {
    const page = await read(complaints().where({ estateId: 'north' }).orderBy('createdAt', 'desc').limit(20));
    expect(page.ids).toEqual(expected((doc) => doc.estateId === 'north', 20));
    expect(page.rows).toBe(20);
  });

  test('backwards as well', async () => {
    const page = await read(complaints().where({ estateId: 'north' }).orderBy('createdAt', 'asc').limit(3));
    expect(page).toEqual({ ids: ['c00000', 'c00002', 'c00004'], rows: 3 });
  });

  test('the next page by cursor, with an equal key decided by _id', async () => {
    const { or, and, lt } = running.db.command;
    const at = document(4000).createdAt;
    const after = or([{ createdAt: lt(at) }, { createdAt: at, _id: lt('c04000') }]);
    const page = await read(
      complaints()
        .where(and([{ estateId: 'north' }, after]))
        .orderBy('createdAt', 'desc')
        .orderBy('_id', 'desc')
        .limit(20),
    );
    expect(page.ids).toEqual(expected((doc) => doc.estateId === 'north' && doc._id < 'c04000', 20));
    expect(page.rows).toBeLessThanOrEqual(60);
  });

  test('several values before the sorted key are merged', async () => {
    const where = { estateId: 'south', status: running.db.command.in(['received', 'closed']) };
    const page = await read(complaints().where(where).orderBy('createdAt', 'desc').limit(20));
    expect(page.ids).toEqual(expected((doc) => doc.estateId === 'south' && doc.status !== 'handling', 20));
    expect(page.rows).toBeLessThanOrEqual(60);
  });

  test('several values of an array field are merged, and no document comes twice', async () => {
    const where = { people: running.db.command.in(['p0', 'p7', 'p14']) };
    const page = await read(complaints().where(where).orderBy('createdAt', 'desc').limit(20));
    const with3 = ({ people }: Doc) => Array.isArray(people) && ['p0', 'p7', 'p14'].some((one) => people.includes(one));
    expect(page.ids).toEqual(expected(with3, 20));
    expect(page.rows).toBeLessThanOrEqual(90);
    expect((await complaints().where(where).count()).total).toBe(ALL.filter(with3).length);
  });

  test('words that must all occur are intersected in the index', async () => {
    const where = { estateId: 'north', words: running.db.command.all(['电梯', '漏水']) };
    const page = await read(complaints().where(where).orderBy('createdAt', 'desc').limit(20));
    expect(page.ids).toEqual(expected((doc) => Number(doc.number?.toString().slice(3)) % 50 === 0, 20));
    expect(page.rows).toBe(20);
    expect((await complaints().where(where).count()).total).toBe(100);
    const none = await read(complaints().where({ estateId: 'north', words: running.db.command.all(['电梯', '没有']) }));
    expect(none).toEqual({ ids: [], rows: 0 });
  });

  test('a range reads its part only', async () => {
    const { gt, lte } = running.db.command;
    const due = await read(
      complaints()
        .where({ nextDueAt: lte(95) })
        .orderBy('nextDueAt', 'asc')
        .limit(100),
    );
    expect(due.ids).toEqual([
      'c00000',
      'c00010',
      'c00020',
      'c00030',
      'c00040',
      'c00050',
      'c00060',
      'c00070',
      'c00080',
      'c00090',
    ]);
    expect(due.rows).toBe(10);
    expect(
      (
        await complaints()
          .where({ nextDueAt: gt(0).and(lte(95)) })
          .count()
      ).total,
    ).toBe(9);
    expect(
      (
        await complaints()
          .where({ estateId: 'north', createdAt: gt(String(document(4990).createdAt)) })
          .count()
      ).total,
    ).toBe(4);
  });

  test('what an index leaves open is checked on the documents', async () => {
    const where = { estateId: 'north', number: /99$/ };
    expect((await read(complaints().where(where).orderBy('createdAt', 'desc').limit(3))).ids).toEqual([]);
    const even = { estateId: 'north', number: /98$/, status: 'closed' };
    expect((await read(complaints().where(even).orderBy('createdAt', 'desc').limit(3))).ids).toEqual(
      expected((doc) => doc.estateId === 'north' && /98$/.test(String(doc.number)) && doc.status === 'closed', 3),
    );
  });

  test('a unique key reads one row, many ids read themselves', async () => {
    expect(await read(complaints().where({ number: 'TS-77' }))).toEqual({ ids: ['c00077'], rows: 1 });
    expect((await read(complaints().where({ _id: running.db.command.in(['c00001', 'c00003', 'none']) }))).rows).toBe(2);
  });

  test('indexes follow every change of a document', async () => {
    await complaints().add({
      _id: 'moving',
      number: 'TS-moving',
      estateId: 'west',
      people: ['a', 'b'],
      createdAt: '1',
    });
    const found = async (where: object) => (await complaints().where(where).count()).total;
    expect(await found({ people: 'b' })).toBe(1);
    await complaints()
      .doc('moving')
      .update({ estateId: 'east', people: running.db.command.set(['b', 'c']) });
    expect([await found({ estateId: 'west' }), await found({ estateId: 'east' })]).toEqual([0, 1]);
    expect([await found({ people: 'a' }), await found({ people: 'b' }), await found({ people: 'c' })]).toEqual([
      0, 1, 1,
    ]);
    await complaints().doc('moving').remove();
    expect([await found({ estateId: 'east' }), await found({ people: 'c' })]).toEqual([0, 0]);
  });
});

describe('queries that no index serves', () => {
  const missing = async (work: Promise<unknown>): Promise<string> => {
    const { code, message } = await refusal(work);
    expect(code).toBe('DATABASE_REQUEST_FAILED');
    return message;
  };

  test('are refused, naming the collection, the fields and the index to declare', async () => {
    expect(await missing(complaints().where({ houseId: 'h1' }).orderBy('createdAt', 'desc').get())).toMatch(
      /complaints: no index serves the filter on \{ houseId \}.*\{ houseId: 1, createdAt: -1 \}/,
    );
    expect(await missing(complaints().where({ status: 'closed' }).count())).toContain('status');
    expect(await missing(complaints().where({ status: 'closed' }).update({ x: 1 }))).toContain('status');
    expect(await missing(complaints().where({ status: 'closed' }).remove())).toContain('status');
    expect(
      await missing(
        complaints()
          .where({ number: running.db.command.neq('x') })
          .get(),
      ),
    ).toContain('number');
    expect(
      await missing(
        complaints()
          .where(running.db.command.or([{ number: 'TS-1' }, { houseId: 'x' }]))
          .get(),
      ),
    ).toContain('houseId');
    expect(await missing(complaints().orderBy('houseId', 'asc').get())).toContain('houseId');
  });

  test('more than 1,000 documents are not sorted in memory, fewer are', async () => {
    expect(await missing(complaints().where({ estateId: 'north' }).orderBy('number', 'asc').limit(5).get())).toMatch(
      /more than 1000 documents.*\{ estateId: 1, number: 1 \}/,
    );
    const few = await read(complaints().where({ people: 'p3' }).orderBy('number', 'asc').limit(2));
    expect(few.ids).toHaveLength(2);
  });

  test('an array in a field whose index does not expect one is refused when written', async () => {
    expect(await missing(complaints().add({ number: 'TS-array', estateId: ['north', 'south'] }))).toContain('multikey');
  });
});
