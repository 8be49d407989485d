/**
 * The callback draw (CB-01, 规程 5.6): of each estate's month at least the policy's share of ordinary complaints is called
 * back, at every moment, and nobody can steer who is drawn. The ledger of a month holds a random seed that is fixed before
 * the first draw, and every draw in order; an auditor recomputes each from the seed and the position alone (ADR 0008).
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
  /** The estate's share at that moment; when it was changed in mid-month, the month is brought to it from here on. */
  share: number;
  /** The version of the policy that gives this share. */
  policyVersion: string;
  at: Instant;
}

export interface DrawLedger {
  estateId: EstateId;
  /** Local month, `2026-11`. */
  month: string;
  /** Hex, random, recorded before the first draw. */
  seed: string;
  entries: readonly DrawEntry[];
}

/** The least number drawn among the first `n` so that the share holds. */
export const leastDrawn = (n: number, share: number): number => Math.ceil(n * share - 1e-9);

/**
 * Whether position `n` is drawn: by lot with the share's probability, and always where the month's share would fall below it
 * otherwise. So nobody's chance is ever below the share, and after the share was raised everyone is drawn until it holds.
 */
export function isDrawn(seed: string, n: number, drawnBefore: number, share: number, lottery: Lottery): boolean {
  if (drawnBefore < leastDrawn(n, share)) return true;
  return lottery(`${seed}:${n}`) < share;
}

/** The ledger with one more complaint; unchanged when this round of it was drawn already, so repeating is harmless. */
export function drawNext(
  ledger: DrawLedger,
  next: Pick<DrawEntry, 'complaintId' | 'round' | 'share' | 'policyVersion' | 'at'>,
  lottery: Lottery,
): { ledger: DrawLedger; entry: DrawEntry } {
  const known = ledger.entries.find((e) => e.complaintId === next.complaintId && e.round === next.round);
  if (known !== undefined) return { ledger, entry: known };
  const position = ledger.entries.length + 1;
  const drawn = isDrawn(ledger.seed, position, ledger.entries.filter((e) => e.drawn).length, next.share, lottery);
  const entry: DrawEntry = { ...next, position, drawn };
  return { ledger: { ...ledger, entries: [...ledger.entries, entry] }, entry };
}
