// What has to change in an environment so that its database and storage are what cloudfunctions/platform/schema.ts says.
import {
  type CollectionSchema,
  DATABASE_ACCESS,
  type IndexSchema,
  STORAGE_RULE,
} from '../cloudfunctions/platform/schema';

export type ActualIndex = { name: string; keys: [field: string, direction: string][]; unique: boolean };
export type ActualCollection = { name: string; access: string; indexes: ActualIndex[] };

/** `rule` is the JSON of a custom rule (access CUSTOM), else null. */
export type ActualStorage = { bucket: string; access: string; rule: string | null };

export type Change =
  | { do: 'createCollection'; collection: string }
  | { do: 'setAccess'; collection: string; was: string }
  | { do: 'createIndex'; collection: string; index: IndexSchema }
  /** Same name, other keys: dropped first, then created. */
  | { do: 'replaceIndex'; collection: string; index: IndexSchema; was: ActualIndex }
  | { do: 'setStorageRule'; bucket: string; was: string };

export type Plan = {
  changes: Change[];
  /** What is there and not in the schema: reported, never dropped. */
  undeclared: string[];
};

export function planDatabase(wanted: readonly CollectionSchema[], actual: readonly ActualCollection[]): Plan {
  const changes = wanted.flatMap(({ name: collection, indexes }): Change[] => {
    const there = actual.find(({ name }) => name === collection);
    const creation: Change[] = there ? [] : [{ do: 'createCollection', collection }];
    const access: Change[] =
      there?.access === DATABASE_ACCESS ? [] : [{ do: 'setAccess', collection, was: there?.access ?? '默认' }];
    const indexChanges = indexes.flatMap((index): Change[] => {
      const was = there?.indexes.find(({ name }) => name === index.name);
      if (!was) return [{ do: 'createIndex', collection, index }];
      return sameIndex(index, was) ? [] : [{ do: 'replaceIndex', collection, index, was }];
    });
    return [...creation, ...access, ...indexChanges];
  });
  const undeclared = actual.flatMap(({ name, indexes }) => {
    const declared = wanted.find((collection) => collection.name === name);
    if (!declared) return [`集合 ${name}`];
    return indexes
      .filter((index) => index.name !== '_id_' && !declared.indexes.some((known) => known.name === index.name))
      .map((index) => `索引 ${name}.${index.name}`);
  });
  return { changes, undeclared };
}

/** @returns the change that gives a bucket the rule, or none when it has it */
export function planStorage({ bucket, access, rule }: ActualStorage): Change[] {
  return access === 'CUSTOM' && sameRule(rule) ? [] : [{ do: 'setStorageRule', bucket, was: access }];
}

function sameRule(rule: string | null): boolean {
  try {
    const { read, write, ...more }: Record<string, unknown> = JSON.parse(rule ?? '{}');
    return read === STORAGE_RULE.read && write === STORAGE_RULE.write && Object.keys(more).length === 0;
  } catch {
    // Somebody wrote it by hand, with comments perhaps.
    return false;
  }
}

/** @returns one line for people */
export function describeChange(change: Change): string {
  switch (change.do) {
    case 'createCollection':
      return `新建集合 ${change.collection}`;
    case 'setAccess':
      return `权限 ${change.collection}：${change.was} → ${DATABASE_ACCESS}`;
    case 'setStorageRule':
      return `云存储权限：${change.was} → 客户端不可读，只能写入 raw/`;
    case 'createIndex':
      return `新建索引 ${change.collection}.${change.index.name}（${describeIndex(change.index)}）`;
    case 'replaceIndex':
      return `重建索引 ${change.collection}.${change.index.name}（${describeIndex(change.index)}）`;
  }
}

function describeIndex({ keys, unique }: IndexSchema): string {
  const fields = keys.map(([field, direction]) => (direction === 1 ? field : `${field} 降序`)).join('、');
  return unique ? `${fields}；唯一` : fields;
}

function sameIndex(wanted: IndexSchema, { keys, unique }: ActualIndex): boolean {
  return (
    unique === (wanted.unique ?? false) &&
    keys.length === wanted.keys.length &&
    wanted.keys.every(([field, direction], at) => keys[at]?.[0] === field && Number(keys[at]?.[1]) === direction)
  );
}
