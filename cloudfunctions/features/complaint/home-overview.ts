import { epoch, localDate } from '../../../domain/clock/zone';
import { onTimeOf, type Share, shareOf } from '../../../domain/report/shares';
import type { EstateId } from '../../../types/ids';
import type { OutputOf } from '../../../types/procedures';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { loadEstate } from '../estate/load-estate';
import { findCards } from '../lists/find-cards';
import { homeIn } from './filing-checks';
import { countsIn, numbersOfMonth } from '../report/month-numbers';

const MOST_SHOWN = 5;

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

/** The same numbers as the supervisor's (ADR 0013), so that nobody is told two truths. */
async function figuresOf(
  estateId: EstateId,
  { platform, now }: PersonCall,
): Promise<OutputOf<'homeOverview'>['figures']> {
  const { calendar, policy } = await loadEstate(estateId, platform.database);
  const month = localDate(epoch(now), calendar).slice(0, 7);
  const counts = countsIn(await numbersOfMonth(estateId, month, platform.database));
  const rate = ({ share, whole }: Share) => (whole.count < policy.reports.leastCasesForRate ? null : share);
  return {
    month,
    filed: counts('filed'),
    closed: counts('closed'),
    onTime: rate(onTimeOf(counts, 'resolution')),
    solved: rate(shareOf(counts, 'solved', 'calledBack')),
    satisfied: rate(shareOf(counts, 'satisfied', 'calledBack')),
  };
}
