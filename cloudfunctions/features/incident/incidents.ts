import { estatesOf, standsIn } from '../../../domain/people/person';
import { INCIDENT_READERS } from '../../../types/contract';
import { Refusal } from '../../../types/errors';
import type { EstateId } from '../../../types/ids';
import type { Role } from '../../../types/vocabulary';
import type { PersonCall, PersonUseCase } from '../call';
import { loadEveryEstate } from '../estate/load-estate';
import { cursorAt, following } from '../page-cursor';
import { INCIDENT_FIELDS, type IncidentFields } from './incident-document';
import { presentIncidentCards } from './present-incident';

const PAGE = 20;

/** Incidents of an estate in one state, newest first. */
export const incidents: PersonUseCase<'incidents'> = async (input, call) => {
  const estateId = await estateFor(input.estateId, call);
  const found = await call.platform.database.find<IncidentFields>('incidents', {
    where: { estateId, state: input.state, ...following('openedAt', -1, input.cursor) },
    orderBy: [
      ['openedAt', -1],
      ['_id', -1],
    ],
    limit: PAGE + 1,
    fields: INCIDENT_FIELDS,
  });
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: await presentIncidentCards(shown, call.platform),
    cursor: found.length > PAGE && last !== undefined ? cursorAt({ value: last.openedAt, id: last._id }) : null,
  };
};

/** The estate asked for, or the first of the person's. @throws Refusal notAllowed where they hold no such post */
async function estateFor(wanted: EstateId | undefined, { person, platform }: PersonCall): Promise<EstateId> {
  const posts = person.posts.filter((post) => (INCIDENT_READERS as readonly Role[]).includes(post.role));
  if (wanted !== undefined) {
    if (!posts.some((post) => standsIn(post, wanted)))
      throw new Refusal('notAllowed', { message: '您不在这个小区任职。' });
    return wanted;
  }
  const mine = estatesOf({ posts });
  const first = mine === 'all' ? (await loadEveryEstate(platform.database))[0]?.estate.id : mine[0];
  if (first === undefined) throw new Refusal('notAllowed');
  return first;
}
