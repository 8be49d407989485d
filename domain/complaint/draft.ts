/** The complaint's events of one command; its clocks start and stop as its table says. */
import type { Instant } from '../../types/ids';
import type { DecideContext } from '../lifecycle/context';
import { DraftOf, type Lifecycle } from '../lifecycle/draft';
import type { By } from '../lifecycle/subject';
import { startedClock } from './clocks';
import type { Complaint } from './complaint';
import { evolve } from './evolve';
import { eventRow } from './lifecycle';

export type Draft = DraftOf<Complaint>;

const COMPLAINTS: Lifecycle<Complaint> = {
  evolve,
  eventRow,
  startedClock(kind, by, after, { now, policy, calendar }) {
    // No callback is due when the lot didn't fall on it.
    const notDrawn = kind === 'callback' && by === 'callbackPlanned' && after.callback?.drawn !== true;
    // Nobody signs for what somebody above the desk has to dispatch first (IF-03).
    const notDispatched = kind === 'signing' && by === 'reopened' && after.dispatcher !== 'desk';
    // Nobody signs a plan that needs no signature (HD-02).
    const notToSign = kind === 'planSignature' && after.plan?.needsSignature !== true;
    return notDrawn || notDispatched || notToSign ? null : startedClock(kind, after, now, policy, calendar);
  },
};

export const draftOf = (complaint: Complaint | null, context: DecideContext, by: By, recordedAt?: Instant): Draft =>
  new DraftOf(COMPLAINTS, complaint, context, by, recordedAt);
