import { Aggregator, find, Query } from 'mingo';
import { databaseFailed, reasonOf } from '../failure';
import { type Doc, type Fields, isFields, type Value } from './value';

const queryOf = (filter: Fields): Query => {
  try {
    return new Query(filter);
  } catch (error) {
    throw databaseFailed(`bad filter: ${reasonOf(error)}`);
  }
};

/** A text, number or boolean is compared the same everywhere; null also finds what is missing. */
const isPlain = (value: Value): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/**
 * Query language of MongoDB, answered by mingo on values in memory; compiled only if an index doesn't answer it all. The most
 * frequent filter, some fields with their values, is answered without it.
 */
export function matcher(filter: Fields): (doc: Fields) => boolean {
  const wanted = Object.entries(filter);
  if (wanted.every(([field, value]) => isPlain(value) && !field.startsWith('$') && !field.includes('.')))
    return (doc) =>
      wanted.every(([field, value]) => {
        const has = doc[field];
        return Array.isArray(has) ? has.includes(value) : has === value;
      });
  let query: Query | undefined;
  return (doc) => {
    query ??= queryOf(filter);
    return query.test(doc);
  };
}

/** Applies a projection of `field()` to each document. */
export const projected = (docs: readonly Doc[], projection: Fields): Fields[] =>
  find<Doc>([...docs], {}, projection)
    .all()
    .map((fields: unknown) => (isFields(fields) ? fields : {}));

export function aggregate(docs: Iterable<Doc>, stages: readonly Fields[]): Value[] {
  try {
    // mingo types its results loosely; they are built from our own values.
    return new Aggregator([...stages], { scriptEnabled: false }).run([...docs]) as Value[];
  } catch (error) {
    throw databaseFailed(`bad aggregation: ${reasonOf(error)}`);
  }
}
