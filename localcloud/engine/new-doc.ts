import { randomBytes } from 'node:crypto';
import { databaseFailed } from '../failure';
import { type Doc, encode, type Fields, refuseReservedNames } from './value';

/** A document as it may be stored: with an `_id` of its own or a new one, and no reserved field names. */
export function newDoc(fields: Fields): Doc {
  const withId = fields._id === undefined ? { _id: randomBytes(16).toString('hex'), ...fields } : fields;
  const id = withId._id;
  if (typeof id !== 'string' || id === '' || id.includes('\0')) {
    throw databaseFailed(`_id must be a non-empty string, not ${encode(id ?? null)}`);
  }
  refuseReservedNames(withId);
  return Object.assign(withId, { _id: id });
}

/** The id in a filter that names one document. */
export function idOf(filter: Fields): string {
  if (typeof filter._id !== 'string') {
    throw databaseFailed(`_id must be a string, not ${encode(filter._id ?? null)}`);
  }
  return filter._id;
}
