/** CA-01, 程序, 标准 6(2): which complaints need a corrective and preventive action. */
import { atLeast, OUTCOMES, RESPONSIBILITIES, SEVERITIES } from '../../types/vocabulary';
import type { Complaint } from '../complaint/complaint';
import type { ComplaintEvent } from '../complaint/events';

type Asked = Pick<Complaint, 'investigation' | 'severity' | 'responsibility' | 'departmentId'>;

/** Valid, important or graver, our own responsibility, and with a department that owns it. */
export const needsAction = ({ investigation, severity, responsibility, departmentId }: Asked): boolean =>
  investigation?.valid === true && atLeast(severity, 'important') && responsibility === 'own' && departmentId !== null;

/** Why, for the report. */
export const whyNeeded = ({ severity }: Asked): string =>
  `有效投诉${severity === null ? '' : `，${SEVERITIES[severity]}`}，物业责任`;

type Found = Asked & Pick<Complaint, 'result'>;

/**
 * Why a complaint that was looked into needs no action, for quality to decide; null when it needs one, and while nobody has
 * looked into it yet – a reopened complaint doesn't take back what was found before.
 */
export function whyUnneeded({ investigation, severity, responsibility, departmentId, result }: Found): string | null {
  if (investigation === null || departmentId === null) return null;
  if (result?.outcome === 'unfounded') return OUTCOMES.unfounded;
  if (!investigation.valid) return '查明投诉不属实';
  if (responsibility !== 'own') return `查明属于${RESPONSIBILITIES[responsibility]}`;
  return atLeast(severity, 'important') ? null : '级别已不是重要及以上';
}

const MATTERS: ReadonlySet<ComplaintEvent['type']> = new Set([
  'classified',
  'dispatched',
  'investigated',
  'reasonAdded',
  'reasonStruck',
  'reviewPassed',
]);

/** Whether a complaint may need an action after this event that it didn't need before, or none any more, or is known for what it is (CA-04). */
export const mattersForActions = ({ type }: Pick<ComplaintEvent, 'type'>): boolean => MATTERS.has(type);
