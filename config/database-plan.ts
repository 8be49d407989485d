// What has to change in an environment so that its database is what cloudfunctions/platform/schema.ts says.
import type { CollectionSchema, IndexSchema } from '../cloudfunctions/platform/schema';

/** Only functions reach the data: clients of any kind neither read nor write. */
export const ACCESS = 'ADMINONLY';

export type ActualIndex = { name: string; keys: [field: string, direction: string][]; unique: boolean };
export type ActualCollection = { name: string; access: string; indexes: ActualIndex[] };

export type Change =
  | { do: 'createCollection'; collection: string }
  | { do: 'setAccess'; collection: string; was: string }
  | { do: 'createIndex'; collection: string; index: IndexSchema }
  /** Same name, other keys: dropped first, then created. */
  | { do: 'replaceIndex'; collection: string; index: IndexSchema; was: ActualIndex };

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
      there?.access === ACCESS ? [] : [{ do: 'setAccess', collection, was: there?.access ?? '默认' }];
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

/** @returns one line for people */
export function describeChange(change: Change): string {
  switch (change.do) {
    case 'createCollection':
      return `新建集合 ${change.collection}`;
    case 'setAccess':
      return `权限 ${change.collection}：${change.was} → ${ACCESS}`;
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
