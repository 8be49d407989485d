import { Aggregator, find, Query } from 'mingo';
import { databaseFailed, reasonOf } from '../failure';
import { decodeDoc, type Doc, encode, type Fields, isFields, type Value } from './value';

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
const projected = (docs: readonly Doc[], projection: Fields): Fields[] =>
  find<Doc>([...docs], {}, projection)
    .all()
    .map((fields: unknown) => (isFields(fields) ? fields : {}));

/** The fields of a projection that only names whole fields to be shown, or undefined for any other. */
function namedFields(projection: Fields): ReadonlySet<string> | undefined {
  const named = Object.entries(projection);
  const isNamed = ([field, shown]: (typeof named)[number]) =>
    (shown === 1 || shown === true) && !field.startsWith('$') && !field.includes('.');
  return named.every(isNamed) ? new Set(['_id', ...named.map(([field]) => field)]) : undefined;
}

/**
 * What a projection shows of each stored document, as stored. The most frequent one, some whole fields by name, needs no values:
 * what is stored is already what is answered.
 */
export function projectedTexts(
  found: readonly { text: string; doc?: Doc | undefined }[],
  projection: Fields,
): string[] {
  const named = namedFields(projection);
  if (named === undefined)
    return projected(
      found.map(({ text, doc }) => doc ?? decodeDoc(text)),
      projection,
    ).map(encode);
  return found.map(({ text }) =>
    JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(text) as Fields).filter(([field]) => named.has(field))),
    ),
  );
}

export function aggregate(docs: Iterable<Doc>, stages: readonly Fields[]): Value[] {
  try {
    // mingo types its results loosely; they are built from our own values.
    return new Aggregator([...stages], { scriptEnabled: false }).run([...docs]) as Value[];
  } catch (error) {
    throw databaseFailed(`bad aggregation: ${reasonOf(error)}`);
  }
}
