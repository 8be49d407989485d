/** HD-03: entries are never changed; a wrong one is struck through by a new one, by who wrote it or the department's head. */
import type { Actor } from '../people/actor';
import { headsOwner } from '../people/policy';
import type { Complaint } from './complaint';
import type { EventOf } from './events';

/** Event id of the struck entry → the event that struck it. */
export const struckBy = ({ events }: Pick<Complaint, 'events'>): ReadonlyMap<string, EventOf<'entryStruck'>> =>
  new Map(events.flatMap((e) => (e.type === 'entryStruck' ? [[e.data.entryId, e] as const] : [])));

/** The progress and notes that this person may strike through. */
export function strikableEntries(complaint: Complaint, actor: Actor): (EventOf<'progressed'> | EventOf<'noted'>)[] {
  const struck = struckBy(complaint);
  const heads = headsOwner.test(actor, complaint);
  return complaint.events.flatMap((event) =>
    (event.type === 'progressed' || event.type === 'noted') &&
    !struck.has(event.id) &&
    (heads || event.by.personId === actor.id)
      ? [event]
      : [],
  );
}
