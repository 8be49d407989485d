// Whatever index answers it, a query gives what looking at every document would give.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Query } from 'mingo';
import { Engine } from '../../localcloud/engine/engine';
import { compareKeys, keyOf } from '../../localcloud/engine/key';
import type { Doc, Fields, Value } from '../../localcloud/engine/value';

let folder: string;
let engine: Engine;
const VALUES: Value[] = [null, 0, 1, 2, -1.5, '', 'a', 'b', '电梯', '𠮷', true, false, new Date(0), new Date(-5)];
const value = fc.constantFrom(...VALUES);
// No index serves a range from null, and none is asked for.
const bound = fc.constantFrom(...VALUES.filter((one) => one !== null));
const doc = fc.record(
  { a: value, b: value, c: value, tags: fc.array(fc.constantFrom('x', 'y', 'z', 1), { maxLength: 3 }) },
  { requiredKeys: [] },
);

const condition = fc.oneof(
  value,
  fc.record({ $eq: value }),
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
  fc.record({ $gte: bound, $lt: bound }, { requiredKeys: ['$gte'] }),
  fc.record({ $gt: bound }),
  fc.record({ $lte: bound }),
  fc.record({ $ne: value, $in: fc.array(value, { minLength: 1, maxLength: 3 }) }),
);
const tags = fc.oneof(
  fc.constantFrom('x', 'y', 1),
  fc.record({ $in: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }) }),
  fc.record({ $all: fc.array(fc.constantFrom('x', 'y', 'z', 1), { minLength: 1, maxLength: 3 }) }),
);
const simple = fc.oneof(
  fc.record({ a: condition, b: condition, c: condition }, { requiredKeys: ['a'] }),
  fc.record({ tags, b: condition }, { requiredKeys: ['tags'] }),
  fc.record({ b: condition, c: condition }, { requiredKeys: ['b'] }),
);
const filter = fc.oneof(
  simple,
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $and: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
  fc.tuple(simple, fc.array(simple, { minLength: 1, maxLength: 2 })).map(([one, or]) => ({ $and: [one, { $or: or }] })),
) as fc.Arbitrary<Fields>;
const direction = fc.constantFrom<1 | -1>(1, -1);
const sort = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '_id'), direction), {
  maxLength: 3,
  selector: ([field]) => field,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planner-'));
  engine = new Engine({
    file: join(folder, 'cloud.db'),
    durable: false,
    collections: [
      {
        name: 'things',
        indexes: [
          {
            name: 'abc',
            keys: [
              ['a', 1],
              ['b', -1],
              ['c', 1],
            ],
          },
          {
            name: 'ac',
            keys: [
              ['a', 1],
              ['c', -1],
              ['_id', -1],
            ],
          },
          { name: 'b', keys: [['b', 1]] },
          {
            name: 'tags_b',
            keys: [
              ['tags', 1],
              ['b', -1],
            ],
            multikey: 'tags',
          },
          {
            name: 'b_tags',
            keys: [
              ['b', 1],
              ['tags', 1],
              ['a', 1],
            ],
            multikey: 'tags',
          },
        ],
      },
    ],
  });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const idOf = (text: string): string => (JSON.parse(text) as Doc)._id;

test('find, count and order agree with a look at every document', async () => {
  let next = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(doc, { maxLength: 30 }),
      fc.array(fc.tuple(filter, sort, fc.integer({ min: 1, max: 40 })), { minLength: 10, maxLength: 10 }),
      async (fields, queries) => {
        for (const known of engine.find('things', { filter: {}, limit: 1000 }))
          await engine.remove('things', { _id: idOf(known) }, false);
        const docs = fields.map((one): Doc => {
          next += 1;
          return { ...one, _id: `t${String(next).padStart(6, '0')}` } as Doc;
        });
        await engine.insertMany('things', docs);
        for (const [where, order, limit] of queries) {
          const query = new Query(where);
          const matching = docs.filter((one) => query.test(one));
          const found = engine.find('things', { filter: where, sort: order, limit: 1000 });
          expect(found.map(idOf).sort()).toEqual(matching.map(({ _id }) => _id).sort());
          expect(engine.count('things', where)).toBe(matching.length);
          const keys = found.map((text) => {
            const one = docs.find(({ _id }) => _id === idOf(text));
            return order.map(([field]) => keyOf(one?.[field]));
          });
          for (const [at, key] of keys.entries()) {
            const before = keys[at - 1];
            if (!before) continue;
            const [field] = order.flatMap(
              ([, way], place) => compareKeys(before[place] ?? null, key[place] ?? null) * way || [],
            );
            expect(field ?? 0).toBeLessThanOrEqual(0);
          }
          // A shorter page is the beginning of the longer one, as far as the order decides.
          const page = engine.find('things', { filter: where, sort: order, limit });
          expect(page).toHaveLength(Math.min(limit, matching.length));
          const pageKeys = page.map((text) =>
            order.map(([name]) => keyOf(docs.find(({ _id }) => _id === idOf(text))?.[name])),
          );
          expect(pageKeys).toEqual(keys.slice(0, page.length));
        }
      },
    ),
    { numRuns: 60 },
  );
}, 240_000);
