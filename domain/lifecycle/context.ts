import type { Instant } from '../../types/ids';
import type { Calendar } from '../clock/duration';
import type { Actor } from '../people/actor';
import type { Estate } from '../people/estate';
import type { Policy } from '../policy/defaults';

/** What every rule is told of the moment in which it decides. */
export interface DecideContext {
  now: Instant;
  /** Unique for this act of this actor. */
  commandId: string;
  /** Digest of the input, written down to tell a repetition from another act; null for the system. */
  inputDigest: string | null;
  actor: Actor;
  policy: Policy;
  calendar: Calendar;
  estate: Estate;
}
