import { databaseFailed } from '../failure';

/** What a document may hold. Numbers are JavaScript numbers: the product has no 64-bit integers. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Fields;
export interface Fields {
  [field: string]: Value;
}
export interface Doc extends Fields {
  _id: string;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp);

const record = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

const numberOf = (value: unknown): number => {
  const parsed = typeof value === 'number' ? value : Number(value);
  if (Number.isNaN(parsed) && value !== 'NaN') throw databaseFailed(`not a number: ${String(value)}`);
  return parsed;
};

const dateOf = (value: unknown): Date => {
  if (typeof value === 'string') return new Date(value);
  const long = record(value)?.$numberLong;
  return new Date(numberOf(long === undefined ? value : long));
};

/** One wrapper of MongoDB Extended JSON v2, or undefined when `key` is none. ObjectIds become their hex text. */
function unwrap(key: string, value: unknown, now: () => number): Value | undefined {
  switch (key) {
    case '$numberInt':
    case '$numberDouble':
    case '$numberLong':
    case '$numberDecimal':
      return numberOf(value);
    case '$date':
      return dateOf(value);
    case '$oid':
      return String(value);
    case '$undefined':
      return null;
    case '$tcb_server_date':
      return new Date(now() + numberOf(decode(record(value)?.offset ?? 0, now)));
    case '$regularExpression': {
      const parts = record(value);
      return new RegExp(String(parts?.pattern ?? ''), String(parts?.options ?? '').replace(/[^imsu]/g, ''));
    }
    case '$binary':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$code':
      throw databaseFailed(`${key} values are not supported by the local cloud`);
    default:
      return undefined;
  }
}

/** Extended JSON, already through JSON.parse, to values. */
export function decode(raw: unknown, now: () => number = Date.now): Value {
  if (raw === null || typeof raw === 'boolean' || typeof raw === 'number' || typeof raw === 'string') return raw;
  if (Array.isArray(raw)) return raw.map((item: unknown) => decode(item, now));
  if (typeof raw !== 'object') return null;
  const entries = Object.entries(raw);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only?.[0].startsWith('$')) {
    const value = unwrap(only[0], only[1], now);
    if (value !== undefined) return value;
  }
  const fields: Fields = {};
  for (const [key, value] of entries) fields[key] = decode(value, now);
  return fields;
}

/** Extended JSON text to an object, e.g. a query or a document of a request. */
export function decodeFields(text: string, now?: () => number): Fields {
  const value = decode(JSON.parse(text), now);
  if (!isFields(value)) throw databaseFailed('expected an object');
  return value;
}

/** A stored document back to values. */
export function decodeDoc(text: string): Doc {
  const fields = decodeFields(text);
  if (typeof fields._id !== 'string') throw databaseFailed('a stored document has no _id');
  return Object.assign(fields, { _id: fields._id });
}

const wrap = (value: Value): unknown => {
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $numberDouble: String(value) };
  if (Array.isArray(value)) return value.map(wrap);
  if (isFields(value)) {
    const out: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const inner = value[key];
      if (inner !== undefined) out[key] = wrap(inner);
    }
    return out;
  }
  return value;
};

/** Values to relaxed Extended JSON text: what is stored, and what the SDK is answered with. */
export const encode = (value: Value): string => JSON.stringify(wrap(value));

export function clone<T extends Value>(value: T): T;
export function clone(value: Value): Value {
  if (value instanceof Date) return new Date(value.getTime());
  if (Array.isArray(value)) return value.map((item) => clone(item));
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clone(inner)]));
  return value;
}

/** Mongo refuses `$` and `.` in field names at this border; so do we, instead of storing what no query can reach. */
export function refuseReservedNames(value: Value): void {
  if (Array.isArray(value)) value.forEach(refuseReservedNames);
  else if (isFields(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith('$')) throw databaseFailed(`The dollar ($) prefixed field '${key}' is not valid for storage.`);
      refuseReservedNames(inner);
    }
  }
}
