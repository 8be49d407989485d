/** Open incidents that read like a matter: by the index of hashed character pairs, never by looking through them. */
import { ALIKE_FROM, alikeness, type Matter, matterOf } from '../../../domain/incident/alike';
import type { EstateId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import { INCIDENT_FIELDS, type IncidentFields } from './incident-document';

/** Pairs beyond these don't find anything that the first ones didn't. */
const MOST_GRAMS = 60;
/** An estate has some dozens of open incidents at most. */
const MOST_READ = 50;

/** The most alike first. */
export async function findAlike(
  estateId: EstateId,
  matter: Matter,
  most: number,
  { database }: Platform,
): Promise<IncidentFields[]> {
  const grams = [...matter.grams].slice(0, MOST_GRAMS);
  if (grams.length === 0) return [];
  const found = await database.find<IncidentFields>('incidents', {
    where: { grams: _.in(grams), state: 'open' },
    limit: MOST_READ,
    fields: INCIDENT_FIELDS,
  });
  return found
    .map((incident) => ({
      incident,
      score: alikeness(matter, matterOf(estateId, incident.category, [incident.placeText, incident.summary])),
    }))
    .filter(({ score }) => score >= ALIKE_FROM)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ incident }) => incident);
}
