import { countedFor } from '../../../cloudfunctions/features/complaint/complaint-document';
import { cellAsCounted, type FiguresDocument } from '../../../cloudfunctions/features/report/count-figures';
import { _ } from '../../../cloudfunctions/platform/operators';
import { DEFAULT_POLICY } from '../../../domain/policy/defaults';
import { cellsOf, type FigureRules } from '../../../domain/report/figures';
import { CALENDAR } from '../times';
import type { Case, Evidence, Invariant, Wrong } from './check';

const RULES: FigureRules = { zone: CALENDAR, satisfiedFrom: DEFAULT_POLICY.callback.satisfiedFrom };
const PAGE = 200;

/** Each month counted anew from the complaints as they ended, against the numbers kept all along; and each complaint's keys. */
const recounted = ({ database }: Evidence) => {
  const should = new Map<string, number>();
  return {
    see: ({ document, complaint }: Case): string[] => {
      for (const [month, cells] of cellsOf(complaint, RULES))
        for (const cell of cells) {
          const key = `${complaint.estateId}:${month} ${cell}`;
          should.set(key, (should.get(key) ?? 0) + 1);
        }
      const [kept, derived] = [document.figureKeys, countedFor(complaint, RULES)].map((keys) =>
        [...keys].sort().join(),
      );
      return kept === derived ? [] : ['计入的数据与重放事件的结果不同'];
    },
    end: async (): Promise<Wrong[]> => {
      const is = new Map<string, number>();
      for (let after = ''; ; ) {
        const page = await database.find<FiguresDocument>('figures', {
          where: { _id: _.gt(after) },
          orderBy: [['_id', 1]],
          limit: PAGE,
          fields: ['counts'],
        });
        for (const { _id, counts } of page)
          for (const [stored, count] of Object.entries(counts)) {
            const key = `${_id.split(':').slice(0, 2).join(':')} ${cellAsCounted(stored)}`;
            is.set(key, (is.get(key) ?? 0) + count);
          }
        const last = page.at(-1);
        if (page.length < PAGE || last === undefined) break;
        after = last._id;
      }
      return [...new Set([...is.keys(), ...should.keys()])].flatMap((key) => {
        const [kept, counted] = [is.get(key) ?? 0, should.get(key) ?? 0];
        return kept === counted ? [] : [{ id: key, number: '', what: `记了 ${kept}，重数是 ${counted}` }];
      });
    },
  };
};

export const FIGURE_INVARIANTS: readonly Invariant[] = [
  { rule: 'RP-04', says: '看板数据与逐件重数一致', check: recounted },
];
