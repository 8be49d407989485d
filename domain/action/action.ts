/** One corrective and preventive action as the sum of its events. Built only by `evolveAction`. */
import type { Instant, PersonId, PhotoId } from '../../types/ids';
import type { ActionClock, ActionState } from '../../types/vocabulary';
import type { Clock } from '../clock/clock';
import type { By } from '../lifecycle/subject';
import type { ActionEvent, ActionPayloads, ActionSource, Opening, Recurrence } from './events';

/** CA-02, CA-03: how the effect was found, one per round at most. */
export interface Verification {
  round: number;
  effective: boolean;
  findings: string;
  by: By;
  at: Instant;
}

export interface Action extends Opening {
  /** One more with every command; the compare-and-set of the store. */
  version: number;
  state: ActionState;
  /** 1 at first, one more each time it had no effect (CA-03). */
  round: number;
  openedAt: Instant;
  /** The report as written in this round. */
  plan: {
    cause: string;
    correction: string;
    prevention: string;
    plannedAt: Instant;
    by: By;
    at: Instant;
    postponements: readonly (ActionPayloads['postponed'] & { at: Instant })[];
  } | null;
  inCharge: { id: PersonId; name: string } | null;
  done: { report: string; photos: readonly PhotoId[]; by: By; at: Instant } | null;
  verifications: readonly Verification[];
  /** Since when it counts as effective. */
  effectiveAt: Instant | null;
  recurrences: readonly (Recurrence & { at: Instant })[];
  /** What else it is for, beside its source. */
  also: readonly ActionSource[];
  /** Why what it came from doesn't need it any more; quality decides whether it is dropped. */
  unneeded: { why: string; at: Instant } | null;
  dropped: { reason: string; by: By; at: Instant } | null;
  /** Everyone who wrote, was in charge or reported, over all rounds: they don't verify (CA-02). */
  workedBy: readonly PersonId[];
  clocks: readonly Clock<ActionClock>[];
  events: readonly ActionEvent[];
}
