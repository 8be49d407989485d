/** What must hold of every complaint's life: duties, reopening, own work, and the document itself. */
import { isDeepStrictEqual } from 'node:util';
import { projectionOf } from '../../../cloudfunctions/features/complaint/complaint-document';
import { isRunning } from '../../../domain/clock/clock';
import { answerReadUntil } from '../../../domain/complaint/answers';
import { atLeast, OPEN_STATES, type State } from '../../../types/vocabulary';
import type { Case, Evidence, Invariant, Wrong } from './check';

const neverForgotten =
  ({ cast, endedAt }: Evidence) =>
  ({ document, complaint }: Case): string[] => {
    if (!(OPEN_STATES as readonly State[]).includes(complaint.state)) return [];
    const held = document.dutyKeys.some((key) => key.startsWith('person:') || cast.holders(key, endedAt).length > 0);
    return [
      ...(complaint.clocks.some(isRunning) ? [] : [`状态 ${complaint.state} 没有在走的时限`]),
      // IN-11: an answer that waits to be read is nobody's duty; its time runs out by itself.
      ...(document.dutyKinds.length > 0 || answerReadUntil(complaint) !== null
        ? []
        : [`状态 ${complaint.state} 没有任何人的职责`]),
      ...(document.dutyKinds.length > 0 && !held ? [`职责 ${document.dutyKinds.join('、')} 没有人在岗`] : []),
    ];
  };

const reopened = ({ steps }: Case): string[] =>
  steps.flatMap(({ event, before, after }) => {
    if (event.type !== 'reopened') return [];
    const holds = after.reasons.some(({ code, struck }) => code === 'SV-12' && struck === null);
    const carries = after.severity !== null;
    return [
      ...(after.round === (before?.round ?? 0) + 1
        ? []
        : [`重新打开后是第 ${after.round} 轮，应为第 ${(before?.round ?? 0) + 1} 轮`]),
      ...(holds ? [] : ['重新打开后没有 SV-12']),
      ...(carries && !atLeast(after.severity, 'hot') ? [`重新打开后级别只有 ${after.severity}`] : []),
    ];
  });

const WORK = new Set(['investigated', 'planned', 'progressed', 'postponed', 'completed']);
const JUDGE = new Set(['reviewPassed', 'sentBack', 'calledBack', 'callbackAttempted']);

const ownWork = ({ complaint }: Case): string[] => {
  const worked = new Set<string>();
  return complaint.events.flatMap(({ type, by }) => {
    if (WORK.has(type)) worked.add(by.personId);
    return JUDGE.has(type) && worked.has(by.personId) ? [`${by.name} 审核或回访了自己办理的（${type}）`] : [];
  });
};

const asReplayed = ({ document, complaint }: Case): string[] => {
  const derived: Record<string, unknown> = projectionOf(complaint);
  const stored: Record<string, unknown> = { ...document };
  const wrong = Object.keys(derived).filter((field) => !isDeepStrictEqual(plain(stored[field]), plain(derived[field])));
  return [
    ...wrong.map((field) => `字段 ${field} 与重放事件的结果不同`),
    ...(document.unsettledSince === null ? [] : ['后续的消息和统计没有办完']),
  ];
};
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

const onceEach = ({ residents, line, work, clock }: Evidence) => {
  const numbers = new Map<string, string>();
  const ids = new Set<string>();
  const wrong: Wrong[] = [];
  return {
    see: ({ complaint }: Case): string[] => {
      const { id, number } = complaint;
      const other = numbers.get(number);
      numbers.set(number, id);
      ids.add(id);
      return other === undefined ? [] : [`编号 ${number} 与 ${other} 重复`];
    },
    end: (): Wrong[] => {
      const filed = new Set<string>(residents.filed);
      for (const id of filed) if (!ids.has(id)) wrong.push({ id, number: '', what: '已给回执，但没有存下' });
      for (const id of ids) if (!filed.has(id)) wrong.push({ id, number: numbers.get(id) ?? '', what: '没有人提交过' });
      const told = (what: string) => wrong.push({ id: '', number: '', what });
      for (const bug of line.bugs) told(`接口出错：${bug}`);
      for (const refused of [...work.refusedOffers, ...residents.refusedOffers]) told(`给了按钮又被拒绝：${refused}`);
      for (const [duty, count] of work.unknownDuties) told(`职责 ${duty}（${count} 次）模拟的人不会做`);
      for (const what of clock.stuck) told(`反复到期办不掉：${what}`);
      return wrong;
    },
  };
};

export const LIFE_INVARIANTS: readonly Invariant[] = [
  {
    rule: 'CK-09',
    says: '在办的都有在走的时限和在岗的责任人',
    check: (evidence) => ({ see: neverForgotten(evidence) }),
  },
  { rule: 'CB-07', says: '重新打开即轮次加一并升为热点', check: () => ({ see: reopened }) },
  { rule: 'RV-01', says: '没有人审核或回访自己办理的（CB-10）', check: () => ({ see: ownWork }) },
  { rule: 'HD-03', says: '文档字段与重放事件一致，后续都已办完', check: () => ({ see: asReplayed }) },
  { rule: 'IN-06', says: '每次提交恰好一件、编号唯一、没有出错', check: onceEach },
];
