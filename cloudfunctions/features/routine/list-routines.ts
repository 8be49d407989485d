import { concernedWithRoutine } from '../../../domain/routine/concerned';
import { Refusal } from '../../../types/errors';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { loadEstate } from '../estate/load-estate';
import { cursorAt, following } from '../page-cursor';
import { presentRoutine } from './present-routine';
import { type RoutineDocument, routineOf } from './routines';

const PAGE = 20;

export const listRoutines: PersonUseCase<'routines'> = async ({ estateId, cursor }, { person, platform, now }) => {
  const actor = actorOf(person);
  if (!concernedWithRoutine(actor, { estateId })) throw new Refusal('notFound');
  const { estate } = await loadEstate(estateId, platform.database);
  const found = await platform.database.find<RoutineDocument>('routines', {
    where: { estateId, ...following('day', -1, cursor) },
    orderBy: [
      ['day', -1],
      ['_id', -1],
    ],
    limit: PAGE,
  });
  const last = found.at(-1);
  return {
    items: found.map((each) => presentRoutine(routineOf(each), estate.name, actor, now)),
    cursor: found.length < PAGE || last === undefined ? null : cursorAt({ value: last.day, id: last._id }),
  };
};
