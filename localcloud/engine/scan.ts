import { compareKeys, bracketOf, keyOf, valuesAt } from './key';
import { type Branch, branchesOf } from './filter';
import { type Access, planBranch, type Sort, SORTED_IN_MEMORY, unsortable } from './plan';
import type { Row, Sqlite, SqlValue } from './sqlite';
import type { Table } from './table';
import { type Doc, decodeDoc, type Fields, isFields, type Value } from './value';

/** A document found: its stored text, and the values when they had to be looked at. */
export interface Found {
  id: string;
  text: string;
  doc?: Doc;
}

interface Statement {
  from: string;
  where: string[];
  binds: SqlValue[];
}

const LARGEST_CHUNK = 1000;
const RARITY_PROBE = 400;

const combinations = (access: Access): SqlValue[][] =>
  access.prefix.reduce<SqlValue[][]>(
    (rows, part) => rows.flatMap((row) => part.values.map((value) => [...row, value])),
    [[]],
  );

/** FROM and WHERE of one stream of an access. */
function statementOf(table: Table, access: Access, values: readonly SqlValue[]): Statement {
  const { index } = access;
  const primary = index.schema.name === '_id_';
  const where = access.prefix.map((part) => `a.${part.column} IS ?`);
  const binds = [...values];
  if (access.range) {
    const { column, constraint } = access.range;
    const low = constraint.low ?? { key: bracketOf(constraint.high?.key ?? null)?.from ?? null, inclusive: true };
    const high = constraint.high ?? { key: bracketOf(constraint.low?.key ?? null)?.before ?? null, inclusive: false };
    // A range never crosses types: bounds of two types leave nothing.
    if (
      compareKeys(bracketOf(low.key)?.from ?? null, bracketOf(high.key)?.from ?? null) !== 0 &&
      constraint.low &&
      constraint.high
    ) {
      where.push('0');
    }
    where.push(`a.${column} ${low.inclusive ? '>=' : '>'} ?`, `a.${column} ${high.inclusive ? '<=' : '<'} ?`);
    binds.push(low.key, high.key);
  }
  if (index.sideTable === undefined) {
    return { from: `${table.sqlName} a${primary ? '' : ` INDEXED BY ${index.sqlName}`}`, where, binds };
  }
  const driver = access.all ? values[access.prefix.findIndex((part) => part.multikey)] : undefined;
  for (const other of access.all?.values ?? []) {
    if (other === driver) continue;
    const keys = index.columns.map((column) =>
      column === access.all?.column ? `b.${column} IS ?` : `b.${column} IS a.${column}`,
    );
    const id = index.columns.includes('_id') ? [] : ['b._id = a._id'];
    where.push(
      `EXISTS (SELECT 1 FROM ${index.sideTable} b INDEXED BY ${index.sqlName} WHERE ${[...keys, ...id].join(' AND ')})`,
    );
    binds.push(other);
  }
  return { from: `${index.sideTable} a INDEXED BY ${index.sqlName}`, where, binds };
}

const whereText = (statement: Statement): string =>
  statement.where.length ? ` WHERE ${statement.where.join(' AND ')}` : '';

/** Rows of one stream in index order, fetched in growing chunks so that no statement stays open. */
class Stream {
  readonly access: Access;
  private rows: Row[] = [];
  private at = 0;
  private read = 0;
  private ended = false;
  private readonly sql: Sqlite;
  private readonly statement: Statement;
  private readonly select: string;
  private chunk: number;

  constructor(sql: Sqlite, table: Table, access: Access, values: readonly SqlValue[], firstChunk: number) {
    this.sql = sql;
    this.access = access;
    this.chunk = Math.max(1, Math.min(firstChunk, LARGEST_CHUNK));
    this.statement = statementOf(table, access, values);
    const side = access.index.sideTable !== undefined;
    const merge = access.mergeBy.map((key) => ('column' in key ? `, a.${key.column}` : '')).join('');
    const order = access.order
      .map(({ column, direction }) => `a.${column} ${direction === -1 ? 'DESC' : 'ASC'}`)
      .join(', ');
    const join = side ? ` CROSS JOIN ${table.sqlName} d ON d._id = a._id` : '';
    this.select =
      `SELECT a._id, ${side ? 'd' : 'a'}.doc${merge} FROM ${this.statement.from}${join}${whereText(this.statement)}` +
      `${order ? ` ORDER BY ${order}` : ''} LIMIT ? OFFSET ?`;
  }

  peek(): Row | undefined {
    if (this.at >= this.rows.length && !this.ended) {
      this.rows = this.sql.all(this.select, [...this.statement.binds, this.chunk, this.read]);
      this.read += this.rows.length;
      this.at = 0;
      this.ended = this.rows.length < this.chunk;
      this.chunk = Math.min(this.chunk * 2, LARGEST_CHUNK);
    }
    return this.rows[this.at];
  }

  shift(): void {
    this.at += 1;
  }
}

/** The sort keys of a row, in the order of the sort. */
function mergeKeys(row: Row, by: Access['mergeBy']): SqlValue[] {
  let column = 2;
  return by.map((key) => {
    if ('constant' in key) return key.constant;
    column += 1;
    return row[column - 1] ?? null;
  });
}

const before = (a: readonly SqlValue[], b: readonly SqlValue[], by: Access['mergeBy']): boolean => {
  for (const [at, { direction }] of by.entries()) {
    const order = compareKeys(a[at] ?? null, b[at] ?? null) * direction;
    if (order !== 0) return order < 0;
  }
  return false;
};

/** Streams one after the other, or merged by the sort columns when an order is asked for. */
function* rowsOf(streams: Stream[], merged: boolean): Generator<Row> {
  if (!merged || streams.length === 1) {
    for (const stream of streams)
      for (let row = stream.peek(); row; row = stream.peek()) {
        stream.shift();
        yield row;
      }
    return;
  }
  for (;;) {
    let first: { stream: Stream; row: Row; keys: SqlValue[] } | undefined;
    for (const stream of streams) {
      const row = stream.peek();
      if (!row) continue;
      const keys = mergeKeys(row, stream.access.mergeBy);
      if (!first || before(keys, first.keys, stream.access.mergeBy)) first = { stream, row, keys };
    }
    if (!first) return;
    first.stream.shift();
    yield first.row;
  }
}

const sortKey = (doc: Doc, field: string, direction: 1 | -1): SqlValue => {
  const keys = valuesAt(doc, field.split('.')).flatMap((value): SqlValue[] =>
    Array.isArray(value) ? value.map(keyOf) : [keyOf(value)],
  );
  return keys.sort((a, b) => compareKeys(a, b) * direction)[0] ?? null;
};

const projectionOfSort = (doc: Doc, sort: Sort): SqlValue[] =>
  sort.map(([field, direction]) => sortKey(doc, field, direction));

/** Reads a collection by its indexes. `matches` is the full filter, asked wherever an index does not answer it all. */
export class Scan {
  private readonly sql: Sqlite;
  private readonly table: Table;

  constructor(sql: Sqlite, table: Table) {
    this.sql = sql;
    this.table = table;
  }

  /**
   * Documents that match, in order, at most `need` of them.
   * @throws DATABASE_REQUEST_FAILED when no index serves the filter, or too many documents would need sorting.
   */
  *find(filter: Fields, sort: Sort, need: number, matches: (doc: Doc) => boolean): Generator<Found> {
    const pinned = this.byId(filter);
    const accesses = pinned ? [] : this.plan(filter, sort);
    const inOrder = sort.length === 0 || accesses.every((access) => access.sorted);
    const rows = pinned ?? this.rows(accesses, sort, inOrder ? need : SORTED_IN_MEMORY + 1, inOrder);
    const exact = !pinned && accesses.length > 0 && accesses.every((access) => access.exact);
    if (sort.length > 0 && (pinned || !inOrder)) yield* this.sortedInMemory(rows, accesses, sort, need, exact, matches);
    else yield* this.matching(rows, exact, need, matches);
  }

  /** How many documents match; answered by the index alone where it says everything the filter says. */
  count(filter: Fields, matches: (doc: Doc) => boolean): number {
    if (Object.keys(filter).length === 0) return this.sql.number(`SELECT count(*) FROM ${this.table.sqlName}`);
    const accesses = this.byId(filter) ? [] : this.plan(filter, []);
    const only = accesses.length === 1 ? accesses[0] : undefined;
    const repeats = only?.prefix.some((part) => part.multikey && part.values.length > 1);
    if (only?.exact && !repeats) {
      return combinations(this.rarestFirst(only)).reduce((sum, values) => {
        const statement = statementOf(this.table, this.rarestFirst(only), values);
        return sum + this.sql.number(`SELECT count(*) FROM ${statement.from}${whereText(statement)}`, statement.binds);
      }, 0);
    }
    let total = 0;
    for (const _ of this.find(filter, [], Number.MAX_SAFE_INTEGER, matches)) total += 1;
    return total;
  }

  private *matching(
    rows: Iterable<Row>,
    exact: boolean,
    need: number,
    matches: (doc: Doc) => boolean,
  ): Generator<Found> {
    let left = need;
    if (left <= 0) return;
    for (const [id, text] of rows) {
      const found: Found = { id: String(id), text: String(text) };
      if (!exact) {
        found.doc = decodeDoc(found.text);
        if (!matches(found.doc)) continue;
      }
      yield found;
      left -= 1;
      if (left === 0) return;
    }
  }

  private *sortedInMemory(
    rows: Iterable<Row>,
    accesses: readonly Access[],
    sort: Sort,
    need: number,
    exact: boolean,
    matches: (doc: Doc) => boolean,
  ): Generator<Found> {
    const kept: { found: Found; keys: SqlValue[] }[] = [];
    let candidates = 0;
    for (const [id, text] of rows) {
      candidates += 1;
      if (candidates > SORTED_IN_MEMORY) throw unsortable(this.table, accesses[0]?.branch ?? emptyBranch, sort);
      const doc = decodeDoc(String(text));
      if (exact || matches(doc))
        kept.push({ found: { id: String(id), text: String(text), doc }, keys: projectionOfSort(doc, sort) });
    }
    kept.sort((a, b) => {
      for (const [at, [, direction]] of sort.entries()) {
        const order = compareKeys(a.keys[at] ?? null, b.keys[at] ?? null) * direction;
        if (order !== 0) return order;
      }
      return 0;
    });
    for (const { found } of kept.slice(0, need)) yield found;
  }

  /** A filter that names documents by `_id` needs no plan. */
  private byId(filter: Fields): Row[] | undefined {
    const wanted = filter._id;
    const ids = isFields(wanted) ? (wanted.$eq ?? wanted.$in) : wanted;
    const list = Array.isArray(ids) ? ids : [ids];
    if (ids === undefined || !list.every((id: Value | undefined): id is string => typeof id === 'string'))
      return undefined;
    if (list.length === 1)
      return this.sql.all(`SELECT _id, doc FROM ${this.table.sqlName} WHERE _id = ?`, [list[0] ?? null]);
    return this.sql.all(`SELECT _id, doc FROM ${this.table.sqlName} WHERE _id IN (SELECT value FROM json_each(?))`, [
      JSON.stringify(list),
    ]);
  }

  private plan(filter: Fields, sort: Sort): Access[] {
    return branchesOf(filter).map((branch) => planBranch(this.table, branch, sort, (access) => this.fewer(access)));
  }

  private *rows(accesses: readonly Access[], sort: Sort, need: number, inOrder: boolean): Generator<Row> {
    const total = accesses.reduce((sum, access) => sum + access.streams, 0);
    const merged = sort.length > 0 && inOrder;
    const chunk = total === 1 ? need : merged ? Math.max(4, Math.ceil((2 * need) / total)) : Math.min(need, 200);
    const streams = accesses.flatMap((access) => {
      const planned = this.rarestFirst(access);
      return combinations(planned).map((values) => new Stream(this.sql, this.table, planned, values, chunk));
    });
    if (total === 1) return yield* rowsOf(streams, merged);
    const seen = new Set<string>();
    for (const row of rowsOf(streams, merged)) {
      const id = String(row[0]);
      if (seen.has(id)) continue;
      seen.add(id);
      yield row;
    }
  }

  /** An intersection is driven by the element that the fewest documents have. */
  private rarestFirst(access: Access): Access {
    const { all } = access;
    if (!all || all.values.length < 2) return access;
    const at = access.prefix.findIndex((part) => part.multikey);
    const head = access.prefix.slice(0, at);
    // Only the columns before the array field can narrow the estimate; several values there make it a guess by the first.
    const lead = head.map((part) => part.values[0] ?? null);
    const where = [...head.map((part) => `${part.column} IS ?`), `${all.column} IS ?`].join(' AND ');
    const probe = `SELECT count(*) FROM (SELECT 1 FROM ${access.index.sideTable} INDEXED BY ${access.index.sqlName} WHERE ${where} LIMIT ${RARITY_PROBE})`;
    let rarest: { value: SqlValue; rows: number } | undefined;
    for (const value of all.values) {
      const rows = this.sql.number(probe, [...lead, value]);
      if (!rarest || rows < rarest.rows) rarest = { value, rows };
      if (rows === 0) break;
    }
    const driver = rarest?.value ?? null;
    return { ...access, prefix: access.prefix.map((part) => (part.multikey ? { ...part, values: [driver] } : part)) };
  }

  private fewer(access: Access): boolean {
    const planned = this.rarestFirst(access);
    let left = SORTED_IN_MEMORY + 1;
    for (const values of combinations(planned)) {
      const statement = statementOf(this.table, planned, values);
      left -= this.sql.number(
        `SELECT count(*) FROM (SELECT 1 FROM ${statement.from}${whereText(statement)} LIMIT ${left})`,
        statement.binds,
      );
      if (left <= 0) return false;
    }
    return true;
  }
}

const emptyBranch: Branch = { constraints: new Map(), exact: true, fields: new Set() };
