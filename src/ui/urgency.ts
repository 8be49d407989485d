import type { Instant } from '../../types/ids';

/** CK-02 warns at 80 % of a clock's time; from there on the screen says so too. */
const PRESSING_FROM = 0.8;

export type Urgency = 'calm' | 'pressing' | 'late';

/** How a deadline stands: late once it is past, pressing in the last fifth of its time. */
export function urgencyOf(dueAt: Instant, now: Instant, startedAt?: Instant): Urgency {
  const due = Date.parse(dueAt);
  const present = Date.parse(now);
  if (present > due) return 'late';
  if (startedAt === undefined) return 'calm';
  const started = Date.parse(startedAt);
  return present - started >= (due - started) * PRESSING_FROM ? 'pressing' : 'calm';
}
