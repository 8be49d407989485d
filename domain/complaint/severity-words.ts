/** The reasons for the severity in the words of the policy that holds: “3 个工作日未解决”, “3–9 人集体投诉”. */
import { SEVERITY_REASONS, type SeverityReasonCode } from '../../types/vocabulary';
import { durationText } from '../clock/describe';
import type { Duration } from '../clock/duration';
import type { Policy } from '../policy/defaults';

const span = (duration: Duration): string => durationText(duration).replace(/内/, '');

export function severityReasonText(code: SeverityReasonCode, { severity }: Pick<Policy, 'severity'>): string {
  switch (code) {
    case 'SV-03':
      return `${span(severity.unresolvedMajor)}未解决`;
    case 'SV-13':
      return `${span(severity.unresolvedHot)}未解决`;
    case 'SV-21':
      return `${span(severity.unresolvedImportant)}未解决`;
    case 'SV-04':
      return `${severity.majorGroupPeople} 人以上集体投诉`;
    case 'SV-14':
      return `${severity.hotGroupPeople}–${severity.majorGroupPeople - 1} 人集体投诉`;
    case 'SV-22':
      return `${durationText(severity.alike.within)} ${severity.alike.count} 起以上雷同投诉`;
    default:
      return SEVERITY_REASONS[code];
  }
}
