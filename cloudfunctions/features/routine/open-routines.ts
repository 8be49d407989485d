import { _ } from '../../platform/operators';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { loadEstates } from '../estate/load-estate';
import { presentRoutine } from './present-routine';
import { type RoutineDocument, routineOf } from './routines';

/** More than a week of boxes that nobody opened is a matter for those above, not a longer list. */
const MOST_SHOWN = 10;

/** What stands on the desk; one read besides the estates. */
export const openRoutines: PersonUseCase<'openRoutines'> = async (_input, { person, platform, now }) => {
  if (person.dutyKeys.length === 0) return { items: [] };
  const found = await platform.database.find<RoutineDocument>('routines', {
    where: { dutyKeys: _.in(person.dutyKeys) },
    orderBy: [
      ['day', 1],
      ['_id', 1],
    ],
    limit: MOST_SHOWN,
  });
  const estates = await loadEstates(
    found.map(({ estateId }) => estateId),
    platform.database,
  );
  const nameOf = (id: string) => estates.find(({ estate }) => estate.id === id)?.estate.name ?? '';
  return { items: found.map((each) => presentRoutine(routineOf(each), nameOf(each.estateId), actorOf(person), now)) };
};
