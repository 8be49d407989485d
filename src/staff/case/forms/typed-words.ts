/** What was typed into the forms of a command, per complaint: kept while the app runs, so that closing a sheet, a refused send or a colleague's change loses nothing. */
import type { ComplaintId } from '../../../../types/ids';

export interface TypedWords<T> {
  of(id: ComplaintId): T | undefined;
  keep(id: ComplaintId, typed: T): void;
  forget(id: ComplaintId): void;
}

export const typedWords = <T>(): TypedWords<T> => {
  const kept = new Map<ComplaintId, T>();
  return {
    of: (id) => kept.get(id),
    keep: (id, typed) => void kept.set(id, typed),
    forget: (id) => void kept.delete(id),
  };
};
