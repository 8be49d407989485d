/** The list of what was typed into forms, last touched first: a few entries, and not for long. */
import * as z from 'zod/mini';

/** Where it is kept. */
export interface Shelf {
  read(): unknown;
  write(entries: readonly Entry[]): void;
  now(): number;
}

const Entry = z.object({ form: z.string(), key: z.string(), at: z.number(), typed: z.unknown() });
type Entry = z.infer<typeof Entry>;

const MOST = 20;
const KEPT_MS = 7 * 86_400_000;
const WRITE_AFTER_MS = 300;

/** All forms write into one list, so that what is oldest among all of them goes first. */
export class WordsMemory {
  private entries: readonly Entry[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly shelf: Shelf;
  constructor(shelf: Shelf) {
    this.shelf = shelf;
  }

  private read(): readonly Entry[] {
    if (this.entries === undefined) {
      const parsed = z.array(Entry).safeParse(this.shelf.read());
      this.entries = parsed.success ? parsed.data : [];
    }
    const oldest = this.shelf.now() - KEPT_MS;
    return this.entries.filter((entry) => entry.at > oldest);
  }

  private write(entries: readonly Entry[], afterMs: number) {
    this.entries = entries.slice(0, MOST);
    clearTimeout(this.timer);
    const write = () => this.shelf.write(this.entries ?? []);
    if (afterMs === 0) write();
    else this.timer = setTimeout(write, afterMs);
  }

  private others = (form: string, key: string) =>
    this.read().filter((entry) => entry.form !== form || entry.key !== key);

  of = (form: string, key: string): unknown =>
    this.read().find((entry) => entry.form === form && entry.key === key)?.typed;

  keep(form: string, key: string, typed: unknown): void {
    this.write([{ form, key, at: this.shelf.now(), typed }, ...this.others(form, key)], WRITE_AFTER_MS);
  }

  forget(form: string, key: string): void {
    this.write(this.others(form, key), 0);
  }
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

/** Whether what was kept still has the fields of the form; one that nothing was chosen for at first may hold words. */
export function fits<T extends object>(kept: unknown, initial: T): kept is T {
  if (typeof kept !== 'object' || kept === null) return false;
  return Object.entries(initial).every(([field, first]) => {
    if (!Object.hasOwn(kept, field)) return false;
    const value: unknown = Reflect.get(kept, field);
    // A choice may be open, before and after; words never are.
    if (first === null) return value === null || typeof value === 'string';
    return kindOf(value) === kindOf(first) || (value === null && first !== '' && typeof first === 'string');
  });
}
