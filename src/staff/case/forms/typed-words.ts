/**
 * What was typed into the forms of a command, per complaint and round: kept on this device, so that closing a sheet, a
 * refused send, a colleague's change or loading the page anew loses nothing. Forgotten after sending, and after a week.
 */
import { readStored, store } from '../../../services/storage';
import { fits, WordsMemory } from './words-memory';

export interface TypedWords<T> {
  /** What was typed, where it still has the form of `initial`. */
  of(key: string, initial: T): T | undefined;
  keep(key: string, typed: T): void;
  forget(key: string): void;
}

const STORED_AS = 'typed';
const device = new WordsMemory({
  read: () => readStored(STORED_AS),
  write: (entries) => store(STORED_AS, entries),
  now: () => Date.now(),
});

/** @param form the command, as the name it is kept under */
export const typedWords = <T extends object>(form: string): TypedWords<T> => ({
  of: (key, initial) => {
    const kept = device.of(form, key);
    return fits(kept, initial) ? kept : undefined;
  },
  keep: (key, typed) => device.keep(form, key, typed),
  forget: (key) => device.forget(form, key),
});
