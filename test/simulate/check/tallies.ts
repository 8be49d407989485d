import type { TallyDocument } from '../../../cloudfunctions/features/complaint/tally';
import { _ } from '../../../cloudfunctions/platform/operators';
import { dayOf } from '../times';
import type { Case, Evidence, Invariant, Wrong } from './check';

const FIGURES = ['filed', 'closed', 'informed', 'onTime', 'calledBack', 'solved', 'satisfied'] as const;
type Figure = (typeof FIGURES)[number];

/** Counted once more from the events, and compared with the days that the product kept. */
const recounted = ({ database }: Evidence) => {
  const days = new Map<string, Partial<Record<Figure, number>>>();
  const count = (estate: string, at: string, figure: Figure) => {
    const key = `${estate}:${dayOf(Date.parse(at))}`;
    const day = days.get(key) ?? {};
    day[figure] = (day[figure] ?? 0) + 1;
    days.set(key, day);
  };
  return {
    see: ({ complaint, steps }: Case): string[] => {
      for (const { event, after } of steps) {
        const one = (figure: Figure) => count(complaint.estateId, event.at, figure);
        if (event.type === 'filed' || event.type === 'recorded') one('filed');
        if (event.type === 'closed') one('closed');
        if (event.type === 'informed') {
          one('informed');
          const clock = after.clocks.filter(({ kind }) => kind === 'resolution').at(-1);
          // IN-11: an answer that waits to be opened was given when it was written.
          if (clock !== undefined && (clock.stoppedAt ?? event.at) <= clock.dueAt) one('onTime');
        }
        if (event.type === 'calledBack') {
          one('calledBack');
          if (event.data.solved) one('solved');
          if (event.data.satisfaction >= 4) one('satisfied');
        }
      }
      return [];
    },
    end: async (): Promise<Wrong[]> => {
      const wrong: Wrong[] = [];
      const kept = new Set<string>();
      for (let after = ''; ; ) {
        const page = await database.find<TallyDocument>('tallies', {
          where: { _id: _.gt(after) },
          orderBy: [['_id', 1]],
          limit: 500,
          fields: [...FIGURES, 'estateId'],
        });
        for (const tally of page) {
          kept.add(tally._id);
          for (const figure of FIGURES) {
            const [is, should] = [tally[figure] ?? 0, days.get(tally._id)?.[figure] ?? 0];
            if (is !== should)
              wrong.push({ id: tally._id, number: '', what: `${figure} 记了 ${is}，重数是 ${should}` });
          }
        }
        const last = page.at(-1);
        if (page.length < 500 || last === undefined) break;
        after = last._id;
      }
      for (const key of days.keys()) if (!kept.has(key)) wrong.push({ id: key, number: '', what: '这一天没有统计' });
      return wrong;
    },
  };
};

export const TALLY_INVARIANTS: readonly Invariant[] = [{ rule: 'RP-04', says: '统计与逐件重数一致', check: recounted }];
