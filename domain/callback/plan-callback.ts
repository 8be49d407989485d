/** Which callback a complaint gets after its resident was informed (CB-01, CB-03). */
import type { Instant } from '../../types/ids';
import { atLeast, type CallbackForm } from '../../types/vocabulary';
import { type Calendar, dueAt } from '../clock/duration';
import { DAY_MS, epoch } from '../clock/zone';
import type { Complaint } from '../complaint/complaint';
import { carriesSeverity } from '../complaint/severity';
import type { Policy } from '../policy/defaults';

/** What the month's draw said; null when this complaint doesn't go by lot. */
export interface Lot {
  drawn: boolean;
  position: number;
  /** The home got another complaint's survey within the policy's days. */
  recentlySurveyed: boolean;
}

export interface CallbackPlan {
  drawn: boolean;
  /** `recentlySurveyed`: drawn, but by phone, because the home was sent a survey a short time ago. */
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

/** True when a drawn complaint is asked by the form in WeChat first (CB-03), so that its home's last survey counts. */
export const asksBySurvey = (complaint: Pick<Complaint, 'filerId'>): boolean => complaint.filerId !== null;

/** CB-01: a home is sent one survey in so many days, for ordinary matters. */
export const mayBeSurveyed = (lastSurveyAt: Instant | null, now: Instant, policy: Policy): boolean =>
  lastSurveyAt === null || epoch(now) - epoch(lastSurveyAt) >= policy.callback.surveyCooldownDays * DAY_MS;

/**
 * CB-01, CB-03: in person for the grave ones; the drawn ordinary ones first get the survey, or a phone call when they have no
 * WeChat account or their home was sent a survey a short time ago. A home that was just asked takes part in the draw all the
 * same: left out, the share would not hold for it, and a trifle filed in its name would spare the next complaint (ADR 0008).
 */
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
  // IN-11: what carries no severity is never called back, whatever was drawn.
  if (lot === null || !lot.drawn || !carriesSeverity(complaint.kind))
    return { drawn: false, why: 'notDrawn', position: lot?.position ?? 0, form: 'survey', surveyUntil: null };
  const { position } = lot;
  if (!asksBySurvey(complaint)) return { drawn: true, why: 'lot', position, form: 'phone', surveyUntil: null };
  if (lot.recentlySurveyed) return { drawn: true, why: 'recentlySurveyed', position, form: 'phone', surveyUntil: null };
  const surveyUntil = dueAt(now, policy.callback.surveyWait, calendar);
  return { drawn: true, why: 'lot', position, form: 'survey', surveyUntil };
}
