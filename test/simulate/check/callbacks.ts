import { createHash } from 'node:crypto';
import type { DrawLedger } from '../../../domain/callback/draw';
import { _ } from '../../../cloudfunctions/platform/operators';
import { atLeast } from '../../../types/vocabulary';
import { DAY, dayOf } from '../times';
import type { Case, Evidence, Invariant, Wrong } from './check';

const LEAST_SHARE = 0.6;

/** Written once more: the first 52 bits of a text's SHA-256 as a fraction. */
const lottery = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 13), 16) / 2 ** 52;

const allGraveOnes = (one: Case): string[] =>
  one.steps.flatMap(({ event, before, after }) => {
    const grave = before !== null && atLeast(before.severity, 'important');
    if (event.type === 'callbackPlanned' && grave && !event.data.drawn) return ['重要及以上没有列入回访'];
    if (event.type === 'closed' && grave && event.data.reason === 'notDrawn') return ['重要及以上未经回访就关闭'];
    if (event.type === 'closed' && event.data.reason === 'satisfied' && after.callback?.verdict == null)
      return ['没有回访记录却按“回访满意”关闭'];
    return [];
  });

const ledgers = async ({ database }: Evidence): Promise<(DrawLedger & { _id: string })[]> =>
  database.find('draws', { where: { _id: _.gt('') }, orderBy: [['_id', 1]], limit: 1000 });

/** Positions that the seed does not give: by lot, and always where the share would fall below otherwise. */
const forgedIn = ({ seed, entries }: DrawLedger): number[] => {
  let drawn = 0;
  return entries.flatMap((entry, n) => {
    const least = Math.ceil((n + 1) * entry.share - 1e-9);
    const should = drawn < least || lottery(`${seed}:${n + 1}`) < entry.share;
    drawn += entry.drawn ? 1 : 0;
    return entry.position === n + 1 && entry.drawn === should ? [] : [n + 1];
  });
};

const shares = async (evidence: Evidence): Promise<Wrong[]> =>
  (await ledgers(evidence)).flatMap((ledger): Wrong[] => {
    let drawn = 0;
    const low = ledger.entries.findIndex((entry, n) => {
      drawn += entry.drawn ? 1 : 0;
      return drawn / (n + 1) < LEAST_SHARE;
    });
    const forged = forgedIn(ledger);
    return [
      ...(low < 0 ? [] : [{ id: ledger._id, number: '', what: `抽到第 ${low + 1} 件时比例低于 60%` }]),
      ...(forged.length === 0
        ? []
        : [{ id: ledger._id, number: '', what: `抽签记录与种子不符：第 ${forged.slice(0, 5).join('、')} 件` }]),
    ];
  });

/** What the complaints say of the lot is what the month's ledger says. */
const lots = (evidence: Evidence) => {
  const told: { id: string; number: string; round: number; month: string; drawn: boolean; position: number }[] = [];
  return {
    see: ({ complaint, steps }: Case): string[] => {
      for (const { event, after } of steps)
        if (event.type === 'callbackPlanned' && event.data.position > 0)
          told.push({
            id: complaint.id,
            number: complaint.number,
            round: after.round,
            month: `${complaint.estateId}:${dayOf(Date.parse(event.at)).slice(0, 7)}`,
            drawn: event.data.drawn,
            position: event.data.position,
          });
      return [];
    },
    end: async (): Promise<Wrong[]> => {
      const byMonth = new Map((await ledgers(evidence)).map((ledger) => [ledger._id, ledger]));
      return told.flatMap(({ id, number, round, month, drawn, position }) => {
        const entry = byMonth.get(month)?.entries.find((e) => e.complaintId === id && e.round === round);
        return entry?.drawn === drawn && entry.position === position
          ? []
          : [{ id, number, what: `第 ${round} 轮的抽签结果与 ${month} 的记录不符` }];
      });
    },
  };
};

const COOLDOWN_MS = 14 * DAY;

/** A home gets one survey in 14 days for ordinary matters. */
const surveys = () => {
  const byHome = new Map<string, { id: string; number: string; at: number }[]>();
  return {
    see: ({ complaint: { id, number, homeId }, steps }: Case): string[] => {
      if (homeId === null) return [];
      for (const { event } of steps)
        if (event.type === 'callbackPlanned' && event.data.drawn && event.data.form === 'survey')
          byHome.set(homeId, [...(byHome.get(homeId) ?? []), { id, number, at: Date.parse(event.at) }]);
      return [];
    },
    end: (): Wrong[] =>
      [...byHome.values()].flatMap((asked) => {
        const inOrder = asked.sort((a, b) => a.at - b.at);
        return inOrder.flatMap(({ id, number, at }, n) => {
          const before = inOrder[n - 1];
          return before !== undefined && at - before.at < COOLDOWN_MS
            ? [{ id, number, what: `同一户 14 天内第二次问卷（上一次：${before.number}）` }]
            : [];
        });
      }),
  };
};

export const CALLBACK_INVARIANTS: readonly Invariant[] = [
  { rule: 'CB-01', says: '重要及以上 100% 回访', check: () => ({ see: allGraveOnes }) },
  {
    rule: 'CB-01',
    says: '一般投诉每小区每月任何时刻抽中 ≥ 60%，可重算',
    check: (evidence) => ({ end: () => shares(evidence) }),
  },
  { rule: 'CB-01', says: '同一户 14 天内不重复问卷', check: surveys },
  { rule: 'CB-01', says: '抽签结果与当月记录一致', check: lots },
];
