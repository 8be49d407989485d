import type { SqlValue } from './sqlite';
import { encode, isFields, type Value } from './value';

/**
 * Index keys in the order MongoDB compares values of different types. SQLite orders NULL, numbers, text, blobs; the
 * types that come after strings in Mongo become blobs that begin with their place in that order.
 */
const PLACE = { object: 3, array: 4, boolean: 8, date: 9, regex: 11 } as const;

const blob = (place: number, rest: Buffer = Buffer.alloc(0)): Buffer => Buffer.concat([Buffer.from([place]), rest]);

const dateBytes = (at: number): Buffer => {
  const bytes = Buffer.alloc(8);
  // Shifted so that times before 1970 sort first as unsigned bytes.
  bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(Math.trunc(Number.isNaN(at) ? 0 : at)) + (1n << 63n)));
  return bytes;
};

/** @returns the key of one value; null stands for null and for a missing field, as in Mongo. */
export function keyOf(value: Value | undefined): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isNaN(value) ? -Infinity : value;
  // The driver ends text at NUL; the filter is checked again on the document itself.
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\u0001') : value;
  if (typeof value === 'boolean') return blob(PLACE.boolean, Buffer.from([value ? 1 : 0]));
  if (value instanceof Date) return blob(PLACE.date, dateBytes(value.getTime()));
  if (value instanceof RegExp) return blob(PLACE.regex, Buffer.from(String(value)));
  return blob(Array.isArray(value) ? PLACE.array : PLACE.object, Buffer.from(encode(value)));
}

/** Where the values of the same type as `key` begin and end: a range never crosses types. */
export function bracketOf(key: SqlValue): { from: SqlValue; before: SqlValue } | undefined {
  if (typeof key === 'number') return { from: -Infinity, before: '' };
  if (typeof key === 'string') return { from: '', before: Buffer.alloc(0) };
  if (Buffer.isBuffer(key)) {
    const place = key[0] ?? 0;
    return { from: blob(place), before: blob(place + 1) };
  }
  return undefined;
}

const rank = (key: SqlValue): number =>
  key === null ? 0 : typeof key === 'number' ? 1 : typeof key === 'string' ? 2 : 3;

/** The order SQLite gives to keys. */
export function compareKeys(a: SqlValue, b: SqlValue): number {
  const byType = rank(a) - rank(b);
  if (byType !== 0) return byType;
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a < b ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string')
    return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return Buffer.compare(a, b);
  return 0;
}

/** Every value a dotted path reaches; more than one when it passes through an array of objects. */
export function valuesAt(value: Value | undefined, path: readonly string[]): (Value | undefined)[] {
  const [head, ...rest] = path;
  if (head === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => (isFields(item) ? valuesAt(item, path) : []));
  return isFields(value) ? valuesAt(value[head], rest) : [undefined];
}
