/** Merging never buries what is graver than the complaint that is handled for all (SV, DP-02). */
import { atLeast, type Severity, type SeverityReasonCode } from '../../types/vocabulary';
import type { Complaint, Reason } from './complaint';
import { deriveSeverity, holdsByLikeness } from './severity';

/** The leading complaint grows old with it, and is passed on for all of them (CK-04). */
const BY_AGE: ReadonlySet<SeverityReasonCode> = new Set<SeverityReasonCode>(['SV-21', 'SV-13', 'SV-03']);

/** Important or more by these reasons, and more than the leading complaint. */
const graver = (kind: Complaint['kind'], reasons: readonly Reason[], lead: Severity | null): boolean => {
  const own = deriveSeverity(kind, reasons);
  return atLeast(own, 'important') && (lead === null || !atLeast(lead, own ?? 'ordinary'));
};
/** Say who complains, how often, and nothing of the matter: it may be handled with the others', its own notices are given all the same. */
const BY_PERSON: ReadonlySet<SeverityReasonCode> = new Set<SeverityReasonCode>(['SV-12', 'SV-24']);

/** How many complain of the same, in an incident or not (SV-22), makes none of them graver than the others. */
const byItself = (reason: Reason): boolean => reason.incidentId === null && !holdsByLikeness(reason);

/**
 * What is a graver matter by itself than the incident's leading complaint, or waits for somebody above the desk to decide where it goes
 * (DP-03, IF-03), is counted with the incident and goes on by itself: nothing that its level or its decision demands is lost.
 */
export const standsAlone = ({ kind, reasons, dispatcher }: Complaint, lead: Severity | null): boolean =>
  dispatcher !== 'desk' ||
  graver(
    kind,
    reasons.filter((reason) => byItself(reason) && !BY_PERSON.has(reason.code)),
    lead,
  );

/** Whether the notices of the leading complaint speak for it: it waits for that one's result, or has it, and is no graver. */
export const isPassedOnByLead = ({ kind, state, reasons, incident }: Complaint): boolean =>
  incident !== null &&
  !incident.leads &&
  (state === 'merged' || incident.answered) &&
  !graver(
    kind,
    reasons.filter((reason) => byItself(reason) && !BY_AGE.has(reason.code)),
    incident.leadSeverity,
  );
