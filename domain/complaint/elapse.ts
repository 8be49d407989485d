/** Which levels of a complaint's clocks have come due and are not recorded yet (CK-02, CK-07, CK-09). */
import type { Instant } from '../../types/ids';
import { type Clock, dueFirings, type Firing } from '../clock/clock';
import type { Complaint } from './complaint';

export const dueFiringsOf = (complaint: Complaint, now: Instant): { clock: Clock; firing: Firing }[] =>
  complaint.clocks
    .flatMap((clock) => dueFirings(clock, now).map((firing) => ({ clock, firing })))
    .sort((a, b) => (a.firing.at < b.firing.at ? -1 : 1));
