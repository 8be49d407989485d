import { databaseFailed } from '../failure';
import type { Branch, Constraint } from './filter';
import { describeKeys } from './schema';
import type { SqlValue } from './sqlite';
import { quote, type SqlIndex, type Table } from './table';

export type Sort = readonly (readonly [field: string, direction: 1 | -1])[];

export type MergeKey = { direction: 1 | -1 } & ({ column: string } | { constant: SqlValue });

/** How one branch of a filter is read: one index, a value per leading key, perhaps a range, perhaps in order. */
export interface Access {
  index: SqlIndex;
  branch: Branch;
  /** Leading keys with the values they may have; one stream of rows per combination. */
  prefix: { column: string; values: readonly SqlValue[]; multikey: boolean }[];
  range: { column: string; constraint: Constraint } | undefined;
  /** Further elements that the multikey field must contain. */
  all: { column: string; values: readonly SqlValue[] } | undefined;
  /** ORDER BY of each stream. */
  order: readonly { column: string; direction: 1 | -1 }[];
  /** What streams are merged by, one per sort field: a column of theirs, or the one value the filter leaves it. */
  mergeBy: readonly MergeKey[];
  sorted: boolean;
  /** The rows are the answer: nothing of the filter is left to check. */
  exact: boolean;
  streams: number;
  /** How many of the filter's fields the index serves. */
  served: number;
}

/** Larger results must come out of an index already sorted. */
export const SORTED_IN_MEMORY = 1000;
const MAX_STREAMS = 2000;

const primaryKey = (table: Table): SqlIndex => ({
  schema: { name: '_id_', keys: [['_id', 1]], unique: true },
  sideTable: undefined,
  sqlName: quote(`sqlite_autoindex_c:${table.name}_1`),
  columns: ['_id'],
  addSql: '',
  removeSql: '',
});

function accessBy(index: SqlIndex, branch: Branch, sort: Sort): Access | undefined {
  const { keys, multikey } = index.schema;
  const prefix: Access['prefix'] = [];
  let all: Access['all'];
  let used = 0;
  let partly = false;
  let at = 0;
  for (; at < keys.length; at += 1) {
    const [field] = keys[at] ?? [''];
    const column = index.columns[at] ?? '';
    const constraint = branch.constraints.get(field);
    if (constraint === undefined) break;
    const isMultikey = field === multikey;
    const parts = Object.keys(constraint).length;
    if (isMultikey && constraint.all !== undefined) {
      prefix.push({ column, values: constraint.all.slice(0, 1), multikey: true });
      all = { column, values: constraint.all };
    } else if (constraint.eq !== undefined) prefix.push({ column, values: [constraint.eq], multikey: isMultikey });
    else if (constraint.in !== undefined) prefix.push({ column, values: constraint.in, multikey: isMultikey });
    else break;
    used += 1;
    partly ||= parts > 1;
  }
  // Without a value for the array field its rows repeat documents, or miss those without elements.
  if (multikey !== undefined && !prefix.some((part) => part.multikey)) return undefined;

  const [rangeField] = keys[at] ?? [];
  const rangeConstraint =
    rangeField === undefined || rangeField === multikey ? undefined : branch.constraints.get(rangeField);
  const range =
    rangeConstraint?.low || rangeConstraint?.high
      ? { column: index.columns[at] ?? '', constraint: rangeConstraint }
      : undefined;
  if (range) {
    used += 1;
    partly ||= Object.keys(range.constraint).some((part) => part !== 'low' && part !== 'high');
  }

  const streams = prefix.reduce((product, part) => product * part.values.length, 1);
  const fixed = new Map(prefix.map((part, position) => [keys[position]?.[0] ?? '', part]));
  const pinnedTo = (field: string) => (field === multikey ? undefined : branch.constraints.get(field)?.eq);
  const order: { column: string; direction: 1 | -1 }[] = [];
  const mergeBy: MergeKey[] = [];
  let sorted = true;
  let flip: number | undefined;
  let next = at;
  for (const [field, direction] of sort) {
    const constantKey = pinnedTo(field);
    if (constantKey !== undefined) {
      mergeBy.push({ constant: constantKey, direction });
      continue;
    }
    const constant = fixed.get(field);
    if (constant && !constant.multikey) {
      mergeBy.push({ column: constant.column, direction });
      continue;
    }
    const key = keys[next];
    if (
      key === undefined ||
      key[0] !== field ||
      field === multikey ||
      (flip !== undefined && key[1] * direction !== flip)
    ) {
      sorted = false;
      break;
    }
    flip = key[1] * direction;
    const column = index.columns[next] ?? '';
    order.push({ column, direction });
    mergeBy.push({ column, direction });
    next += 1;
  }
  return {
    index,
    branch,
    prefix,
    range,
    all,
    order: sorted ? order : [],
    mergeBy: sorted ? mergeBy : [],
    sorted,
    exact: branch.exact && !partly && used === branch.constraints.size,
    streams,
    served: used,
  };
}

const better = (a: Access, b: Access): number =>
  b.served - a.served ||
  // All of several elements leave far fewer rows than one value of a plain field.
  Number(b.all !== undefined) - Number(a.all !== undefined) ||
  Number(a.range !== undefined) - Number(b.range !== undefined) ||
  a.streams - b.streams;

/**
 * Chooses the index for one branch of a filter.
 * @param fewer whether an access yields at most SORTED_IN_MEMORY rows; asked only when an index in the wanted order serves less of the filter than another one.
 * @throws DATABASE_REQUEST_FAILED naming the index that is missing.
 */
export function planBranch(table: Table, branch: Branch, sort: Sort, fewer: (access: Access) => boolean): Access {
  const unfiltered = branch.constraints.size === 0 && branch.exact;
  const accesses = [primaryKey(table), ...table.indexes]
    .flatMap((index) => accessBy(index, branch, sort) ?? [])
    .filter(
      (access) =>
        access.served > 0 || (unfiltered && access.sorted && (sort.length > 0 || access.index.columns[0] === '_id')),
    );
  const single = accesses.find(
    (access) => access.index.schema.unique && access.prefix.length === access.index.schema.keys.length,
  );
  if (single) return bounded(table, single);

  const byFit = [...accesses].sort(better);
  const best = byFit[0];
  if (best === undefined) throw missing(table, branch, sort);
  if (best.sorted) return bounded(table, best);
  const inOrder = byFit.find((access) => access.sorted);
  if (inOrder === undefined) return bounded(table, best);
  return bounded(table, inOrder.served < best.served && fewer(best) ? best : inOrder);
}

const bounded = (table: Table, access: Access): Access => {
  if (access.streams > MAX_STREAMS) {
    throw databaseFailed(
      `${table.name}: the $in lists of the filter make ${access.streams} combinations, the limit is ${MAX_STREAMS}`,
    );
  }
  return access;
};

/** The index to declare so that the filter, in this order, would be served. */
function wantedKeys(branch: Branch, sort: Sort): readonly (readonly [string, 1 | -1])[] {
  const has = (field: string, part: 'eq' | 'in' | 'all') => branch.constraints.get(field)?.[part] !== undefined;
  const equal = [...branch.fields].filter((field) => has(field, 'eq') || has(field, 'in') || has(field, 'all'));
  const rest = [...branch.fields].filter((field) => !equal.includes(field));
  const sorted = sort.filter(([field]) => !equal.includes(field));
  const others = rest.filter((field) => !sorted.some(([name]) => name === field));
  return [...equal.map((field) => [field, 1] as const), ...sorted, ...others.map((field) => [field, 1] as const)];
}

const missing = (table: Table, branch: Branch, sort: Sort): Error => {
  const fields = [...branch.fields].join(', ');
  const keys = wantedKeys(branch, sort);
  return databaseFailed(
    fields === '' && keys.length === 0
      ? `${table.name}: a filter is required here`
      : `${table.name}: no index serves the filter on { ${fields} }${sort.length ? ` in the order ${describeKeys(sort)}` : ''}; declare one such as ${describeKeys(keys)}`,
  );
};

export const unsortable = (table: Table, branch: Branch, sort: Sort): Error =>
  databaseFailed(
    `${table.name}: more than ${SORTED_IN_MEMORY} documents would have to be sorted by ${describeKeys(sort)}; declare an index such as ${describeKeys(wantedKeys(branch, sort))}`,
  );
