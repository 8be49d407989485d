import { epoch, localDate } from '../../../domain/clock/zone';
import type { Estate } from '../../../domain/people/estate';
import { readsFigures } from '../../../domain/people/policy';
import { GRAVE_SHARE } from '../../../domain/policy/defaults';
import { cellOf } from '../../../domain/report/figures';
import { type Counts, onTimeOf, shareOf } from '../../../domain/report/shares';
import { Refusal } from '../../../types/errors';
import { BROKEN_DOWN, type Dimension, NONE } from '../../../types/figures';
import type { EstateId, Instant } from '../../../types/ids';
import type { OutputOf } from '../../../types/procedures';
import { CATEGORIES, type Category, ClockKind, SEVERITY_ORDER } from '../../../types/vocabulary';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import type { ComplaintDocument } from '../complaint/complaint-document';
import { loadEstate } from '../estate/load-estate';
import { countsIn, numbersOfMonth } from './month-numbers';

type View = OutputOf<'dashboard'>;

/** The supervisor's page (RP-04): three reads, whatever is on file. */
export const dashboard: PersonUseCase<'dashboard'> = async ({ estateId, month: wanted }, call) => {
  const { person, platform, now } = call;
  if (!readsFigures.test(actorOf(person), { estateId })) throw new Refusal('notFound');
  const { estate, policy, calendar } = await loadEstate(estateId, platform.database);
  const thisMonth = localDate(epoch(now), calendar).slice(0, 7);
  const month = wanted ?? thisMonth;
  const [going, cells] = await Promise.all([
    goingOn(estateId, now, platform.database),
    numbersOfMonth(estateId, month, platform.database),
  ]);
  const counts = countsIn(cells);
  const counted = (figure: Parameters<Counts>[0]) => ({ figure, count: counts(figure) });
  return {
    estateId,
    month,
    thisMonth,
    now: going,
    filed: counted('filed'),
    closed: counted('closed'),
    rates: {
      response: onTimeOf(counts, 'signing'),
      resolution: shareOf(counts, 'solved', 'calledBack'),
      satisfaction: shareOf(counts, 'satisfied', 'calledBack'),
    },
    callbacks: {
      ordinary: {
        quota: policy.callback.ordinaryShare,
        done: shareOf(counts, 'ordinaryDone', 'ordinaryDue'),
        drawn: shareOf(counts, 'ordinaryDrawn', 'ordinaryDue'),
      },
      grave: { quota: GRAVE_SHARE, done: shareOf(counts, 'graveDone', 'graveDue'), drawn: null },
      unreached: counted('unreached'),
    },
    reopened: shareOf(counts, 'reopened', 'informed'),
    clocks: ClockKind.options
      .map((kind) => ({ kind, ...onTimeOf(counts, kind) }))
      .filter(({ whole }) => whole.count > 0),
    by: {
      department: bars('department', cells, (id) => departmentName(id, estate)),
      building: bars('building', cells, (building) => (building === NONE ? OUTSIDE : `${building}栋`)),
      category: bars('category', cells, (category) => CATEGORIES[category as Category] ?? category),
    },
  };
};

const OUTSIDE = '楼栋以外或未注明';
const AT_DESK = '尚未派到部门';

const departmentName = (id: string, { departments }: Pick<Estate, 'departments'>): string =>
  id === NONE ? AT_DESK : (departments.find((department) => department.id === id)?.name ?? id);

/** More are going on nowhere; if they are, they are counted one number at a time. */
const MOST_READ = 1000;
type Going = Pick<ComplaintDocument, 'severity' | 'firstDueAt' | 'firstWarnAt'>;
const SEVERITIES = [...[...SEVERITY_ORDER].reverse(), NONE] as const;

async function goingOn(estateId: EstateId, now: Instant, database: Database): Promise<View['now']> {
  const open = { estateId, open: true };
  const found = await database.find<Going>('complaints', {
    where: open,
    orderBy: [
      ['filedAt', -1],
      ['_id', -1],
    ],
    limit: MOST_READ,
    fields: ['severity', 'firstDueAt', 'firstWarnAt'],
  });
  if (found.length === MOST_READ) {
    const [late, soon, ...bySeverity] = await Promise.all([
      database.count('complaints', { ...open, firstDueAt: _.lt(now) }),
      database.count('complaints', { ...open, firstDueAt: _.gte(now), firstWarnAt: _.lte(now) }),
      ...SEVERITIES.map(async (severity) => ({
        severity,
        count: await database.count('complaints', { ...open, severity: severity === NONE ? null : severity }),
      })),
    ]);
    return { open: bySeverity.reduce((sum, { count }) => sum + count, 0), bySeverity, late, soon };
  }
  const isLate = ({ firstDueAt }: Going): boolean => firstDueAt !== null && firstDueAt < now;
  const presses = ({ firstWarnAt }: Going): boolean => firstWarnAt !== null && firstWarnAt <= now;
  return {
    open: found.length,
    bySeverity: SEVERITIES.map((severity) => ({
      severity,
      count: found.filter((each) => (each.severity ?? NONE) === severity).length,
    })),
    late: found.filter(isLate).length,
    soon: found.filter((each) => presses(each) && !isLate(each)).length,
  };
}

/** One bar per department, building or category that anything was counted of, the longest first. */
function bars(dimension: Dimension, cells: ReadonlyMap<string, number>, nameOf: (value: string) => string) {
  const values = new Set(
    [...cells.keys()].flatMap((cell) => {
      const [, of, value] = cell.split('|');
      return of === dimension && value !== undefined ? [value] : [];
    }),
  );
  return [...values]
    .map((value) => ({
      value,
      name: nameOf(value),
      counts: Object.fromEntries(
        BROKEN_DOWN.map((figure) => [figure, cells.get(cellOf(figure, dimension, value)) ?? 0]),
      ) as View['by']['department'][number]['counts'],
    }))
    .filter(({ counts }) => Object.values(counts).some((count) => count > 0))
    .sort((a, b) => b.counts.filed - a.counts.filed || a.name.localeCompare(b.name, 'zh'));
}
