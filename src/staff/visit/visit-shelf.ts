/**
 * The queue on the phone: one key of the storage per visit, so that two tabs add to it without overwriting each other. What
 * the phone has no room for is held in memory and sent all the same.
 */
import * as z from 'zod/mini';
import { Visit, type VisitStore } from './visit-queue';

/** The storage as it is used here (services/storage.ts). */
export interface Shelf {
  read(key: string): unknown;
  /** @returns whether there was room */
  store(key: string, value: unknown): boolean;
  forget(key: string): void;
  /** Those that begin so. */
  keys(start: string): string[];
}

export interface VisitShelf extends VisitStore {
  /** Those that are only in memory, by commandId. */
  unkept(): readonly string[];
  /** Tries once more to write those down. */
  keepAll(): void;
}

const START = 'visit:';
/** All in one, as kept by an earlier version. */
const TOGETHER = 'visits';
const OldVisit = z.extend(Visit, { refusal: z.unknown() });

export function visitShelf(shelf: Shelf): VisitShelf {
  const inMemory = new Map<string, Visit>();

  const stored = (): Visit[] =>
    shelf.keys(START).flatMap((key) => {
      const parsed = Visit.safeParse(shelf.read(key));
      return parsed.success ? [parsed.data] : [];
    });
  const all = (): Visit[] => {
    const visits = new Map(stored().map((visit) => [visit.commandId as string, visit]));
    for (const [commandId, visit] of inMemory) visits.set(commandId, visit);
    return [...visits.values()].sort((a, b) => a.order - b.order || (a.commandId < b.commandId ? -1 : 1));
  };
  const write = (visit: Visit): boolean => {
    const kept = shelf.store(START + visit.commandId, visit);
    if (kept) inMemory.delete(visit.commandId);
    else inMemory.set(visit.commandId, visit);
    return kept;
  };
  const keep = (visit: Visit): boolean => {
    const others = all();
    const known = others.find(({ commandId }) => commandId === visit.commandId);
    const last = others[others.length - 1]?.order ?? 0;
    return write({ ...visit, order: known?.order ?? last + 1 });
  };

  const together = z.array(OldVisit).safeParse(shelf.read(TOGETHER));
  if (together.success) {
    const kept = together.data.map((visit) => keep({ ...visit, refusal: null }));
    if (!kept.includes(false)) shelf.forget(TOGETHER);
  }

  return {
    all,
    keep,
    change: (visit) => {
      if (inMemory.has(visit.commandId) || shelf.read(START + visit.commandId) !== undefined) write(visit);
    },
    remove: (commandId) => {
      inMemory.delete(commandId);
      shelf.forget(START + commandId);
    },
    unkept: () => {
      const onPhone = new Set(stored().map(({ commandId }) => commandId as string));
      return [...inMemory.keys()].filter((commandId) => !onPhone.has(commandId));
    },
    keepAll: () => {
      for (const visit of [...inMemory.values()]) write(visit);
    },
  };
}
