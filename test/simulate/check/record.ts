/** What was written down stays: reasons and entries that were struck, and the archive. */
import { dayOf, HOUR } from '../times';
import type { Case, Evidence, Invariant } from './check';

/** The level of each reason by the number that the rulebook gives it: SV-0x major, SV-1x hot, SV-2x important. */
const ORDER = ['ordinary', 'important', 'hot', 'major'];
const levelOf = (code: string): string => ({ '0': 'major', '1': 'hot' })[code[3] ?? ''] ?? 'important';

const severityByReasons = ({ steps }: Case): string[] =>
  steps.flatMap(({ event, after }) => {
    const graded = after.kind === 'complaint' || after.kind === 'repair';
    const levels = after.reasons
      .filter(({ struck }) => struck === null)
      .map(({ code }) => ORDER.indexOf(levelOf(code)));
    const should = graded ? ORDER[Math.max(0, ...levels)] : null;
    return after.severity === should ? [] : [`${event.type} 后级别是 ${after.severity}，按依据应为 ${should}`];
  });

const strikingLeaves = ({ steps }: Case): string[] =>
  steps.flatMap(({ event, before, after }) => {
    if (before === null) return [];
    const lost = before.reasons.some(({ code, by, struck }, n) => {
      const now = after.reasons[n];
      return now?.code !== code || now.by.personId !== by.personId || (struck !== null && now.struck === null);
    });
    const struckFor =
      event.type !== 'reasonStruck' ||
      after.reasons.some(
        ({ code, struck }) =>
          code === event.data.code && struck?.by.personId === event.by.personId && struck.note !== '',
      );
    return [
      ...(lost ? [`${event.type} 抹去了定级依据的记录`] : []),
      ...(struckFor ? [] : ['撤销定级依据没有留下依据和经手人']),
    ];
  });

/** PV-03 alone may touch what is archived: a person is erased from it. */
const nothingAfter = ({ complaint, steps }: Case): string[] => [
  ...steps.flatMap(({ event, before }) =>
    before?.state === 'archived' && event.type !== 'personErased' ? [`归档后又有 ${event.type}`] : [],
  ),
  ...(complaint.state === 'archived' && complaint.clocks.some(({ stoppedAt }) => stoppedAt === undefined)
    ? ['归档后还有在走的时限']
    : []),
];

/** Acts of the same few minutes may run at once. */
const before = (earlier: string, later: string): boolean => Date.parse(earlier) < Date.parse(later) - HOUR;

/** What was closed in a month when that was archived is archived then, or was named with the reason why not. */
const wholeMonths =
  ({ archiving }: Evidence) =>
  ({ complaint, steps }: Case): string[] =>
    archiving.done.flatMap(({ estateId, month, at, left }) => {
      if (estateId !== complaint.estateId || left.has(complaint.id)) return [];
      const then = steps.filter(({ event }) => event.at <= at).at(-1)?.after;
      const closedAt = then?.state === 'closed' ? then.closedAt : null;
      const missed = closedAt !== null && dayOf(Date.parse(closedAt)).startsWith(month) && before(closedAt, at);
      return missed ? [`归档 ${month} 时漏了`] : [];
    });

export const RECORD_INVARIANTS: readonly Invariant[] = [
  { rule: 'SV-31', says: '级别始终等于成立的依据中最高的一级', check: () => ({ see: severityByReasons }) },
  { rule: 'HD-03', says: '撤销和划掉都留有记录', check: () => ({ see: strikingLeaves }) },
  { rule: 'CB-09', says: '归档的表不再有新的事件', check: () => ({ see: nothingAfter }) },
  {
    rule: 'CB-09',
    says: '按月归档没有漏下的，不能归档的都说了原因',
    check: (evidence) => ({ see: wholeMonths(evidence) }),
  },
];
