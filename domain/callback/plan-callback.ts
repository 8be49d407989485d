/** Which callback a complaint gets after its resident was informed (CB-01, CB-03). */
import type { Instant } from '../../types/ids';
import { atLeast, type CallbackForm } from '../../types/vocabulary';
import { type Calendar, dueAt } from '../clock/duration';
import type { Complaint } from '../complaint/complaint';
import { carriesSeverity } from '../complaint/severity';
import type { Policy } from '../policy/defaults';

/** What the month's draw said; null when this complaint doesn't go by lot. */
export interface Lot {
  drawn: boolean;
  position: number;
}

export interface CallbackPlan {
  drawn: boolean;
  why: 'severity' | 'emotion' | 'lot' | 'notDrawn' | 'recentlySurveyed';
  position: number;
  form: CallbackForm;
  surveyUntil: Instant | null;
}

/** Important and above, and strong emotion: always and in person. */
const certain = (complaint: Complaint): 'severity' | 'emotion' | null => {
  if (atLeast(complaint.severity, 'important')) return 'severity';
  return complaint.proposal?.severity.some((s) => s.signal === 'strong_emotion') === true ? 'emotion' : null;
};

/** True when the month's lot decides; inquiries, suggestions and praise are not called back (IN-11). */
export const goesByLot = (complaint: Complaint): boolean =>
  carriesSeverity(complaint.kind) && certain(complaint) === null;

/** CB-01, CB-03: in person for the grave ones; the drawn ordinary ones first get the survey, or a phone call when they have no WeChat account. */
export function planCallback(
  complaint: Complaint,
  lot: Lot | null,
  now: Instant,
  policy: Policy,
  calendar: Calendar,
): CallbackPlan {
  const sure = carriesSeverity(complaint.kind) ? certain(complaint) : null;
  if (sure !== null)
    return {
      drawn: true,
      why: sure,
      position: 0,
      form: complaint.homeId === null ? 'phone' : 'visit',
      surveyUntil: null,
    };
  if (lot === null || !lot.drawn)
    return { drawn: false, why: 'notDrawn', position: lot?.position ?? 0, form: 'survey', surveyUntil: null };
  if (complaint.filerId === null)
    return { drawn: true, why: 'lot', position: lot.position, form: 'phone', surveyUntil: null };
  return {
    drawn: true,
    why: 'lot',
    position: lot.position,
    form: 'survey',
    surveyUntil: dueAt(now, policy.callback.surveyWait, calendar),
  };
}
