import { matterOf } from '../../../domain/incident/matter';
import { homeText } from '../../../domain/people/home';
import { Refusal } from '../../../types/errors';
import type { ComplaintId, IncidentId } from '../../../types/ids';
import type { PersonUseCase } from '../call';
import { homeIn } from '../complaint/filing-checks';
import { _ } from '../../platform/operators';
import { findAlikeComplaints, findAlikeIncidents } from './find-alike';
import { presentIncidentCards } from './present-incident';

/** More would keep the resident from writing. */
const MOST_OFFERED = 3;

/** IN-07: what is being dealt with already, in the desk's words; only shared places, and never who complained. */
export const alikeIncidents: PersonUseCase<'alikeIncidents'> = async ({ homeId, text, area }, call) => {
  const { person, platform } = call;
  if (!person.homes.includes(homeId)) throw new Refusal('notFound', { message: '这不是您绑定的房屋。' });
  const home = await homeIn(homeId, null, platform);
  const { estateId } = home;
  const question = { estateId, text, matter: matterOf(text, { area: area ?? null, home: homeText(home) }) };
  const found = await findAlikeIncidents(question, await findAlikeComplaints(question, null, platform), platform);
  const alike = found
    .map(({ incident }) => incident)
    .filter((incident) => incident.offered)
    .slice(0, MOST_OFFERED);
  if (alike.length === 0) return { items: [] };
  const [cards, mine] = await Promise.all([
    presentIncidentCards(alike, platform),
    platform.database.find<{ _id: ComplaintId; incidentId: IncidentId }>('complaints', {
      where: { incidentId: _.in(alike.map((incident) => incident._id)), filerId: person.id },
      limit: MOST_OFFERED,
      fields: ['incidentId'],
    }),
  ]);
  return {
    items: cards.map(({ id, summary, placeText, homes, openedAt, progressText, dueAt }) => ({
      id,
      summary,
      placeText,
      homes,
      openedAt,
      progressText,
      dueAt,
      joinedAs: mine.find((complaint) => complaint.incidentId === id)?._id ?? null,
    })),
  };
};
