import type { Instant } from '../../types/ids';

export type Urgency = 'calm' | 'pressing' | 'late';

/** How a deadline stands: late once it is past, pressing from when its clock warns, by the policy it was started under (CK-02). */
export function urgencyOf(dueAt: Instant, now: Instant, warnAt?: Instant): Urgency {
  const present = Date.parse(now);
  if (present > Date.parse(dueAt)) return 'late';
  return warnAt !== undefined && present >= Date.parse(warnAt) ? 'pressing' : 'calm';
}
