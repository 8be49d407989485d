/** Severity is derived from reasons, never typed (rulebook §3; 规程 3.2, 标准 3). */
import type { Proposal } from '../../types/proposal';
import {
  type Category,
  type Kind,
  SEVERITY_ORDER,
  type Severity,
  type SeverityReasonCode,
} from '../../types/vocabulary';
import type { Policy } from '../policy/defaults';
import type { ReasonHeld } from './events';

/** The level each reason gives, with its source. */
export const LEVEL_OF_REASON = {
  'SV-01': 'major', // 规程 3.2.1
  'SV-02': 'major', // 规程
  'SV-03': 'major', // 规程, 标准
  'SV-04': 'major', // 规程
  'SV-05': 'major', // 标准 3(1)①
  'SV-06': 'major', // 标准 3(1)②
  'SV-11': 'hot', // 规程 3.2.2
  'SV-12': 'hot', // 规程
  'SV-13': 'hot', // 规程
  'SV-14': 'hot', // 规程
  'SV-15': 'hot', // 规程
  'SV-21': 'important', // 规程 3.2.3
  'SV-22': 'important', // 规程
  'SV-23': 'important', // 标准 3(2)
  'SV-24': 'important', // 后续
} as const satisfies Record<SeverityReasonCode, Severity>;

/** IN-11: inquiries, suggestions and praise carry no severity. */
export const carriesSeverity = (kind: Kind): boolean => kind === 'complaint' || kind === 'repair';

/** SV-22 without an incident: counted by the system from what reads alike. */
export const holdsByLikeness = (reason: {
  code: SeverityReasonCode;
  incidentId: unknown;
  struck: unknown;
  by: { personId: unknown };
}): boolean =>
  reason.code === 'SV-22' && reason.incidentId === null && reason.struck === null && reason.by.personId === 'system';

/** SV-24: raised by a key customer 重点客户. */
export const isKeyCustomers = ({
  reasons,
}: {
  reasons: readonly { code: SeverityReasonCode; struck: unknown }[];
}): boolean => reasons.some((r) => r.code === 'SV-24' && r.struck === null);

/** The highest level for which a reason holds; `ordinary` when none does (SV-31); null for kinds without severity. */
export function deriveSeverity(
  kind: Kind,
  reasons: readonly { code: SeverityReasonCode; struck: unknown }[],
): Severity | null {
  if (!carriesSeverity(kind)) return null;
  const levels = reasons.filter((r) => r.struck === null).map((r) => SEVERITY_ORDER.indexOf(LEVEL_OF_REASON[r.code]));
  return SEVERITY_ORDER[Math.max(0, ...levels)] ?? 'ordinary';
}

/**
 * Reasons that the words suggest and that only a person can judge. SV-05: a service promised and not given, raised repeatedly.
 */
export function suggestedReasons(complaint: {
  category: Category;
  proposal: Pick<Proposal, 'severity'> | null;
  reasons: readonly { code: SeverityReasonCode }[];
}): ReasonHeld[] {
  const repeated = complaint.proposal?.severity.find((s) => s.signal === 'repeated');
  const known = complaint.reasons.some((r) => r.code === 'SV-05');
  return complaint.category !== 'service' || repeated === undefined || known
    ? []
    : [{ code: 'SV-05', evidence: repeated.evidence }];
}

/**
 * The reasons that hold at filing: what the classifier noticed and what the resident stated.
 * Signals become the mildest reason that their words support; a person may add the graver one.
 */
export function reasonsAtFiling(
  proposal: Proposal,
  stated: { groupSize: number | null; keyCustomer: boolean },
  policy: Policy,
): ReasonHeld[] {
  const held: ReasonHeld[] = [];
  const evidence = (signal: Proposal['severity'][number]['signal']) =>
    proposal.severity.find((s) => s.signal === signal)?.evidence;
  const lawsuit = evidence('lawsuit') ?? evidence('media');
  if (lawsuit !== undefined) held.push({ code: 'SV-11', evidence: lawsuit });
  const size = stated.groupSize ?? proposal.groupSize ?? 1;
  const words = stated.groupSize === null ? (evidence('group') ?? `${size} 人`) : `住户写明 ${size} 人`;
  if (size >= policy.severity.majorGroupPeople) held.push({ code: 'SV-04', evidence: words });
  else if (size >= policy.severity.hotGroupPeople) held.push({ code: 'SV-14', evidence: words });
  const injury = evidence('injury_or_loss');
  if (injury !== undefined && proposal.responsibility.value === 'own') held.push({ code: 'SV-06', evidence: injury });
  const hazard = evidence('safety_hazard');
  if (hazard !== undefined && proposal.responsibility.value === 'own') held.push({ code: 'SV-23', evidence: hazard });
  if (stated.keyCustomer) held.push({ code: 'SV-24', evidence: '重点客户' });
  return held;
}
