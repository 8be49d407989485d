import { Aggregator, find, Query } from 'mingo';
import { databaseFailed, reasonOf } from '../failure';
import { type Doc, type Fields, isFields, type Value } from './value';

/** Query language of MongoDB, answered by mingo on values in memory. */
export function matcher(filter: Fields): (doc: Fields) => boolean {
  try {
    const query = new Query(filter);
    return (doc) => query.test(doc);
  } catch (error) {
    throw databaseFailed(`bad filter: ${reasonOf(error)}`);
  }
}

/** Applies a projection of `field()`. */
export function projector(projection: Fields): (doc: Doc) => Fields {
  return (doc) => {
    const projected: unknown = find([doc], {}, projection).all()[0];
    return isFields(projected) ? projected : {};
  };
}

export function aggregate(docs: Iterable<Doc>, stages: readonly Fields[]): Value[] {
  try {
    // mingo types its results loosely; they are built from our own values.
    return new Aggregator([...stages], { scriptEnabled: false }).run([...docs]) as Value[];
  } catch (error) {
    throw databaseFailed(`bad aggregation: ${reasonOf(error)}`);
  }
}
