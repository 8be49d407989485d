/**
 * CB-01: the draw of a month recomputed by somebody who trusts neither the ledger nor those who informed. Compared are the
 * ledger with its own seed, and the ledger with what stands in the complaints' events, which nobody can change afterwards.
 */
import type { ComplaintEvent } from '../complaint/events';
import type { ComplaintId, Instant } from '../../types/ids';
import { LEAST_ORDINARY_SHARE } from '../policy/defaults';
import { type DrawLedger, isDrawn, leastDrawn, type Lottery } from './draw';

/** A callback that was planned by lot, as it stands in a complaint's events. */
export interface PlannedByLot {
  complaintId: ComplaintId;
  number: string;
  round: number;
  position: number;
  drawn: boolean;
  at: Instant;
}

export interface DrawAudit {
  entries: number;
  drawn: number;
  /** Drawn of all, 0–1; 1 for an empty month. */
  share: number;
  /** What can't have come about by the rules, in words for people; empty when the month is honest. */
  differences: readonly string[];
  /** What is allowed but worth knowing. */
  remarks: readonly string[];
}

/** The callbacks of a complaint that went by lot, with the round in which each was planned. */
export function plannedByLot(events: readonly ComplaintEvent[]): PlannedByLot[] {
  const [first] = events;
  if (first?.type !== 'filed' && first?.type !== 'recorded') return [];
  const { id, number } = first.data;
  let round = 1;
  return events.flatMap((event) => {
    if (event.type === 'reopened') round = event.data.round;
    if (event.type !== 'callbackPlanned' || event.data.position === 0) return [];
    return [{ complaintId: id, number, round, position: event.data.position, drawn: event.data.drawn, at: event.at }];
  });
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const said = (drawn: boolean): string => (drawn ? '抽中' : '未抽中');

/**
 * @param planned what the estate's complaints say of this month
 * @param shareOf the share that a version of the estate's policy gives; null when there is no such version
 */
export function auditMonth(
  ledger: DrawLedger,
  planned: readonly PlannedByLot[],
  shareOf: (policyVersion: string) => number | null,
  lottery: Lottery,
): DrawAudit {
  const differences: string[] = [];
  const remarks: string[] = [];
  const seen = new Set<string>();
  let drawn = 0;
  ledger.entries.forEach((entry, i) => {
    const n = i + 1;
    const of = `${entry.complaintId} 第 ${entry.round} 轮`;
    if (entry.position !== n) differences.push(`第 ${n} 签：账上写的是第 ${entry.position} 签（${of}）`);
    const right = isDrawn(ledger.seed, n, drawn, entry.share, lottery);
    if (entry.drawn !== right)
      differences.push(`第 ${n} 签：按种子应为${said(right)}，账上是${said(entry.drawn)}（${of}）`);
    if (seen.has(of)) differences.push(`第 ${n} 签：${of} 抽了不止一次`);
    seen.add(of);
    if (entry.drawn) drawn += 1;
    const given = shareOf(entry.policyVersion);
    if (given !== entry.share)
      differences.push(
        given === null
          ? `第 ${n} 签：没有第 ${entry.policyVersion} 版制度`
          : `第 ${n} 签：第 ${entry.policyVersion} 版制度的比例是 ${percent(given)}，账上是 ${percent(entry.share)}`,
      );
    const before = ledger.entries[i - 1];
    if (before !== undefined && before.share !== entry.share)
      remarks.push(`第 ${n} 签起，比例由 ${percent(before.share)} 改为 ${percent(entry.share)}`);
    if (entry.share < LEAST_ORDINARY_SHARE && (before === undefined || before.share !== entry.share))
      remarks.push(
        `第 ${n} 签起，比例 ${percent(entry.share)} 低于 ${percent(LEAST_ORDINARY_SHARE)}，请核对制度里写明的理由`,
      );

    const plan = planned.find((p) => p.complaintId === entry.complaintId && p.round === entry.round);
    if (plan === undefined) remarks.push(`第 ${n} 签：${of} 抽签后没有用上（当时另有人处理，或升了级）`);
    else if (plan.position !== entry.position || plan.drawn !== entry.drawn)
      differences.push(
        `第 ${n} 签：投诉单 ${plan.number} 上记的是第 ${plan.position} 签、${said(plan.drawn)}，账上是第 ${entry.position} 签、${said(entry.drawn)}`,
      );
  });
  for (const plan of planned)
    if (!ledger.entries.some((e) => e.complaintId === plan.complaintId && e.round === plan.round))
      differences.push(`投诉单 ${plan.number} 第 ${plan.round} 轮记有第 ${plan.position} 签，账上没有这一签`);

  const entries = ledger.entries.length;
  const asked = ledger.entries.at(-1)?.share ?? LEAST_ORDINARY_SHARE;
  if (drawn < leastDrawn(entries, asked))
    remarks.push(`比例调高后本月还没有补足：${percent(drawn / entries)}，要求 ${percent(asked)}`);
  return { entries, drawn, share: entries === 0 ? 1 : drawn / entries, differences, remarks };
}
