import { databaseFailed } from '../failure';
import { keyOf, valuesAt } from './key';
import { checkSchema, type CollectionSchema, type IndexSchema } from './schema';
import type { Row, Sqlite, SqlValue } from './sqlite';
import { decodeDoc, type Doc, encode, type Value } from './value';

/** Platform limit: node-sdk's db_doc_size_limit. */
export const DOCUMENT_BYTES = 512 * 1024;

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** An index as SQL sees it: a table whose columns are the keys, then `_id`. */
export interface SqlIndex {
  schema: IndexSchema;
  /** Side table of a multikey index, or undefined when the keys are columns of the documents' own table. */
  sideTable: string | undefined;
  sqlName: string;
  columns: readonly string[];
  /** Adds and removes a row of the side table; empty without one. */
  addSql: string;
  removeSql: string;
}

interface Keys {
  columns: Map<string, SqlValue>;
  entries: Map<SqlIndex, Map<string, Row>>;
}

/** One collection: a row per document, a column per indexed field, a side table per multikey index. */
export class Table {
  readonly name: string;
  readonly schema: CollectionSchema;
  readonly indexes: readonly SqlIndex[];
  readonly sqlName: string;
  private readonly sql: Sqlite;
  private readonly fields: readonly string[];
  private readonly insertSql: string;

  constructor(sql: Sqlite, schema: CollectionSchema) {
    checkSchema(schema);
    this.sql = sql;
    this.schema = schema;
    this.name = schema.name;
    this.sqlName = quote(`c:${schema.name}`);
    const scalar = new Set<string>();
    this.indexes = schema.indexes.map((index) => {
      const side = index.multikey !== undefined;
      if (!side) for (const [field] of index.keys) if (field !== '_id') scalar.add(field);
      const sideTable = side ? quote(`m:${schema.name}:${index.name}`) : undefined;
      const columns = index.keys.map(([field], at) =>
        field === '_id' ? '_id' : side ? quote(`k${at}`) : quote(`f:${field}`),
      );
      const own = columns.filter((column) => column !== '_id');
      return {
        schema: index,
        sideTable,
        sqlName: quote(`i:${schema.name}:${index.name}`),
        columns,
        addSql: `INSERT INTO ${sideTable} VALUES (${own.map(() => '?').join(', ')}, ?)`,
        removeSql: `DELETE FROM ${sideTable} WHERE ${own.map((column) => `${column} IS ?`).join(' AND ')} AND _id = ?`,
      };
    });
    this.fields = [...scalar].sort();
    const names = this.fields.map((field) => `, ${quote(`f:${field}`)}`).join('');
    this.insertSql = `INSERT INTO ${this.sqlName} (_id, doc${names}) VALUES (?, ?${', ?'.repeat(this.fields.length)})`;
  }

  /** Text that changes when the tables on disk no longer fit the declaration. */
  get shape(): string {
    return JSON.stringify(
      this.schema.indexes.map(({ name, keys, unique, multikey }) => [name, keys, unique, multikey]),
    );
  }

  create(): void {
    const columns = this.fields.map((field) => `, ${quote(`f:${field}`)}`).join('');
    this.sql.exec(`CREATE TABLE ${this.sqlName} (_id TEXT PRIMARY KEY, doc TEXT NOT NULL${columns})`);
    for (const index of this.indexes) {
      const directions = index.schema.keys.map(
        ([, direction], at) => `${index.columns[at]} ${direction === -1 ? 'DESC' : 'ASC'}`,
      );
      if (index.sideTable === undefined) {
        const id = index.columns.includes('_id') ? [] : ['_id'];
        this.sql.exec(`CREATE INDEX ${index.sqlName} ON ${this.sqlName} (${[...directions, ...id].join(', ')})`);
        if (index.schema.unique) this.createUnique(index);
      } else {
        const own = index.columns.filter((column) => column !== '_id');
        // A primary key may not hold NULL in a WITHOUT ROWID table, and a key may be null: hence an ordinary index.
        this.sql.exec(`CREATE TABLE ${index.sideTable} (${own.join(', ')}, _id TEXT NOT NULL)`);
        const id = index.columns.includes('_id') ? [] : ['_id'];
        this.sql.exec(`CREATE INDEX ${index.sqlName} ON ${index.sideTable} (${[...directions, ...id].join(', ')})`);
      }
    }
  }

  /** Unlike SQLite, Mongo's unique indexes count null as a value: two documents without the field collide. */
  private createUnique(index: SqlIndex): void {
    const keys = index.columns.map((column) => (column === '_id' ? column : `ifnull(${column}, x'00')`));
    this.sql.exec(
      `CREATE UNIQUE INDEX ${quote(`u:${this.name}:${index.schema.name}`)} ON ${this.sqlName} (${keys.join(', ')})`,
    );
  }

  /** Builds columns and indexes anew from the documents, after the declaration has changed. */
  rebuild(): void {
    const before = quote(`old:${this.name}`);
    const sides = this.sql.all('SELECT name FROM sqlite_schema WHERE type = ? AND name LIKE ?', [
      'table',
      `m:${this.name}:%`,
    ]);
    const indexes = this.sql.all('SELECT name FROM sqlite_schema WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL', [
      'index',
      `c:${this.name}`,
    ]);
    for (const [name] of indexes) this.sql.exec(`DROP INDEX ${quote(String(name))}`);
    for (const [name] of sides) this.sql.exec(`DROP TABLE ${quote(String(name))}`);
    this.sql.exec(`ALTER TABLE ${this.sqlName} RENAME TO ${before}`);
    this.create();
    let last = '';
    for (;;) {
      const rows = this.sql.all(`SELECT _id, doc FROM ${before} WHERE _id > ? ORDER BY _id LIMIT 500`, [last]);
      if (rows.length === 0) break;
      for (const [id, doc] of rows) {
        last = String(id);
        this.insert(decodeDoc(String(doc)), String(doc));
      }
    }
    this.sql.exec(`DROP TABLE ${before}`);
  }

  text(id: string): string | undefined {
    const row = this.sql.all(`SELECT doc FROM ${this.sqlName} WHERE _id = ?`, [id])[0];
    return row === undefined ? undefined : String(row[0]);
  }

  insert(doc: Doc, text: string = this.textOf(doc)): void {
    const keys = this.keysOf(doc);
    const binds: SqlValue[] = [doc._id, text, ...this.fields.map((field) => keys.columns.get(field) ?? null)];
    this.write(doc._id, keys, () => this.sql.run(this.insertSql, binds));
    for (const [index, rows] of keys.entries) for (const row of rows.values()) this.addEntry(index, row, doc._id);
  }

  replace(old: Doc, doc: Doc, text: string = this.textOf(doc)): void {
    const before = this.keysOf(old);
    const after = this.keysOf(doc);
    const changed = this.fields.filter(
      (field) => !same(before.columns.get(field) ?? null, after.columns.get(field) ?? null),
    );
    const assignments = ['doc = ?', ...changed.map((field) => `${quote(`f:${field}`)} = ?`)];
    const binds: SqlValue[] = [text, ...changed.map((field) => after.columns.get(field) ?? null), doc._id];
    this.write(doc._id, after, () =>
      this.sql.run(`UPDATE ${this.sqlName} SET ${assignments.join(', ')} WHERE _id = ?`, binds),
    );
    for (const index of before.entries.keys()) {
      const gone = before.entries.get(index) ?? new Map<string, Row>();
      const come = after.entries.get(index) ?? new Map<string, Row>();
      for (const [key, row] of gone) if (!come.has(key)) this.removeEntry(index, row, doc._id);
      for (const [key, row] of come) if (!gone.has(key)) this.addEntry(index, row, doc._id);
    }
  }

  remove(old: Doc): void {
    this.sql.run(`DELETE FROM ${this.sqlName} WHERE _id = ?`, [old._id]);
    for (const [index, rows] of this.keysOf(old).entries)
      for (const row of rows.values()) this.removeEntry(index, row, old._id);
  }

  /** As it is stored. @throws when it is larger than the platform takes */
  textOf(doc: Doc): string {
    const text = encode(doc);
    const bytes = Buffer.byteLength(text);
    if (bytes > DOCUMENT_BYTES) {
      throw databaseFailed(
        `document ${doc._id} of ${this.name} has ${bytes} bytes, the limit is ${DOCUMENT_BYTES} (512 KB)`,
      );
    }
    return text;
  }

  private keysOf(doc: Doc): Keys {
    const columns = new Map(this.fields.map((field) => [field, this.scalarKey(doc, field)]));
    const entries = new Map<SqlIndex, Map<string, Row>>();
    for (const index of this.indexes) if (index.sideTable !== undefined) entries.set(index, this.entriesOf(doc, index));
    return { columns, entries };
  }

  private scalarKey(doc: Doc, field: string): SqlValue {
    const found = valuesAt(doc, field.split('.'));
    const value = found.length > 1 ? found.filter((item) => item !== undefined) : found[0];
    if (Array.isArray(value)) {
      throw databaseFailed(
        `${this.name}.${field} holds an array in document ${doc._id}, but no index declares it multikey`,
      );
    }
    return keyOf(value);
  }

  private entriesOf(doc: Doc, index: SqlIndex): Map<string, Row> {
    const keyed = index.schema.keys.filter(([field]) => field !== '_id');
    const elements = valuesAt(doc, String(index.schema.multikey).split('.')).flatMap((value): (Value | undefined)[] =>
      Array.isArray(value) ? value : [value],
    );
    const scalars = keyed.map(([field]) => (field === index.schema.multikey ? null : this.scalarKey(doc, field)));
    const rows = new Map<string, Row>();
    for (const element of elements) {
      const row = keyed.map(([field], at) =>
        field === index.schema.multikey ? keyOf(element) : (scalars[at] ?? null),
      );
      rows.set(
        row.map((key) => (Buffer.isBuffer(key) ? `b${key.toString('hex')}` : `${typeof key}${String(key)}`)).join('\0'),
        row,
      );
    }
    return rows;
  }

  private addEntry(index: SqlIndex, row: Row, id: string): void {
    this.sql.run(index.addSql, [...row, id]);
  }

  private removeEntry(index: SqlIndex, row: Row, id: string): void {
    this.sql.run(index.removeSql, [...row, id]);
  }

  private write(id: string, keys: Keys, work: () => void): void {
    try {
      work();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const unique = /UNIQUE constraint failed: index '?u:[^']*?:([^:']+)'?$/.exec(text)?.[1];
      if (unique !== undefined) {
        const schema = this.schema.indexes.find((index) => index.name === unique);
        const values = schema?.keys.map(
          ([field]) => `${field}: ${String(field === '_id' ? id : keys.columns.get(field))}`,
        );
        throw databaseFailed(
          `E11000 duplicate key error collection: local.${this.name} index: ${unique} dup key: { ${values?.join(', ')} }`,
        );
      }
      if (text.includes('UNIQUE constraint failed')) {
        throw databaseFailed(
          `E11000 duplicate key error collection: local.${this.name} index: _id_ dup key: { _id: "${id}" }`,
        );
      }
      throw error;
    }
  }
}

const same = (a: SqlValue, b: SqlValue): boolean => (Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b);
