/**
 * What the product declares per collection. Indexes are the only way to reach documents:
 * a query that none of them serves is refused (see plan.ts).
 */
export interface IndexSchema {
  name: string;
  keys: readonly (readonly [field: string, direction: 1 | -1])[];
  unique?: true;
  /** The one field among `keys` that holds an array; the index then has a row per element. */
  multikey?: string;
  partial?: never;
}

export interface CollectionSchema {
  name: string;
  indexes: readonly IndexSchema[];
}

export const describeKeys = (keys: IndexSchema['keys']): string =>
  `{ ${keys.map(([field, direction]) => `${field}: ${direction}`).join(', ')} }`;

/** Says what is wrong with a declaration before any data is touched. */
export function checkSchema(schema: CollectionSchema): void {
  const names = new Set<string>();
  for (const index of schema.indexes) {
    const where = `collection ${schema.name}, index ${index.name}`;
    if (names.has(index.name)) throw new Error(`${where}: declared twice`);
    names.add(index.name);
    if (index.keys.length === 0) throw new Error(`${where}: no keys`);
    if (index.multikey !== undefined && !index.keys.some(([field]) => field === index.multikey)) {
      throw new Error(`${where}: multikey field ${index.multikey} is not among its keys`);
    }
    if (index.unique && index.multikey !== undefined)
      throw new Error(`${where}: a unique multikey index is not supported`);
  }
}
