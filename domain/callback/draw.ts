/**
 * The callback draw (CB-01, 规程 5.6): of each estate's month at least the policy's share of ordinary complaints is called
 * back, at every moment, and nobody can steer who is drawn. The ledger of a month holds a random seed that is fixed before
 * the first draw, and every draw in order; an auditor recomputes each from the seed and the position alone.
 */
import type { ComplaintId, EstateId, Instant } from '../../types/ids';

/** A text's digest as a fraction in [0, 1): the first 52 bits of its SHA-256, passed in because the domain has no crypto. */
export type Lottery = (text: string) => number;

export interface DrawEntry {
  complaintId: ComplaintId;
  round: number;
  /** 1 for the first ordinary complaint informed in the month. */
  position: number;
  drawn: boolean;
  at: Instant;
}

export interface DrawLedger {
  estateId: EstateId;
  /** Local month, `2026-11`. */
  month: string;
  /** Hex, random, recorded before the first draw. */
  seed: string;
  share: number;
  entries: readonly DrawEntry[];
}

/** The least number drawn among the first `n` so that the share holds. */
const leastDrawn = (n: number, share: number): number => Math.ceil(n * share - 1e-9);

/** Whether position `n` is drawn: by lot with the share's probability, and always where the share would fall below it otherwise. */
export function isDrawn(seed: string, n: number, drawnBefore: number, share: number, lottery: Lottery): boolean {
  if (drawnBefore < leastDrawn(n, share)) return true;
  return lottery(`${seed}:${n}`) < share;
}

/** The ledger with one more complaint; unchanged when this round of it was drawn already, so repeating is harmless. */
export function drawNext(
  ledger: DrawLedger,
  complaintId: ComplaintId,
  round: number,
  at: Instant,
  lottery: Lottery,
): { ledger: DrawLedger; entry: DrawEntry } {
  const known = ledger.entries.find((e) => e.complaintId === complaintId && e.round === round);
  if (known !== undefined) return { ledger, entry: known };
  const position = ledger.entries.length + 1;
  const drawn = isDrawn(ledger.seed, position, ledger.entries.filter((e) => e.drawn).length, ledger.share, lottery);
  const entry: DrawEntry = { complaintId, round, position, drawn, at };
  return { ledger: { ...ledger, entries: [...ledger.entries, entry] }, entry };
}

/** Positions at which the ledger differs from what its seed gives; empty when it is honest. */
export function auditLedger(ledger: DrawLedger, lottery: Lottery): number[] {
  let drawnBefore = 0;
  const wrong: number[] = [];
  ledger.entries.forEach((entry, i) => {
    if (entry.position !== i + 1 || entry.drawn !== isDrawn(ledger.seed, i + 1, drawnBefore, ledger.share, lottery))
      wrong.push(i + 1);
    if (entry.drawn) drawnBefore += 1;
  });
  return wrong;
}
