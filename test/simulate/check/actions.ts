/** Corrective and preventive actions (CA): one for each complaint that needs it, followed until it is proved effective. */
import { isDeepStrictEqual } from 'node:util';
import { type ActionDocument, actionProjection } from '../../../cloudfunctions/features/action/action-document';
import type { Action } from '../../../domain/action/action';
import type { ActionEvent } from '../../../domain/action/events';
import { evolveAction } from '../../../domain/action/evolve';
import { isRunning } from '../../../domain/clock/clock';
import { atLeast } from '../../../types/vocabulary';
import type { Case, Evidence, Invariant, Wrong } from './check';
import { clockWrongs } from './clocks';
import { every } from './every';

const replayed = (events: readonly ActionEvent[]): Action | null =>
  events.reduce<Action | null>((sum, event) => evolveAction(sum, event), null);
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

const oneAction = (document: ActionDocument, action: Action, evidence: Evidence): string[] => {
  const derived: Record<string, unknown> = actionProjection(action);
  const stored: Record<string, unknown> = { ...document };
  const workers = new Set<string>();
  const own = action.events.flatMap(({ type, by }) => {
    if (type === 'written' || type === 'reportedDone') workers.add(by.personId);
    return (type === 'provedEffective' || type === 'provedIneffective') && workers.has(by.personId)
      ? [`${by.name} 验证了自己经办的措施`]
      : [];
  });
  const again = action.events.filter(({ type }) => type === 'startedAgain').length;
  const over = action.state === 'effective' || action.state === 'dropped';
  const denied = action.events.filter(({ type }) => type === 'provedIneffective').length;
  return [
    ...Object.keys(derived)
      .filter((field) => !isDeepStrictEqual(plain(stored[field]), plain(derived[field])))
      .map((field) => `字段 ${field} 与重放事件的结果不同`),
    ...(document.unsettledSince === null ? [] : ['后续的消息没有办完']),
    ...own,
    ...(action.round === denied + again + 1
      ? []
      : [`验证无效 ${denied} 次、重新发生 ${again} 次，却是第 ${action.round} 轮`]),
    ...(!over && !action.clocks.some(isRunning) ? [`状态 ${action.state} 没有在走的时限`] : []),
    ...(!over && document.dutyKeys.length === 0 ? [`状态 ${action.state} 没有责任人`] : []),
    ...clockWrongs(action, evidence),
  ];
};

const followed = async (evidence: Evidence): Promise<Wrong[]> => {
  const wrong: Wrong[] = [];
  for await (const document of every<ActionDocument>('actions', 100, evidence.database)) {
    const action = replayed(document.events);
    const found = action === null ? ['没有任何事件'] : oneAction(document, action, evidence);
    wrong.push(...found.map((what) => ({ id: document._id, number: document.number, what })));
  }
  return wrong;
};

/** CA-01 written down once more: a valid complaint of important or above, of our own responsibility. */
const needed = (evidence: Evidence) => {
  const needing = new Map<string, string>();
  return {
    see: ({ complaint, steps }: Case): string[] => {
      const ever = steps.some(
        ({ after }) =>
          after.investigation?.valid === true &&
          after.responsibility === 'own' &&
          after.departmentId !== null &&
          atLeast(after.severity, 'important'),
      );
      if (ever) needing.set(complaint.id, complaint.number);
      return [];
    },
    end: async (): Promise<Wrong[]> => {
      const sources = new Map<string, number>();
      for await (const { sourceIds } of every<ActionDocument>('actions', 100, evidence.database))
        for (const id of sourceIds) sources.set(id, (sources.get(id) ?? 0) + 1);
      const missing = [...needing].filter(([id]) => !sources.has(id));
      const double = [...sources].filter(([, count]) => count > 1);
      return [
        ...missing.map(([id, number]) => ({ id, number, what: '需要纠正和预防措施，却没有' })),
        ...double.map(([id, count]) => ({ id, number: '', what: `开了 ${count} 份纠正和预防措施` })),
      ];
    },
  };
};

export const ACTION_INVARIANTS: readonly Invariant[] = [
  { rule: 'CA-01', says: '有效、重要及以上、物业责任的都有一份纠正预防措施', check: needed },
  {
    rule: 'CA-02',
    says: '措施都在跟踪：有时限、有责任人，由他人验证，无效则轮次加一（CA-03）',
    check: (evidence) => ({ end: () => followed(evidence) }),
  },
];
