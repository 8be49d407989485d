/**
 * Update operators with MongoDB's refusals. Written out because an embedded engine that ignores `$inc` on text, or
 * `$push` on a number, would let mistakes through that the real database refuses.
 */
import { databaseFailed } from '../failure';
import { compareKeys, keyOf } from './key';
import { isOperators } from './filter';
import { matcher } from './match';
import { clone, type Doc, encode, type Fields, isFields, type Value } from './value';

type Holder = { get(): Value | undefined; set(value: Value): void; unset(): void };

const isIndex = (part: string): boolean => /^\d+$/.test(part);

/** The place a dotted path names. `make` creates the objects on the way; otherwise a missing way gives undefined. */
function holderOf(doc: Fields, path: string, make: boolean): Holder | undefined {
  const parts = path.split('.');
  if (parts.some((part) => part === '' || part === '__proto__'))
    throw databaseFailed(`The update path '${path}' is not valid.`);
  if (parts.some((part) => part.startsWith('$')))
    throw databaseFailed(`The positional operator in '${path}' is not supported by the local cloud.`);
  let at: Value = doc;
  const last = parts[parts.length - 1] ?? '';
  for (const part of parts.slice(0, -1)) {
    let next: Value | undefined = Array.isArray(at)
      ? isIndex(part)
        ? at[Number(part)]
        : undefined
      : isFields(at)
        ? at[part]
        : undefined;
    if (next === undefined) {
      if (!make) return undefined;
      if (Array.isArray(at) && !isIndex(part)) throw cannotCreate(part, path);
      next = {};
      if (Array.isArray(at)) at[Number(part)] = next;
      else if (isFields(at)) at[part] = next;
    }
    if (!Array.isArray(next) && !isFields(next)) {
      if (!make) return undefined;
      throw cannotCreate(last, path);
    }
    at = next;
  }
  const container = at;
  if (Array.isArray(container)) {
    if (!isIndex(last)) {
      if (!make) return undefined;
      throw cannotCreate(last, path);
    }
    const index = Number(last);
    return {
      get: () => container[index],
      set: (value) => {
        while (container.length < index) container.push(null);
        container[index] = value;
      },
      unset: () => {
        if (index < container.length) container[index] = null;
      },
    };
  }
  if (!isFields(container)) return undefined;
  return {
    get: () => container[last],
    set: (value) => {
      container[last] = value;
    },
    unset: () => {
      delete container[last];
    },
  };
}

const cannotCreate = (part: string, path: string): Error =>
  databaseFailed(`Cannot create field '${part}' in the element of '${path}'`);

const typeName = (value: Value | undefined): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : value instanceof Date
        ? 'date'
        : typeof value === 'number'
          ? 'number'
          : typeof value;

const equal = (a: Value, b: Value): boolean => encode(a) === encode(b);

const compare = (a: Value | undefined, b: Value | undefined): number => compareKeys(keyOf(a), keyOf(b));

function arrayAt(doc: Fields, path: string, operator: string, make: boolean): Value[] | undefined {
  const holder = holderOf(doc, path, make);
  const value = holder?.get();
  if (value === undefined) {
    if (!make || !holder) return undefined;
    const made: Value[] = [];
    holder.set(made);
    return made;
  }
  if (!Array.isArray(value)) {
    throw databaseFailed(
      `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${String(doc._id)}} (${operator})`,
    );
  }
  return value;
}

const integer = (value: Value | undefined, name: string): number | undefined => {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw databaseFailed(`The value for ${name} must be an integer`);
  return value;
};

const eachOf = (operand: Value): Value[] | undefined =>
  isFields(operand) && Array.isArray(operand.$each) ? operand.$each : undefined;

function push(array: Value[], operand: Value): void {
  const each = eachOf(operand);
  if (!each || !isFields(operand)) {
    if (isOperators(operand)) throw databaseFailed('$push needs $each beside its modifiers');
    array.push(clone(operand));
    return;
  }
  const position = integer(operand.$position, '$position') ?? array.length;
  array.splice(position, 0, ...each.map((item) => clone(item)));
  const sort = operand.$sort;
  if (typeof sort === 'number') array.sort((a, b) => compare(a, b) * sort);
  else if (isFields(sort)) {
    array.sort((a, b) => {
      for (const [field, direction] of Object.entries(sort)) {
        const order = compare(at(a, field), at(b, field)) * Number(direction);
        if (order !== 0) return order;
      }
      return 0;
    });
  }
  const slice = integer(operand.$slice, '$slice');
  if (slice === undefined) return;
  if (slice >= 0) array.splice(slice);
  else array.splice(0, Math.max(0, array.length + slice));
}

const at = (value: Value, path: string): Value | undefined =>
  path.split('.').reduce<Value | undefined>((inner, part) => (isFields(inner) ? inner[part] : undefined), value);

function arithmetic(doc: Fields, path: string, operand: Value, operator: '$inc' | '$mul'): void {
  if (typeof operand !== 'number')
    throw databaseFailed(`Cannot ${operator} with non-numeric argument: {${path}: ${encode(operand)}}`);
  const holder = holderOf(doc, path, true);
  const value = holder?.get();
  if (value !== undefined && typeof value !== 'number') {
    throw databaseFailed(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: "${String(doc._id)}"} has the field '${path}' of non-numeric type ${typeName(value)}`,
    );
  }
  holder?.set(operator === '$inc' ? (value ?? 0) + operand : (value ?? 0) * operand);
}

const conditionOf = (operand: Value): ((item: Value) => boolean) => {
  if (isOperators(operand)) {
    const matches = matcher({ item: operand });
    return (item) => matches({ item });
  }
  if (isFields(operand)) {
    const matches = matcher(operand);
    return (item) => isFields(item) && matches(item);
  }
  return (item) => equal(item, operand);
};

function one(doc: Fields, operator: string, path: string, operand: Value): void {
  switch (operator) {
    case '$set':
      holderOf(doc, path, true)?.set(clone(operand));
      return;
    case '$unset':
      holderOf(doc, path, false)?.unset();
      return;
    case '$inc':
    case '$mul':
      arithmetic(doc, path, operand, operator);
      return;
    case '$min':
    case '$max': {
      const holder = holderOf(doc, path, true);
      const value = holder?.get();
      const order = compare(operand, value);
      if (value === undefined || (operator === '$min' ? order < 0 : order > 0)) holder?.set(clone(operand));
      return;
    }
    case '$push': {
      const array = arrayAt(doc, path, operator, true);
      if (array) push(array, operand);
      return;
    }
    case '$addToSet': {
      const array = arrayAt(doc, path, operator, true);
      for (const item of eachOf(operand) ?? [operand])
        if (array && !array.some((known) => equal(known, item))) array.push(clone(item));
      return;
    }
    case '$pop': {
      const array = arrayAt(doc, path, operator, false);
      if (operand === -1) array?.shift();
      else array?.pop();
      return;
    }
    case '$pull': {
      const array = arrayAt(doc, path, operator, false);
      const pulled = conditionOf(operand);
      array?.splice(0, array.length, ...array.filter((item) => !pulled(item)));
      return;
    }
    case '$pullAll': {
      const array = arrayAt(doc, path, operator, false);
      if (!Array.isArray(operand)) throw databaseFailed('$pullAll requires an array argument');
      array?.splice(0, array.length, ...array.filter((item) => !operand.some((gone) => equal(item, gone))));
      return;
    }
    case '$rename': {
      if (typeof operand !== 'string') throw databaseFailed(`The 'to' field for $rename must be a string: ${path}`);
      const value = holderOf(doc, path, false)?.get();
      if (value === undefined) return;
      holderOf(doc, path, false)?.unset();
      holderOf(doc, operand, true)?.set(value);
      return;
    }
    default:
      throw databaseFailed(`Unknown modifier: ${operator}`);
  }
}

function refuseOverlaps(update: Fields): void {
  const paths: string[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (!isFields(fields))
      throw databaseFailed(`Modifiers operate on fields but ${operator} holds ${typeName(fields)}`);
    for (const [path, operand] of Object.entries(fields)) {
      paths.push(path);
      if (operator === '$rename' && typeof operand === 'string') paths.push(operand);
    }
  }
  paths.sort();
  for (const [position, path] of paths.entries()) {
    const next = paths[position + 1];
    if (next !== undefined && (next === path || next.startsWith(`${path}.`))) {
      throw databaseFailed(`Updating the path '${next}' would create a conflict at '${path}'`);
    }
  }
}

/**
 * @param update an object of update operators, `{$set: {...}, $inc: {...}}`.
 * @returns the document after the update; `doc` stays as it was.
 * @throws DATABASE_REQUEST_FAILED as MongoDB would, and when `_id` would change.
 */
export function applyUpdate(doc: Doc, update: Fields): Doc {
  if (Object.keys(update).some((key) => !key.startsWith('$')))
    throw databaseFailed('an update consists of update operators only');
  refuseOverlaps(update);
  const changed = clone<Fields>(doc);
  for (const [operator, fields] of Object.entries(update)) {
    if (!isFields(fields)) continue;
    for (const [path, operand] of Object.entries(fields)) {
      if (path === '_id')
        throw databaseFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
      one(changed, operator, path, operand);
    }
  }
  return Object.assign(changed, { _id: doc._id });
}
