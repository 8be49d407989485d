import { ROLES } from '../../../types/vocabulary';
import type { PersonUseCase } from '../call';
import { openingsOf } from './openings-of';

const PAGE = 20;

/** PV-01: who opened what concerns this person, newest first. */
export const myOpenings: PersonUseCase<'myOpenings'> = async ({ cursor: after }, { person, platform }) => {
  const { items, cursor } = await openingsOf(person.id, after, PAGE, platform.database);
  return {
    items: items.map(({ _id: id, at, byName, role, way, complaintId, number }) => ({
      id,
      at,
      byName,
      roleText: ROLES[role],
      way,
      complaintId,
      number,
    })),
    cursor,
  };
};
