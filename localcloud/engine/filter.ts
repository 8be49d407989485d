import { keyOf } from './key';
import type { SqlValue } from './sqlite';
import { type Fields, isFields, type Value } from './value';

/** What a filter says about one field, as far as an index can use it. */
export interface Constraint {
  eq?: SqlValue;
  in?: SqlValue[];
  all?: SqlValue[];
  low?: { key: SqlValue; inclusive: boolean };
  high?: { key: SqlValue; inclusive: boolean };
}

/** One alternative of a filter: constraints that hold together. */
export interface Branch {
  constraints: Map<string, Constraint>;
  /** False when the filter says more than the constraints do, so that documents must be checked again. */
  exact: boolean;
  /** Every field the filter names, for the message that asks for an index. */
  fields: Set<string>;
}

const MAX_BRANCHES = 64;

const indexable = (value: Value | undefined): boolean =>
  value === null ||
  typeof value === 'number' ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  value instanceof Date;

export const isOperators = (value: Value | undefined): value is Fields =>
  isFields(value) && Object.keys(value).some((key) => key.startsWith('$'));

const emptyBranch = (): Branch => ({ constraints: new Map(), exact: true, fields: new Set() });

const copy = (branch: Branch): Branch => ({
  constraints: new Map([...branch.constraints].map(([field, constraint]) => [field, { ...constraint }])),
  exact: branch.exact,
  fields: new Set(branch.fields),
});

function take(branch: Branch, field: string, operator: string, value: Value | undefined): void {
  branch.fields.add(field);
  const constraint = branch.constraints.get(field) ?? {};
  const used = ((): boolean => {
    switch (operator) {
      case '$eq':
        if (!indexable(value) || constraint.eq !== undefined) return false;
        constraint.eq = keyOf(value);
        return true;
      case '$in':
      case '$all': {
        const slot = operator === '$in' ? 'in' : 'all';
        if (!Array.isArray(value) || !value.every(indexable) || constraint[slot] !== undefined) return false;
        if (slot === 'all' && value.length === 0) return false;
        constraint[slot] = distinct(value.map(keyOf));
        return true;
      }
      case '$gt':
      case '$gte':
      case '$lt':
      case '$lte': {
        const side = operator.startsWith('$g') ? 'low' : 'high';
        if (!indexable(value) || value === null || constraint[side] !== undefined) return false;
        constraint[side] = { key: keyOf(value), inclusive: operator.endsWith('e') };
        return true;
      }
      default:
        return false;
    }
  })();
  if (used) branch.constraints.set(field, constraint);
  else branch.exact = false;
}

const distinct = (keys: SqlValue[]): SqlValue[] => [
  ...new Map(
    keys.map((key) => [Buffer.isBuffer(key) ? `b${key.toString('hex')}` : `${typeof key}${String(key)}`, key]),
  ).values(),
];

function both(left: readonly Branch[], filter: Fields): Branch[] {
  let branches = left.map(copy);
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value) if (isFields(part)) branches = both(branches, part);
    } else if (
      key === '$or' &&
      Array.isArray(value) &&
      value.length > 0 &&
      branches.length * value.length <= MAX_BRANCHES
    ) {
      const base = branches;
      branches = value.flatMap((part) => (isFields(part) ? both(base, part) : []));
    } else if (key.startsWith('$')) {
      for (const branch of branches) branch.exact = false;
    } else {
      const operators: [string, Value | undefined][] = isOperators(value) ? Object.entries(value) : [['$eq', value]];
      for (const branch of branches) for (const [operator, operand] of operators) take(branch, key, operator, operand);
    }
  }
  return branches;
}

/** The alternatives of a filter; a document matches the filter only if one of them lets it through. */
export const branchesOf = (filter: Fields): Branch[] => both([emptyBranch()], filter);
