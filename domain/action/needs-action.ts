/** CA-01, 程序, 标准 6(2): which complaints need a corrective and preventive action. */
import { atLeast, SEVERITIES } from '../../types/vocabulary';
import type { Complaint } from '../complaint/complaint';
import type { ComplaintEvent } from '../complaint/events';

type Asked = Pick<Complaint, 'investigation' | 'severity' | 'responsibility' | 'departmentId'>;

/** Valid, important or graver, our own responsibility, and with a department that owns it. */
export const needsAction = ({ investigation, severity, responsibility, departmentId }: Asked): boolean =>
  investigation?.valid === true && atLeast(severity, 'important') && responsibility === 'own' && departmentId !== null;

/** Why, for the report. */
export const whyNeeded = ({ severity }: Asked): string =>
  `有效投诉${severity === null ? '' : `，${SEVERITIES[severity]}`}，物业责任`;

const MATTERS: ReadonlySet<ComplaintEvent['type']> = new Set([
  'classified',
  'dispatched',
  'investigated',
  'reasonAdded',
]);

/** Whether a complaint may need an action after this event that it didn't need before, or is known for what it is (CA-04). */
export const mattersForActions = ({ type }: Pick<ComplaintEvent, 'type'>): boolean => MATTERS.has(type);
