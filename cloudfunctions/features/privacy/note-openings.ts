/**
 * PV-01: each opening of somebody's personal data by staff leaves a line that the one concerned can read. A line has the id
 * of complaint, person, way and hour (of a route, which is asked for again and again, the day): openings at once, and
 * further ones of the same hour, find it written.
 */
import { DAY_MS, epoch, HOUR_MS } from '../../../domain/clock/zone';
import type { Complaint } from '../../../domain/complaint/complaint';
import { actingRole, opensPersonalData } from '../../../domain/people/policy';
import type { ComplaintId, EstateId, Instant, PersonId } from '../../../types/ids';
import type { OpeningWay, Role } from '../../../types/vocabulary';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import { actorOf } from '../actor-of';
import type { PersonCall } from '../call';

export interface OpeningDocument {
  _id: string;
  complaintId: ComplaintId;
  number: string;
  estateId: EstateId;
  /** Who may read it: the filer, and whom it was filed for; nobody when they have no account. */
  aboutIds: readonly PersonId[];
  byId: PersonId;
  byName: string;
  role: Role;
  way: OpeningWay;
  /** The first opening of the hour. */
  at: Instant;
}

/** What this instance has written already, so that repeating costs nothing; forgotten when it grows. */
const written = new Set<string>();
const MOST_REMEMBERED = 10_000;
const TRIES = 2;

const insertMissing = async (openings: readonly OpeningDocument[], database: Database): Promise<void> => {
  if ((await database.insert('openings', openings)) === 'inserted' || openings.length === 1) return;
  const there = await database.find<{ _id: string }>('openings', {
    where: { _id: _.in(openings.map(({ _id }) => _id)) },
    limit: openings.length,
    fields: ['_id'],
  });
  const known = new Set(there.map(({ _id }) => _id));
  for (const opening of openings) if (!known.has(opening._id)) await database.insert('openings', opening);
};

/**
 * Notes that the caller sees these complaints' people, as far as they do. Costs nothing for the resident's own and for what
 * this instance noted in the same hour, otherwise one write. A line that can't be written is tried again and then told in the
 * operator's log; the case is shown all the same, since somebody may be waiting at the door.
 */
export async function noteOpenings(
  complaints: readonly Complaint[],
  way: OpeningWay,
  { person, now, platform }: Pick<PersonCall, 'person' | 'now' | 'platform'>,
): Promise<void> {
  const actor = actorOf(person);
  const slot = Math.floor(epoch(now) / (way === 'route' ? DAY_MS : HOUR_MS));
  const openings = complaints.flatMap((complaint): OpeningDocument[] => {
    const role = actingRole(actor, complaint, []);
    const _id = `${complaint.id}:${person.id}:${way}:${slot}`;
    if (role === 'system' || !opensPersonalData(actor, complaint) || written.has(_id)) return [];
    const { id: complaintId, number, estateId, filerId, onBehalfOfId } = complaint;
    const aboutIds = [filerId, onBehalfOfId].filter((id) => id !== null);
    return [
      { _id, complaintId, number, estateId, aboutIds, byId: person.id, byName: person.staffName, role, way, at: now },
    ];
  });
  if (openings.length === 0) return;
  for (let round = 1; round <= TRIES; round += 1) {
    try {
      await insertMissing(openings, platform.database);
      if (written.size > MOST_REMEMBERED) written.clear();
      for (const { _id } of openings) written.add(_id);
      return;
    } catch (error) {
      if (round === TRIES)
        platform.log.error('openings could not be noted', error, {
          way,
          by: person.id,
          complaints: openings.map(({ complaintId }) => complaintId).join(','),
        });
    }
  }
}
