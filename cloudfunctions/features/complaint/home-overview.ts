import { localDate } from '../../../domain/clock/zone';
import type { EstateId } from '../../../types/ids';
import type { OutputOf } from '../../../types/procedures';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { _ } from '../../platform/operators';
import { loadEstate } from '../estate/load-estate';
import { findCards } from '../lists/find-cards';
import { homeIn } from './filing-checks';
import type { Figure, TallyDocument } from './tally';

const MOST_SHOWN = 5;
const DAYS = 31;

/** The resident's first page: what is open of mine, and how the estate really does this month. */
export const homeOverview: PersonUseCase<'homeOverview'> = async (input, call) => {
  const { person } = call;
  const [firstHome] = person.homes;
  const estateId =
    input.estateId ?? (firstHome === undefined ? undefined : (await homeIn(firstHome, null, call.platform)).estateId);
  const [mine, figures] = await Promise.all([
    findCards(
      {
        where: { filerIds: person.id, open: true },
        sortedBy: 'filedAt',
        direction: -1,
        cursor: undefined,
        limit: MOST_SHOWN,
      },
      actorOf(person),
      call.platform,
    ),
    estateId === undefined ? null : figuresOf(estateId, call),
  ]);
  return { mine: mine.items, figures };
};

async function figuresOf(
  estateId: EstateId,
  { platform, now }: PersonCall,
): Promise<OutputOf<'homeOverview'>['figures']> {
  const { calendar, policy } = await loadEstate(estateId, platform.database);
  const month = localDate(Date.parse(now), calendar).slice(0, 7);
  const fields: readonly Figure[] = ['filed', 'closed', 'informed', 'onTime', 'calledBack', 'solved', 'satisfied'];
  const days = await platform.database.find<TallyDocument>('tallies', {
    where: { estateId, _id: _.gte(`${estateId}:${month}-01`).and(_.lte(`${estateId}:${month}-${DAYS}`)) },
    orderBy: [['_id', 1]],
    limit: DAYS,
    fields,
  });
  const sum = (figure: Figure) => days.reduce((total, day) => total + (day[figure] ?? 0), 0);
  const rate = (part: number, whole: number) => (whole < policy.reports.leastCasesForRate ? null : part / whole);
  return {
    month,
    filed: sum('filed'),
    closed: sum('closed'),
    onTime: rate(sum('onTime'), sum('informed')),
    solved: rate(sum('solved'), sum('calledBack')),
    satisfied: rate(sum('satisfied'), sum('calledBack')),
  };
}
