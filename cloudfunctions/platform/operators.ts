/**
 * Filters and changes as plain values that say what goes over the wire. The SDK's own operators are not used: they flatten
 * nested objects into merges and send a wrong `serverDate` from within another operator. Instants are ISO strings of the
 * function's clock; they sort as text.
 */

class Comparison {
  constructor(readonly wire: Readonly<Record<string, unknown>>) {}
  /** Both this and another comparison of the same field: `_.gte(from).and(_.lt(to))`. */
  and(other: Comparison): Comparison {
    return new Comparison({ ...this.wire, ...other.wire });
  }
}
class Change {
  constructor(
    readonly operator: string,
    readonly operand: unknown,
  ) {}
}
class Alternatives {
  constructor(readonly any: readonly Where[]) {}
}
export type { Alternatives, Change, Comparison };

/** Conditions that must hold together, each a value or a comparison; a dotted name reaches inside. `undefined` is no condition. */
export type Where = Readonly<Record<string, unknown>>;
/** New values per field; a plain value replaces the field whole, a dotted name reaches inside. `undefined` is no change. */
export type Changes = Readonly<Record<string, unknown>>;

type Scalar = string | number | boolean | null;

/** The operators of filters and changes. */
export const _ = {
  neq: (value: Scalar) => new Comparison({ $ne: value }),
  lt: (value: string | number) => new Comparison({ $lt: value }),
  lte: (value: string | number) => new Comparison({ $lte: value }),
  gt: (value: string | number) => new Comparison({ $gt: value }),
  gte: (value: string | number) => new Comparison({ $gte: value }),
  in: (values: readonly Scalar[]) => new Comparison({ $in: values }),
  nin: (values: readonly Scalar[]) => new Comparison({ $nin: values }),
  /** The array holds all of these. */
  all: (values: readonly Scalar[]) => new Comparison({ $all: values }),
  exists: (yes: boolean) => new Comparison({ $exists: yes }),
  /** At least one of several: `{ estateId, ..._.or([{ filedAt: _.lt(at) }, { filedAt: at, _id: _.lt(id) }]) }`. */
  or: (any: readonly Where[]): Where => ({ $or: new Alternatives(any) }),

  set: (value: unknown) => new Change('$set', value),
  /** Removes the field. */
  unset: () => new Change('$unset', ''),
  inc: (by: number) => new Change('$inc', by),
  max: (value: string | number) => new Change('$max', value),
  min: (value: string | number) => new Change('$min', value),
  /** Appends; `keepLast` cuts the array from the front. */
  push: (values: readonly unknown[], keepLast?: number) =>
    new Change('$push', { $each: values, ...(keepLast === undefined ? {} : { $slice: -keepLast }) }),
  addToSet: (values: readonly unknown[]) => new Change('$addToSet', { $each: values }),
  pullAll: (values: readonly Scalar[]) => new Change('$pullAll', values),
} as const;

/** A copy without `undefined`, as JSON would have it. Error for what a document can't hold as itself, e.g. a Date. */
export const storable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => storable(item ?? null));
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new Error(`a ${typeof value} can't be stored`);
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Error(`a ${value.constructor.name} can't be stored here`);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      inner === undefined ? [] : [[key, storable(inner)]],
    ),
  );
};

/** A filter in the form of the wire. Error for one without any condition: it would reach every document. */
export const filterOnWire = (where: Where): Record<string, unknown> => {
  const wire: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(where)) {
    if (value === undefined) continue;
    if (value instanceof Alternatives) wire[field] = value.any.map(filterOnWire);
    else wire[field] = storable(value instanceof Comparison ? value.wire : value);
  }
  if (Object.keys(wire).length === 0) throw new Error('a filter without a condition');
  return wire;
};

/** A change in the form of the wire: values grouped by operator. Error for one that changes nothing. */
export const changeOnWire = (changes: Changes): Record<string, Record<string, unknown>> => {
  const wire: Record<string, Record<string, unknown>> = {};
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    const [operator, operand] = value instanceof Change ? [value.operator, value.operand] : ['$set', value];
    wire[operator] = { ...wire[operator], [field]: storable(operand) };
  }
  if (Object.keys(wire).length === 0) throw new Error('a change without a value');
  return wire;
};
