// Every action and operator of the SDK's database against the local cloud, by the real SDK.
import { aLocalCloud, type Running, refusal } from './a-local-cloud';

let running: Running;
beforeAll(async () => {
  running = await aLocalCloud({ durable: false });
});
afterAll(() => running.stop());

const plain = () => running.db.collection('plain');
const stored = async (id: string): Promise<Record<string, unknown>> => (await plain().doc(id).get()).data[0];

let made = 0;
/** A stored document, by its id. */
const aDocument = async (fields: object): Promise<string> => {
  made += 1;
  const _id = `doc-${made}`;
  await plain().add({ _id, ...fields });
  return _id;
};
/** What a document looks like after an update. */
const afterUpdate = async (before: object, update: object): Promise<Record<string, unknown>> => {
  const id = await aDocument(before);
  await plain().doc(id).update(update);
  const { _id, ...rest } = await stored(id);
  expect(_id).toBe(id);
  return rest;
};
/** Whether a document with these fields is found by the condition. */
const matches = async (fields: object, where: (command: Running['db']['command']) => object): Promise<boolean> => {
  const id = await aDocument(fields);
  const { data } = await plain()
    .where(running.db.command.and([{ _id: id }, where(running.db.command)]))
    .get();
  return data.length === 1;
};

describe('documents', () => {
  test('are added, read, counted and removed', async () => {
    const at = new Date('2026-03-01T08:00:00Z');
    const fields = {
      n: 1,
      f: 1.5,
      text: '电梯异响',
      at,
      gone: null,
      list: [1, { a: '乙' }],
      flag: true,
      nested: { b: 2 },
    };
    const { id } = await plain().add(fields);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await stored(String(id))).toEqual({ _id: id, ...fields });
    expect((await plain().where({ _id: id }).count()).total).toBe(1);
    expect((await plain().doc(String(id)).remove()).deleted).toBe(1);
    expect((await plain().doc(String(id)).get()).data).toEqual([]);
    expect((await plain().doc(String(id)).remove()).deleted).toBe(0);
  });

  test('several are added at once, in order, up to the first that is refused', async () => {
    const { ids } = (await plain().add([{ _id: 'one' }, { _id: 'two' }])) as unknown as { ids: string[] };
    expect(ids).toEqual(['one', 'two']);
    expect((await refusal(plain().add([{ _id: 'three' }, { _id: 'two' }, { _id: 'four' }]))).message).toContain(
      'E11000',
    );
    expect(await stored('three')).toEqual({ _id: 'three' });
    expect(await stored('four')).toBeUndefined();
  });

  test('set replaces or creates', async () => {
    const id = await aDocument({ a: 1, b: 2 });
    expect((await plain().doc(id).set({ c: 3 })).updated).toBe(1);
    expect(await stored(id)).toEqual({ _id: id, c: 3 });
    const created = (await plain().doc('set-created').set({ d: 4 })) as { updated: number; upsertedId: string };
    expect(created).toMatchObject({ updated: 0, upsertedId: 'set-created' });
    expect(await stored('set-created')).toEqual({ _id: 'set-created', d: 4 });
  });

  test('updateAndReturn gives the document afterwards, and nothing when none matched', async () => {
    const id = await aDocument({ n: 1 });
    const inc = { n: running.db.command.inc(2) };
    expect(await plain().where({ _id: id, n: 1 }).updateAndReturn(inc)).toMatchObject({
      updated: 1,
      doc: { _id: id, n: 3 },
    });
    expect(await plain().where({ _id: id, n: 1 }).updateAndReturn(inc)).toMatchObject({ updated: 0, doc: null });
  });

  test('a projection takes fields in or leaves them out', async () => {
    const id = await aDocument({ a: 1, b: { c: 2, d: 3 }, e: [1, 2] });
    expect((await plain().doc(id).field({ a: true, 'b.c': true }).get()).data[0]).toEqual({
      _id: id,
      a: 1,
      b: { c: 2 },
    });
    expect((await plain().where({ _id: id }).field({ b: false, e: false }).get()).data[0]).toEqual({ _id: id, a: 1 });
  });

  test('whole fields by name are shown as they are, times and nothing else beside the id', async () => {
    const at = new Date('2026-10-11T01:02:03.456Z');
    const id = await aDocument({ at, nested: { at, none: null }, hidden: 1 });
    const shown = { at: true, nested: true, missing: true };
    expect((await plain().doc(id).field(shown).get()).data[0]).toEqual({ _id: id, at, nested: { at, none: null } });
    expect((await plain().where({ _id: id }).field({ at: true, _id: false }).get()).data[0]).toEqual({ at });
  });

  test('a conditional update changes one document once', async () => {
    const id = await aDocument({ version: 1 });
    const change = () =>
      plain()
        .where({ _id: id, version: 1 })
        .update({ version: running.db.command.inc(1) });
    expect((await change()).updated).toBe(1);
    expect((await change()).updated).toBe(0);
  });
});

test('writes that wait together do not harm each other', async () => {
  await plain().add({ _id: 'together', n: 0 });
  const writes = Array.from({ length: 30 }, (_, at) =>
    at % 3 === 0
      ? plain().add({ _id: 'together' })
      : plain()
          .doc('together')
          .update({ n: running.db.command.inc(1) }),
  );
  const outcomes = (await Promise.allSettled(writes)).map(({ status }) => status);
  expect(outcomes.filter((status) => status === 'rejected')).toHaveLength(10);
  expect(await stored('together')).toEqual({ _id: 'together', n: 20 });
});

describe('update operators', () => {
  test('nested objects are merged, set() replaces them', async () => {
    const { set } = running.db.command;
    expect(await afterUpdate({ o: { a: 1, b: { c: 2 } } }, { o: { b: { d: 3 } } })).toEqual({
      o: { a: 1, b: { c: 2, d: 3 } },
    });
    expect(await afterUpdate({ o: { a: 1, b: { c: 2 } } }, { o: set({ b: 1 }) })).toEqual({ o: { b: 1 } });
    expect(await afterUpdate({ list: [{ a: 1 }] }, { 'list.0.a': 5, 'deep.er': 1 })).toEqual({
      list: [{ a: 5 }],
      deep: { er: 1 },
    });
  });

  test('inc, mul, min, max, remove, rename', async () => {
    const { inc, mul, min, max, remove, rename } = running.db.command;
    expect(await afterUpdate({ a: 1, b: 3 }, { a: inc(2), b: mul(4), c: inc(5), d: mul(5) })).toEqual({
      a: 3,
      b: 12,
      c: 5,
      d: 0,
    });
    expect(await afterUpdate({ a: 5, b: 5 }, { a: min(3), b: max(9), c: max(1) })).toEqual({ a: 3, b: 9, c: 1 });
    expect(await afterUpdate({ a: 5, b: 5 }, { a: min(7), b: max(1) })).toEqual({ a: 5, b: 5 });
    expect(await afterUpdate({ a: 1, b: { c: 2 } }, { a: remove(), b: { c: rename('b.e') } })).toEqual({ b: { e: 2 } });
  });

  test('push with each, position, sort and slice; pop, shift, unshift', async () => {
    const { push, pop, shift, unshift } = running.db.command;
    expect(await afterUpdate({ l: [1] }, { l: push(2) })).toEqual({ l: [1, 2] });
    expect(await afterUpdate({}, { l: push([1, 2]) })).toEqual({ l: [1, 2] });
    expect(await afterUpdate({ l: [1, 5] }, { l: push({ each: [2, 3], position: 1 }) })).toEqual({ l: [1, 2, 3, 5] });
    expect(await afterUpdate({ l: [3, 1] }, { l: push({ each: [2], sort: 1, slice: 2 }) })).toEqual({ l: [1, 2] });
    expect(await afterUpdate({ l: [1, 2, 3] }, { l: push({ each: [4], slice: -2 }) })).toEqual({ l: [3, 4] });
    const rows = [
      { a: 1, b: 2 },
      { a: 1, b: 1 },
    ];
    expect(await afterUpdate({ l: rows }, { l: push({ each: [{ a: 0, b: 9 }], sort: { a: -1, b: 1 } }) })).toEqual({
      l: [
        { a: 1, b: 1 },
        { a: 1, b: 2 },
        { a: 0, b: 9 },
      ],
    });
    expect(await afterUpdate({ l: [1, 2, 3], m: [1, 2, 3] }, { l: pop(), m: shift() })).toEqual({
      l: [1, 2],
      m: [2, 3],
    });
    expect(await afterUpdate({ l: [3] }, { l: unshift([1, 2]) })).toEqual({ l: [1, 2, 3] });
  });

  test('pull by value and by condition, pullAll, addToSet', async () => {
    const { pull, pullAll, addToSet, gte } = running.db.command;
    expect(await afterUpdate({ l: [1, 2, 1] }, { l: pull(1) })).toEqual({ l: [2] });
    expect(await afterUpdate({ l: [1, 5, 9] }, { l: pull(gte(5)) })).toEqual({ l: [1] });
    expect(await afterUpdate({ l: [{ a: 1, b: 1 }, { a: 2 }] }, { l: pull({ a: 1 }) })).toEqual({ l: [{ a: 2 }] });
    expect(await afterUpdate({ l: [1, 2, 3, 1] }, { l: pullAll([1, 3]) })).toEqual({ l: [2] });
    expect(await afterUpdate({ l: [1, { a: 1 }] }, { l: addToSet({ $each: [1, { a: 1 }, 2] }) })).toEqual({
      l: [1, { a: 1 }, 2],
    });
  });

  test('what Mongo refuses is refused, and nothing of the update stays', async () => {
    const { inc, push } = running.db.command;
    const id = await aDocument({ text: 'x', number: 1 });
    const update = (change: object) => refusal(plain().doc(id).update(change));
    expect(await update({ number: inc(1), text: inc(1) })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    expect((await update({ text: inc(1) })).message).toContain('non-numeric');
    expect((await update({ text: push(1) })).message).toContain('must be an array');
    expect((await update({ 'text.deeper': 1 })).message).toContain('Cannot create field');
    expect(await stored(id)).toEqual({ _id: id, text: 'x', number: 1 });
  });
});

describe('query operators', () => {
  test('comparison', async () => {
    expect(await matches({ n: 5 }, (_) => ({ n: _.eq(5) }))).toBe(true);
    expect(await matches({ n: 5 }, (_) => ({ n: _.neq(5) }))).toBe(false);
    expect(await matches({ n: 5 }, (_) => ({ n: _.gt(4).and(_.lt(6)) }))).toBe(true);
    expect(await matches({ n: 5 }, (_) => ({ n: _.gte(5).and(_.lte(5)) }))).toBe(true);
    expect(await matches({ n: 5 }, (_) => ({ n: _.lt(5) }))).toBe(false);
    expect(await matches({ n: '5' }, (_) => ({ n: _.gt(4) }))).toBe(false);
    expect(await matches({ n: 5 }, (_) => ({ n: _.in([4, 5]) }))).toBe(true);
    expect(await matches({ n: 5 }, (_) => ({ n: _.nin([4, 5]) }))).toBe(false);
    expect(await matches({}, () => ({ n: null }))).toBe(true);
    expect(await matches({ at: new Date(5) }, (_) => ({ at: _.lt(new Date(6)) }))).toBe(true);
  });

  test('arrays and fields', async () => {
    expect(await matches({ l: [1, 2, 3] }, (_) => ({ l: _.all([1, 3]) }))).toBe(true);
    expect(await matches({ l: [1, 2] }, (_) => ({ l: _.all([1, 3]) }))).toBe(false);
    expect(await matches({ l: [{ a: 1, b: 2 }] }, (_) => ({ l: _.elemMatch({ a: 1, b: _.gt(1) }) }))).toBe(true);
    expect(await matches({ l: [{ a: 1 }, { a: 2, b: 2 }] }, (_) => ({ l: _.elemMatch({ a: 1, b: _.gt(1) }) }))).toBe(
      false,
    );
    expect(await matches({ l: [1, 2] }, (_) => ({ l: _.size(2) }))).toBe(true);
    expect(await matches({ o: { a: 1 } }, (_) => ({ 'o.b': _.exists(false) }))).toBe(true);
    expect(await matches({ n: 7 }, (_) => ({ n: Reflect.apply(_.mod, _, [4, 3]) }))).toBe(true);
    expect(await matches({ l: [1, 2] }, () => ({ l: 2 }))).toBe(true);
  });

  test('logic and regular expressions', async () => {
    expect(await matches({ a: 1 }, (_) => _.or([{ a: 2 }, { a: 1 }]))).toBe(true);
    expect(await matches({ a: 1 }, (_) => _.and([{ a: 1 }, { b: _.exists(false) }]))).toBe(true);
    expect(await matches({ a: 1 }, (_) => _.nor([{ a: 1 }, { a: 2 }]))).toBe(false);
    expect(await matches({ a: 1 }, (_) => ({ a: _.not(_.eq(2)) }))).toBe(true);
    expect(await matches({ text: '三号楼电梯坏了' }, () => ({ text: /电梯/ }))).toBe(true);
    expect(await matches({ text: 'ABC' }, () => ({ text: running.db.RegExp({ regexp: '^ab', options: 'i' }) }))).toBe(
      true,
    );
    expect(await matches({ text: 'ABC' }, () => ({ text: running.db.RegExp({ regexp: '^b', options: 'i' }) }))).toBe(
      false,
    );
  });
});

describe('aggregation', () => {
  test('match by an index, then group, sort and limit', async () => {
    const complaints = running.db.collection('complaints');
    await complaints.add(
      Array.from({ length: 12 }, (_, at) => ({
        _id: `agg-${at}`,
        number: `agg-${at}`,
        estateId: 'agg',
        status: at % 3 === 0 ? 'closed' : 'open',
        createdAt: at,
      })),
    );
    const { $ } = { $: running.db.command.aggregate };
    const byStatus = await complaints
      .aggregate()
      .match({ estateId: 'agg', createdAt: running.db.command.gte(2) })
      .group({ _id: '$status', count: $.sum(1), latest: $.max('$createdAt') })
      .sort({ count: -1 })
      .limit(1)
      .end();
    expect(byStatus.data).toEqual([{ _id: 'open', count: 7, latest: 11 }]);
    const latest = await complaints.aggregate().match({ estateId: 'agg' }).sort({ createdAt: -1 }).limit(2).end();
    expect(latest.data.map(({ _id }: { _id: string }) => _id)).toEqual(['agg-11', 'agg-10']);
    expect((await refusal(complaints.aggregate().match({ nowhere: 1 }).end())).message).toContain('nowhere');
    expect((await refusal(complaints.aggregate().group({ _id: null }).end())).code).toBe('DATABASE_REQUEST_FAILED');
  });
});

describe('refusals', () => {
  test('a duplicate _id and a duplicate of a unique index', async () => {
    const id = await aDocument({});
    expect(await refusal(plain().add({ _id: id }))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    expect((await refusal(plain().add({ _id: id }))).message).toMatch(/E11000.*_id_/);
    const complaints = running.db.collection('complaints');
    await complaints.add({ _id: 'unique-1', number: 'TS-1' });
    expect((await refusal(complaints.add({ _id: 'unique-2', number: 'TS-1' }))).message).toMatch(
      /E11000.*complaints index: number.*TS-1/,
    );
    await complaints.add({ _id: 'unique-3' });
    expect((await refusal(complaints.add({ _id: 'unique-4' }))).message).toContain('E11000');
    await complaints.doc('unique-3').remove();
  });

  test('a collection nobody declared', async () => {
    expect((await refusal(running.db.collection('nowhere').add({}))).code).toBe('DATABASE_COLLECTION_NOT_EXIST');
    expect((await refusal(running.db.collection('nowhere').doc('x').get())).code).toBe('DATABASE_COLLECTION_NOT_EXIST');
    expect((await refusal(running.db.createCollection('nowhere'))).code).toBe('DATABASE_COLLECTION_NOT_EXIST');
  });

  test('a document of more than 512 KB', async () => {
    expect((await refusal(plain().add({ text: 'x'.repeat(512 * 1024) }))).message).toContain('512 KB');
    const id = await aDocument({ text: 'x'.repeat(500 * 1024) });
    expect(
      (
        await refusal(
          plain()
            .doc(id)
            .update({ more: 'x'.repeat(20 * 1024) }),
        )
      ).message,
    ).toContain('512 KB');
    expect(await stored(id)).not.toHaveProperty('more');
  });

  test('pages end at 1,000 documents', async () => {
    await running.cloud.engine.insertMany(
      'complaints',
      Array.from({ length: 1100 }, (_, at) => ({ _id: `page-${at}`, number: `page-${at}`, estateId: 'page' })),
    );
    const page = running.db.collection('complaints').where({ estateId: 'page' });
    expect((await page.get()).data).toHaveLength(100);
    expect((await page.limit(5000).get()).data).toHaveLength(1000);
    expect((await page.skip(1090).limit(100).get()).data).toHaveLength(10);
    expect((await page.count()).total).toBe(1100);
  });

  test('an action nobody knows', async () => {
    const send = running.app.callWxOpenApi({ apiName: 'nobody.knows', requestData: {} });
    expect(((await send) as { result: unknown }).result).toMatchObject({ errCode: -604100 });
    expect((await refusal(running.app.copyFile({ fileList: [{ srcPath: 'a/x', dstPath: 'b/x' }] }))).code).toBe(
      'INVALID_PARAM',
    );
  });
});
