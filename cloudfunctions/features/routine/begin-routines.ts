/** IN-04: when an estate's day begins, its task begins; days on which the system was down begin late, with their own times (CK-07). */
import { addDays, epoch, instant, localDate, startOfDay } from '../../../domain/clock/zone';
import { SYSTEM } from '../../../domain/people/actor';
import { begin } from '../../../domain/routine/decide';
import type { EstateId } from '../../../types/ids';
import type { ClockPart, Scene } from '../clock-part';
import { type EstateDocument, loadEstate } from '../estate/load-estate';
import { eachDue } from '../lifecycle/each-due';
import { type RoutineDocument, routineFields, routineOf } from './routines';

/** Days begun in one go; the rest of a longer absence follows in the next. */
const MOST_DAYS = 31;

/** Asks the index for estates whose day has begun, so a run costs one query on all other minutes (CK-08). */
export const beginRoutines: ClockPart = (scene, mayGoOn) =>
  eachDue<EstateId>(
    { collection: 'estates', field: 'nextRoutineAt', until: scene.now },
    (id) => beginDays(id, scene),
    scene,
    mayGoOn,
  );

/** Repeated or in parallel it begins each day once: the id is the day's, and the next day is set by compare-and-set. */
async function beginDays(id: EstateId, { now, platform: { database } }: Scene): Promise<boolean> {
  const document = await database.get<EstateDocument>('estates', id, ['nextRoutineAt']);
  const seen = document?.nextRoutineAt;
  if (seen === undefined || seen > now) return false;
  const { policy, calendar, estate } = await loadEstate(id, database);
  const today = localDate(epoch(now), calendar);
  let day = localDate(epoch(seen), calendar);
  for (let n = 0; day <= today && n < MOST_DAYS; n += 1, day = addDays(day, 1)) {
    const events = begin(id, day, { policy, calendar, estate, actor: SYSTEM });
    const routine = routineOf({ events });
    const begun: RoutineDocument = {
      _id: routine.id,
      estateId: id,
      day,
      ...routineFields(routine),
      unsettledSince: null,
      settledEvents: events.length,
      events,
    };
    await database.insert('routines', begun);
  }
  const next = instant(startOfDay(day, calendar));
  return (await database.updateIf('estates', { _id: id, nextRoutineAt: seen }, { nextRoutineAt: next })) === 1;
}
